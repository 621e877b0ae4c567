import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { copySamples } from '../tools/copySamples.mjs';
import { image, map, paddedMap } from './figures';
import { Workbench } from './workbench';

describe('from source files', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'ragged.py'), 'k = [[1, 2, 3],\n     [4, 5],\n     [6, 7, 8]]\n');
    fs.writeFileSync(path.join(folder, 'hostile.json'), '{ "<img src=x onerror=alert(1)>": [[1, 2], [3, 4]] }\n');
    workbench = await Workbench.open({ folder });
  });
  after(() => workbench?.close());

  it('convolves two matrices of a Python file, and comes back after a reload as it was', async () => {
    await workbench.openFile('kernels.py');
    await workbench.selectLines(7, 19);
    await workbench.chooseFromContextMenu('Convolve Selection');
    let panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', map);
    await panel.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press(']');
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    await panel.getByRole('button', { name: 'Step on' }).click();
    await panel.getByRole('button', { name: 'Step on' }).click();
    const said = await panel.locator('[data-sentence]').getAttribute('data-sentence');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await workbench.reload();
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    assert.equal(await panel.locator('[data-sentence]').getAttribute('data-sentence'), said);
    await workbench.screenshot('python-reloaded');
  });

  it('keeps the last result when the literal is deleted, and says so', async () => {
    const panel = await workbench.panel();
    await workbench.openFile('kernels.py');
    await workbench.selectLines(7, 13);
    await workbench.page.keyboard.press('Delete');
    await panel.getByRole('status').filter({ hasText: 'kernels.py' }).waitFor();
    assert.deepEqual(await workbench.grid(panel, 'Input'), image);
    await workbench.page.keyboard.press('Control+z');
    await panel.getByRole('status').filter({ hasText: 'kernels.py' }).waitFor({ state: 'detached' });
  });

  it('reads what NumPy printed', async () => {
    await workbench.openFile('printed.txt');
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('Control+A');
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
  });

  it('reads MATLAB', async () => {
    await workbench.openFile('edges.m');
    await workbench.selectLines(2, 8);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
    await workbench.screenshot('matlab');
  });

  it('takes the matrix around the caret, and the last kernel', async () => {
    await workbench.openFile('kernels.py');
    await workbench.clickText('[0, 1, 2, 3, 1],');
    await workbench.chooseFromContextMenu('Convolve Matrix at Cursor', '[0, 1, 2, 3, 1],');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
  });

  it('reads the clipboard', async () => {
    await workbench.setClipboard('[[1 2 3]\n [4 5 6]\n [7 8 9]]\n\n[[ 1  0]\n [ 0 -1]]');
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    const panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', [
      [-4, -4],
      [-4, -4],
    ]);
    const said = await panel.locator('[data-sentence]').getAttribute('data-sentence');
    assert.equal(said, '1·1 + 0·2 + 0·4 + (−1)·5 = −4');
    await workbench.screenshot('clipboard');
  });

  it('says what is wrong, and where, when a selection cannot be read', async () => {
    await workbench.openFile('ragged.py');
    await workbench.selectLines(1, 3);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.run('Notifications: Show Notifications');
    const message = workbench.page.locator('.notification-list-item-message').filter({ hasText: 'ragged.py' });
    await message.waitFor();
    assert.match(await message.innerText(), /ragged\.py, line 2: .*row 1.*2.*3/i);
    await workbench.screenshot('ragged');
  });

  it('shows a name as text, whatever it holds', async () => {
    await workbench.openFile('hostile.json');
    await workbench.selectLines(1, 1);
    await workbench.run('Convolution Lens: Convolve Selection');
    const panel = await workbench.panel();
    await panel.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    assert.equal(await panel.locator('img').count(), 0);
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
