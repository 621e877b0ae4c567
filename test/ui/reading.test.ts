import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { copySamples } from '../tools/copySamples.mjs';
import { Workbench } from './workbench';

/** R fills columns first, so this is the transpose of what its lines look like. */
const sobelInR = `image <- matrix(c(1, 2, 3, 4,
                  5, 6, 7, 8,  # the second line
                  9, 8, 7, 6,
                  5, 4, 3, 2), nrow = 4)
`;
const asColumns = [
  [1, 5, 9, 5],
  [2, 6, 8, 4],
  [3, 7, 7, 3],
  [4, 8, 6, 2],
];
const asRows = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 8, 7, 6],
  [5, 4, 3, 2],
];

/** A matrix that begins with zeros, and gets its numbers one by one. */
const sobelInSharp = `int[,] kernel = new int[3, 3];
kernel[0, 0] = kernel[2, 0] = -1;
kernel[1, 0] = -2;
kernel[0, 2] = kernel[2, 2] = 1;
kernel[1, 2] = 2;
`;

describe('how a text was read', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'sobel.R'), sobelInR);
    fs.writeFileSync(path.join(folder, 'line.py'), 'image = [1, 2, 3, 4, 5, 6, 7, 8, 9]\nkernel = [[1, 0], [0, -1]]\n');
    fs.writeFileSync(path.join(folder, 'blur.py'), 'blur = np.array([[1, 2], [4, 8]]) / 16\n');
    fs.writeFileSync(path.join(folder, 'sobel.cs'), sobelInSharp);
    workbench = await Workbench.open({ folder, settings: { 'files.associations': { '*.R': 'r' } } });
  });
  after(() => workbench?.close());

  it('is told in the panel, with what is in doubt marked, and read the other way on demand', async () => {
    await workbench.openFile('sobel.R');
    await workbench.selectLines(1, 4);
    await workbench.chooseFromContextMenu('Convolve Selection');
    const panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Input', asColumns);
    const headline = panel.getByRole('button', { name: /^How the input was read: .*, 1 in doubt$/ });
    await headline.click();
    const report = panel.getByRole('dialog', { name: 'How image was read' });
    await report.getByText('The numbers stand in rows').waitFor();
    await report.getByText('1 comment inside.').waitFor();
    await workbench.screenshot('reading-doubtful');
    await report.getByRole('button', { name: 'Rows first' }).click();
    await workbench.untilGrid(panel, 'Input', asRows);
    await report.getByText('Rows are filled first, as you have chosen.').waitFor();
    await workbench.screenshot('reading-rows-first');
    await workbench.page.keyboard.press('Escape');
    await report.waitFor({ state: 'detached' });
  });

  it('stays as chosen when the text is edited, and undo takes the choice back', async () => {
    const panel = await workbench.panel();
    await workbench.openFile('sobel.R');
    await workbench.select('8,', '8,');
    await workbench.page.keyboard.type('-8,');
    await workbench.untilGrid(
      panel,
      'Input',
      asRows.map((row) => row.map((value, col) => (row[0] === 5 && col === 3 && value === 8 ? -8 : value))),
    );
    await workbench.page.keyboard.press('Control+z');
    await workbench.untilGrid(panel, 'Input', asRows);
    await panel.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press('Control+z');
    await workbench.untilGrid(panel, 'Input', asColumns);
  });

  it('asks once how one axis is meant', async () => {
    await workbench.openFile('line.py');
    await workbench.selectLines(1, 2);
    await workbench.chooseFromContextMenu('Convolve Selection');
    const question = workbench.page.locator('.quick-input-widget');
    await question.getByText('How are the 9 numbers of image meant?').waitFor();
    await workbench.screenshot('reading-one-axis');
    await question.locator('.monaco-list-row').filter({ hasText: 'Square' }).click();
    const panel = await workbench.panel();
    const square = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    await workbench.untilGrid(panel, 'Input', square);
    await workbench.openFile('sobel.R');
    await workbench.selectLines(1, 4);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Input', asColumns);
    await workbench.openFile('line.py');
    await workbench.selectLines(1, 2);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Input', square);
    assert.equal(await question.isVisible(), false);
    await panel.getByRole('button', { name: /^How the input was read/ }).click();
    await panel.getByRole('button', { name: 'Column', exact: true }).click();
    await workbench.untilGrid(
      panel,
      'Input',
      square.flat().map((value) => [value]),
    );
    await workbench.page.keyboard.press('Escape');
  });

  it('offers what the text computes with a matrix of which the numbers alone are selected', async () => {
    const panel = await workbench.panel();
    const question = workbench.page.locator('.quick-input-widget');
    const convolve = async (answer: string) => {
      await workbench.openFile('blur.py');
      await workbench.select('[[1, 2], [4, 8]]', '[[1, 2], [4, 8]]');
      await workbench.chooseFromContextMenu('Convolve Selection');
      await question.locator('.monaco-list-row').filter({ hasText: answer }).click();
    };
    await convolve('As the text computes it');
    await workbench.untilGrid(panel, 'Input', [
      [0.0625, 0.125],
      [0.25, 0.5],
    ]);
    await convolve('As it is selected');
    await workbench.untilGrid(panel, 'Input', [
      [1, 2],
      [4, 8],
    ]);
  });

  it('asks nothing where the selection holds all that its text computes', async () => {
    const panel = await workbench.panel();
    await workbench.openFile('sobel.cs');
    await workbench.selectLines(1, 5);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Input', [
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ]);
  });
});
