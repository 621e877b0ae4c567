import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { image, map } from './figures';
import { eventually, Workbench } from './workbench';

const cpp = [
  '#include <array>',
  '// edges that climb to the right',
  'const float image[3][4] = {{1.0f, 2.5f, 3.0f, 0.0f}, /* top */',
  '                           {4.0f, 5.0f, 6.0f, 7.0f},',
  '                           {8.0f, 9.0f, 1.0f, 2.0f}};',
  'const float kernel[2][2] = {{1.f, -1.f}, {0.f, 1.f}};',
  '',
].join('\n');

const named = 'a = [[1, 2, 3], [4, 5, 6]]\nk = [[1, 0]]\nb = a\nprint(b)\n';

const computed = 'import numpy as np\nimage = np.array([[1, 2, 3], [4, 5, 6]])\nblur = np.array([[1, 2]]) / 3\n';

const call =
  'edges = filtered(picture,\n                 [[1, 2, 3],\n                  [4, 5, 6],\n                  [7, 8, 9]])\n';

describe('cells and their characters', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'edges.cpp'), cpp);
    fs.writeFileSync(path.join(folder, 'computed.py'), computed);
    fs.writeFileSync(path.join(folder, 'call.py'), call);
    for (const name of ['locked.py', 'named.py']) fs.writeFileSync(path.join(folder, name), named);
    const settings = { 'files.readonlyInclude': { '**/locked.py': true } };
    workbench = await Workbench.open({ folder, settings, viewport: { width: 1700, height: 950 } });
  });
  after(() => workbench?.close());

  const cell = (grid: 'Input' | 'Kernel', row: number, col: number) =>
    panel.locator(`[role=grid][aria-label^="${grid}"] [data-row="${row}"][data-col="${col}"]`);
  const type = async (grid: 'Input' | 'Kernel', row: number, col: number, text: string) => {
    await cell(grid, row, col).dblclick();
    await cell(grid, row, col).locator('input').fill(text);
    await panel.page().keyboard.press('Enter');
  };
  /** Presses a key once the workbench has heard that the panel is in use; before, it would give the key to the editor. */
  const panelInUse = () => workbench.page.locator('.editor-group-container.active .tab.active[aria-label*="⊛"]');
  const press = async (key: string) => {
    await panelInUse().waitFor();
    await panel.page().keyboard.press(key);
  };
  const lines = async () => {
    const shown = workbench.page.locator('.editor-instance .view-line, .notebookOverlay .view-line');
    return (await shown.allInnerTexts()).map((line) => line.replaceAll('\u00a0', ' '));
  };
  const untilLine = (expected: string) =>
    eventually(`the line ${expected}`, async () => (await lines()).includes(expected) || undefined, 5000);
  /** The characters that the editor draws as selected, by the place of their box. */
  const untilSelected = (text: string, within: string, at = within.indexOf(text)) =>
    eventually(`${text} is selected`, () => workbench.page.evaluate(isSelected, { text, within, at }), 5000);
  const untilMarked = (grid: 'Input' | 'Kernel', row: number, col: number) =>
    eventually(
      `row ${row}, column ${col} is marked`,
      async () => (await cell(grid, row, col).getAttribute('aria-current')) ?? undefined,
      5000,
    );

  it('selects the characters of a clicked cell of a Python file, and leaves the focus in the panel', async () => {
    await workbench.openFile('kernels.py');
    await workbench.selectLines(7, 19);
    await workbench.chooseFromContextMenu('Convolve Selection');
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', map);
    await cell('Input', 1, 3).click();
    await untilSelected('3', '    [0, 1, 2, 3, 1],');
    await workbench.screenshot('both-cell-selected-py');
    assert.equal(await cell('Input', 1, 3).evaluate((element) => document.activeElement === element), true);
    await panel.page().keyboard.press('ArrowRight');
    await untilSelected('1', '    [0, 1, 2, 3, 1],', 17);
  });

  it('marks the cell of the number that the caret is in', async () => {
    await workbench.clickText('-1');
    await untilMarked('Kernel', 0, 2);
    await workbench.screenshot('both-caret-marked-py');
    await workbench.clickText('edge_kernel');
    await eventually('no cell is marked', async () =>
      (await panel.locator('[aria-current=true]').count()) === 0 ? true : undefined,
    );
  });

  it('writes a typed number into the text, as one step of undo there and in the panel', async () => {
    await type('Input', 0, 1, '7.5');
    await untilLine('    [1, 7.5, 3, 0, 1],');
    await workbench.untilGrid(panel, 'Input', [[1, 7.5, 3, 0, 1], ...image.slice(1)]);
    await workbench.screenshot('both-cell-edited-py');
    await cell('Input', 2, 2).click();
    await press('Control+z');
    await untilLine('    [1, 2, 3, 0, 1],');
    await workbench.untilGrid(panel, 'Input', image);
    await press('Control+Shift+z');
    await untilLine('    [1, 7.5, 3, 0, 1],');
    await workbench.clickText('image = [');
    await workbench.page.keyboard.press('Control+z');
    await untilLine('    [1, 2, 3, 0, 1],');
    await workbench.untilGrid(panel, 'Input', image);
  });

  it('takes nothing back where the characters have changed meanwhile, and says so', async () => {
    await type('Input', 4, 4, '6');
    await untilLine('    [1, 2, 1, 0, 6],');
    await workbench.select('6', '6');
    await workbench.page.keyboard.type('8');
    await untilLine('    [1, 2, 1, 0, 8],');
    // A click that comes while the text is still being followed may not be heard by the workbench.
    await eventually('the panel is in use', async () => {
      await cell('Input', 0, 0).click();
      return panelInUse()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => undefined,
        );
    });
    await press('Control+z');
    await panel.getByRole('status').filter({ hasText: 'nothing was taken back' }).waitFor();
    await untilLine('    [1, 2, 1, 0, 8],');
    await workbench.screenshot('both-not-taken-back');
    await workbench.page.keyboard.press('Control+1');
    await workbench.run('File: Revert File');
  });

  it('does the same in a notebook cell', async () => {
    await workbench.openFile('convolution.ipynb');
    await workbench.selectAllInCell('import numpy as np');
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Feature map', map);
    await cell('Input', 3, 0).click();
    const line = (await lines()).find((one) => one.includes('[2, 1, 0, 1, 2]')) ?? '';
    await untilSelected('2', line);
    await workbench.clickText('1, 2, 3, 0, 1', 'import numpy');
    await untilMarked('Input', 0, 2);
    await type('Input', 3, 0, '-4');
    await untilLine(line.replace('[2,', '[-4,'));
    await workbench.screenshot('both-notebook');
    await press('Control+z');
    await untilLine(line);
  });

  it('does the same in MATLAB', async () => {
    await workbench.openFile('edges.m');
    await workbench.selectLines(2, 8);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Feature map', map);
    await cell('Kernel', 0, 2).click();
    await untilSelected('-1', 'kernel = [1 0 -1; 1 0 -1; 1 0 -1];');
    await workbench.clickText('1 0 1 2 0');
    await untilMarked('Input', 2, 2);
    await type('Kernel', 1, 1, '0.25');
    await untilLine('kernel = [1 0 -1; 1 0.25 -1; 1 0 -1];');
    await workbench.screenshot('both-matlab');
    await press('Control+z');
    await untilLine('kernel = [1 0 -1; 1 0 -1; 1 0 -1];');
  });

  it('does the same in C++, and keeps suffixes, points and comments', async () => {
    await workbench.openFile('edges.cpp');
    await workbench.selectLines(3, 6);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Kernel', [
      [1, -1],
      [0, 1],
    ]);
    await cell('Input', 0, 1).click();
    await untilSelected('2.5f', 'const float image[3][4] = {{1.0f, 2.5f, 3.0f, 0.0f}, /* top */');
    await workbench.clickText('-1.f');
    await untilMarked('Kernel', 0, 1);
    await type('Input', 0, 0, '12');
    await untilLine('const float image[3][4] = {{12.0f, 2.5f, 3.0f, 0.0f}, /* top */');
    await type('Kernel', 0, 1, '2');
    await untilLine('const float kernel[2][2] = {{1.f, 2.f}, {0.f, 1.f}};');
    await workbench.screenshot('both-cpp');
    await press('Control+z');
    await press('Control+z');
    await untilLine('const float image[3][4] = {{1.0f, 2.5f, 3.0f, 0.0f}, /* top */');
    await untilLine('const float kernel[2][2] = {{1.f, -1.f}, {0.f, 1.f}};');
  });

  it('does the same in a call over several lines, which say nothing by themselves', async () => {
    await workbench.openFile('call.py');
    await workbench.clickText('5', '[4, 5, 6]');
    await workbench.run('Convolution Lens: Convolve Matrix at Cursor');
    const written = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    await workbench.untilGrid(panel, 'Input', written);
    await type('Input', 2, 2, '-9');
    await untilLine('                  [7, 8, -9]])');
    await workbench.untilGrid(panel, 'Input', [...written.slice(0, 2), [7, 8, -9]]);
    await press('Control+z');
    await untilLine('                  [7, 8, 9]])');
    await workbench.select('8', '8', '[7, 8, 9]');
    await workbench.page.keyboard.type('-8');
    await workbench.untilGrid(panel, 'Input', [...written.slice(0, 2), [7, -8, 9]]);
    assert.equal(await panel.getByRole('status').filter({ hasText: 'call.py' }).count(), 0);
    await workbench.screenshot('both-call');
  });

  it('writes through a name, and brings a text that lies behind to the front', async () => {
    await workbench.openFile('named.py');
    await workbench.select('b)', 'b');
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Input', [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    await type('Input', 1, 2, '66');
    await untilLine('a = [[1, 2, 3], [4, 5, 66]]');
    await workbench.openFile('kernels.py');
    await cell('Input', 0, 1).click();
    await workbench.page.locator('.tab.active[aria-label^="named.py"]').waitFor();
    await untilSelected('2', 'a = [[1, 2, 3], [4, 5, 66]]');
    await press('Control+z');
    await untilLine('a = [[1, 2, 3], [4, 5, 6]]');
  });

  it('changes no text that is closed or read-only, keeps the number and says so', async () => {
    await workbench.openFile('named.py');
    await workbench.page.keyboard.press('Control+S');
    await workbench.run('View: Close Editor');
    await type('Input', 0, 0, '9');
    await panel.getByRole('status').filter({ hasText: 'named.py is closed.' }).waitFor();
    await workbench.untilGrid(panel, 'Input', [
      [9, 2, 3],
      [4, 5, 6],
    ]);
    await workbench.openFile('locked.py');
    await workbench.selectLines(1, 2);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Input', [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    await type('Input', 0, 0, '9');
    await panel.getByRole('status').filter({ hasText: 'did not take the change in locked.py' }).waitFor();
    assert.ok((await lines()).includes('a = [[1, 2, 3], [4, 5, 6]]'));
    assert.equal((await workbench.grid(panel, 'Input'))[0]?.[0], 9);
    await workbench.screenshot('both-read-only');
  });

  it('keeps numbers that the text computes out of it, and says why', async () => {
    await workbench.openFile('computed.py');
    await workbench.selectLines(2, 3);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Kernel', [[1 / 3, 2 / 3]]);
    await panel.getByRole('img', { name: 'The text computes these numbers' }).waitFor();
    await type('Kernel', 0, 0, '4');
    await workbench.untilGrid(panel, 'Kernel', [[4, 2 / 3]]);
    await panel.getByRole('status').filter({ hasText: 'computed.py computes this matrix' }).waitFor();
    await untilLine('blur = np.array([[1, 2]]) / 3');
    await workbench.screenshot('both-computed');
    assert.deepEqual(workbench.webviewErrors, []);
  });
});

/** Runs in the page: whether an editor draws exactly this text, at that place of its line, as selected. */
function isSelected({ text, within, at }: { text: string; within: string; at: number }): true | undefined {
  const plain = (shown: string | null) => (shown ?? '').replaceAll('\u00a0', ' ');
  for (const editor of document.querySelectorAll('.monaco-editor')) {
    const line = [...editor.querySelectorAll<HTMLElement>('.view-line')].find(
      (one) => plain(one.textContent) === within,
    );
    if (line === undefined) continue;
    const width = line.querySelector('span')?.getBoundingClientRect().width ?? 0;
    const drawn = [...editor.querySelectorAll('.selected-text')].map((one) => one.getBoundingClientRect());
    const { top } = line.getBoundingClientRect();
    const one = width / within.length;
    const left = (line.querySelector('span')?.getBoundingClientRect().left ?? 0) + at * one;
    const isThere = (box: DOMRect) => Math.abs(box.left - left) < 2 && Math.abs(box.width - one * text.length) < 2;
    if (drawn.some((box) => Math.abs(box.top - top) < 3 && isThere(box))) return true;
  }
  return undefined;
}
