import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually, Workbench } from './workbench';

const image = [
  [1, 2, 3, 0, 1],
  [0, 1, 2, 3, 1],
  [1, 0, 1, 2, 0],
  [2, 1, 0, 1, 2],
  [1, 2, 1, 0, 1],
];
const map = [
  [-4, -2, 4],
  [0, -4, 0],
  [2, 0, -1],
];

describe('matrices are edited in the panel', () => {
  let workbench: Workbench;
  let panel: Frame;
  before(async () => {
    workbench = await Workbench.open({ viewport: { width: 1600, height: 960 } });
    await workbench.openFile('kernels.py');
    await workbench.setClipboard(`${JSON.stringify(image)}\n\n[[1, 0, -1], [1, 0, -1], [1, 0, -1]]`);
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    panel = await workbench.panel();
  });
  after(() => workbench?.close());

  /** Presses a key once the workbench has heard that the panel is in use; before, it would give the key to the editor. */
  const press = async (key: string) => {
    await workbench.page.locator('.editor-group-container.active .tab.active[aria-label*="⊛"]').waitFor();
    await workbench.page.keyboard.press(key);
  };
  const type = (text: string) => workbench.page.keyboard.type(text);
  const cell = (grid: string, row: number, col: number) =>
    panel.locator(`[role=grid][aria-label^="${grid}"] [data-row="${row}"][data-col="${col}"]`);
  const changed = (cells: readonly (readonly [row: number, col: number, value: number])[]) =>
    image.map((line, row) => line.map((value, col) => cells.find(([r, c]) => r === row && c === col)?.[2] ?? value));
  const undo = async () => {
    await press('Control+Z');
    await workbench.untilGrid(panel, 'Input', image);
  };

  it('results follow the typing; Escape takes it back', async () => {
    await cell('Kernel', 0, 0).click();
    await type('9*5');
    const first = map.map((line, row) => line.map((value, col) => value + 44 * image[row]![col]!));
    await workbench.untilGrid(panel, 'Feature map', first);
    await workbench.screenshot('editing-typing');
    await press('Escape');
    await workbench.untilGrid(panel, 'Feature map', map);
  });

  it('a calculation counts as a number, and what is none marks its cell alone', async () => {
    await cell('Kernel', 0, 0).click();
    await type('1/');
    await press('Enter');
    await panel.getByRole('alert').filter({ hasText: '“1/” is no number; 1 still counts' }).waitFor();
    await workbench.untilGrid(panel, 'Feature map', map);
    await type('8');
    await press('ArrowRight');
    await type('-1/16');
    await press('Enter');
    await workbench.untilGrid(panel, 'Kernel', [
      [1 / 8, -1 / 16, -1],
      [1, 0, -1],
      [1, 0, -1],
    ]);
    await press('Control+Z');
    await press('Control+Z');
    await workbench.untilGrid(panel, 'Feature map', map);
  });

  it('a block is selected, copied, and emptied as one step', async () => {
    await cell('Input', 1, 1).click();
    await press('Shift+ArrowRight');
    await press('Shift+ArrowDown');
    await workbench.screenshot('editing-block');
    await press('Control+C');
    const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
    await eventually('the block is copied', async () => ((await clipboard()) === '1\t2\n0\t1' ? true : undefined));
    await press('Delete');
    const zeros = [
      [1, 1, 0],
      [1, 2, 0],
      [2, 1, 0],
      [2, 2, 0],
    ] as const;
    await workbench.untilGrid(panel, 'Input', changed(zeros));
    await undo();
  });

  for (const [what, text] of [
    ['a spreadsheet', '7\t8\n9\t-5\n'],
    ['a program', 'np.array([[7, 8], [9, -5]])'],
  ] as const)
    it(`a block of ${what} is pasted as one step`, async () => {
      await workbench.setClipboard(text);
      await cell('Input', 3, 3).click();
      await press('Control+V');
      const block = [
        [3, 3, 7],
        [3, 4, 8],
        [4, 3, 9],
        [4, 4, -5],
      ] as const;
      await workbench.untilGrid(panel, 'Input', changed(block));
      await undo();
    });

  it('cells are filled with patterns, and kernels turned and scaled, each as one step', async () => {
    await panel.getByRole('button', { name: 'Choose or fill the input' }).click();
    await panel.locator('[data-pattern=ramp]').click();
    await workbench.untilGrid(
      panel,
      'Input',
      image.map(() => [0, 1, 2, 3, 4]),
    );
    await workbench.screenshot('editing-fill');
    await panel.locator('[data-example=nine-patches]').click();
    await workbench.untilGrid(panel, 'Input', image);
    await panel.locator('.pick-kernel').click();
    await panel.locator('[data-orientation=transposed]').click();
    await workbench.untilGrid(panel, 'Kernel', [
      [1, 1, 1],
      [0, 0, 0],
      [-1, -1, -1],
    ]);
    await panel.getByLabel('Factor for every weight').fill('1/2');
    await press('Enter');
    await workbench.untilGrid(panel, 'Kernel', [
      [0.5, 0.5, 0.5],
      [0, 0, 0],
      [-0.5, -0.5, -0.5],
    ]);
    await workbench.screenshot('editing-kernel');
    await press('Escape');
    await press('Control+Z');
    await press('Control+Z');
    await workbench.untilGrid(panel, 'Feature map', map);
  });

  it('a block that is pasted into a matrix of a text is written there, and taken back there', async () => {
    await workbench.clickText('stairs');
    await workbench.selectLines(7, 13);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Input', image);
    await workbench.setClipboard('7\t8\n9\t-5\n');
    await cell('Input', 0, 0).click();
    await press('Control+V');
    const line = (text: string) => workbench.page.locator('.view-line').filter({ hasText: text }).first();
    await line('[7, 8, 3, 0, 1],').waitFor();
    await line('[9, -5, 2, 3, 1],').waitFor();
    await workbench.screenshot('editing-text');
    await press('Control+Z');
    await line('[0, 1, 2, 3, 1],').waitFor();
    await workbench.untilGrid(panel, 'Input', image);
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
