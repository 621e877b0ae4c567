import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { copySamples } from '../tools/copySamples.mjs';
import { Workbench } from './workbench';

/** A picture of rings, as rows of whole numbers. */
function rings(side: number): string {
  const row = (y: number) =>
    Array.from({ length: side }, (_, x) =>
      Math.round(128 + 127 * Math.sin(Math.hypot(x - side / 2, y - side / 2) / 9)),
    );
  return Array.from({ length: side }, (_, y) => row(y).join(',')).join('\n');
}

describe('sizes from 1×1 to 512×512', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'rings.csv'), rings(512));
    workbench = await Workbench.open({ folder, viewport: { width: 1600, height: 960 } });
  });
  after(() => workbench?.close());

  async function convolve(text: string) {
    await workbench.setClipboard(text);
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    return workbench.panel();
  }

  it('1×1', async () => {
    const panel = await convolve('[[5]]\n\n[[-3]]');
    await workbench.untilGrid(panel, 'Feature map', [[-15]]);
    await workbench.screenshot('size-1');
  });

  it('long decimals, and what is no finite number', async () => {
    const panel = await convolve('[[0.1, -1234567.891, 3e-12], [nan, 1e300, 2]]\n\nkernel = [[0.3333333333333333]]');
    await panel.locator('[role=grid][aria-label^="Feature map"] [data-value="NaN"]').waitFor();
    await workbench.screenshot('size-decimals');
  });

  it('one row', async () => {
    const panel = await convolve('[[0, 3, 5, 3, 0, -3, -5, -3, 0]]\n\n[[-1, 0, 1]]');
    await workbench.untilGrid(panel, 'Feature map', [[5, 0, -5, -6, -5, 0, 5]]);
    await workbench.screenshot('size-row');
  });

  it('a kernel that is larger than the input: says so, and offers the swap', async () => {
    const panel = await convolve('image = [[1, 2], [3, 4]]\n\nkernel = [[1, 0, 0], [0, 0, 0], [0, 0, -1]]');
    await panel.getByRole('alert').waitFor();
    await workbench.screenshot('size-larger-kernel');
    await panel.getByRole('button', { name: 'Swap input and kernel' }).click();
    await workbench.untilGrid(panel, 'Feature map', [
      [1, 0],
      [0, -4],
    ]);
  });

  it('a 7×7 kernel with dilation', async () => {
    const side = Array.from({ length: 7 }, (_, i) => i - 3);
    const kernel = `kernel = [${side.map((y) => `[${side.map((x) => x * y).join(', ')}]`).join(', ')}]`;
    const panel = await convolve(
      `[${Array.from({ length: 9 }, (_, y) => `[${Array.from({ length: 9 }, (_, x) => (x * y) % 5).join(', ')}]`).join(', ')}]\n\n${kernel}`,
    );
    await panel.locator('[data-formula^="(9 − 7"]').first().waitFor();
    await workbench.screenshot('size-7x7');
  });

  it('512×512 with the 7×7 kernel that was used last: pictures, and the neighbourhood as numbers', async () => {
    await workbench.openFile('rings.csv');
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('Control+A');
    await workbench.run('Convolution Lens: Convolve Selection');
    const panel = await workbench.panel();
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="506"]').waitFor();
    assert.ok((await panel.locator('[role=gridcell]').count()) < 2000);
    await workbench.run('View: Maximize Editor Group');
    await panel.locator('.stage-inner').waitFor();
    await workbench.screenshot('size-512');
    await workbench.setTheme('Default Light Modern');
    await workbench.setViewport(900, 620);
    await workbench.screenshot('size-512-small-light');
    await workbench.setViewport(1600, 960);
  });
});
