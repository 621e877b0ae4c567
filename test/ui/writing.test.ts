import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually, Workbench } from './workbench';

describe('matrices as text', () => {
  let workbench: Workbench;
  let panel: Frame;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openFile('kernels.py');
    await workbench.setClipboard('edge = [[1, 0, -1], [2, 0, -2]]\n\nimage = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]');
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    panel = await workbench.panel();
  });
  after(() => workbench?.close());

  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  const untilCopied = (text: string) =>
    eventually(text, async () => ((await clipboard()) === text ? true : undefined)).catch(async () =>
      assert.equal(await clipboard(), text),
    );
  const firstChoice = () => workbench.page.locator('.quick-input-list .monaco-list-row').first();

  it('are copied from the panel in the format that is chosen, which is then the first', async () => {
    await panel.getByRole('button', { name: 'Copy the input as text' }).click();
    await workbench.screenshot('copy-as');
    await workbench.choose('LaTeX', 'LaTeX');
    await untilCopied('\\begin{bmatrix}\n  1 & 2 & 3 \\\\\n  4 & 5 & 6 \\\\\n  7 & 8 & 9\n\\end{bmatrix}');
    await panel.getByRole('button', { name: 'Copy the map as text' }).click();
    await firstChoice().filter({ hasText: 'LaTeX' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await untilCopied('\\begin{bmatrix}\n  -6 \\\\\n  -6\n\\end{bmatrix}');
  });

  it('are copied from the menu of the matrix', async () => {
    await panel.locator('[role=grid][aria-label^="Input"] [role=gridcell]').first().click({ button: 'right' });
    await workbench.screenshot('matrix-menu');
    await workbench.page.locator('.monaco-menu .action-item').filter({ hasText: 'Copy As' }).first().click();
    await workbench.choose('C++', 'C++');
    await untilCopied('std::vector<std::vector<double>> image = {\n    {1, 2, 3},\n    {4, 5, 6},\n    {7, 8, 9},\n};');
  });

  it('are copied by the usual key as spreadsheets take them', async () => {
    await panel.locator('[role=grid][aria-label^="Input"] [role=gridcell]').first().click();
    await workbench.page.keyboard.press('Control+C');
    await untilCopied('1\t2\t3\n4\t5\t6\n7\t8\t9');
  });

  it('are inserted at the cursors of the editor, in its own language, as one step that undo takes back', async () => {
    await workbench.clickText('stairs');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('\n    ');
    await workbench.run('Convolution Lens: Insert As');
    await workbench.choose('kernel', 'kernel edge');
    await firstChoice().filter({ hasText: 'NumPy' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const line = (text: string) => workbench.page.locator('.view-line').filter({ hasText: text }).first();
    await line('edge = np.array([[1, 0, -1],').waitFor();
    await line('                     [2, 0, -2]])').waitFor();
    await workbench.screenshot('insert-as');
    await workbench.page.keyboard.press('Control+Z');
    await line('edge = np.array').waitFor({ state: 'hidden' });
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
