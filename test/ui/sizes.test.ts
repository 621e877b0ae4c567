import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { eventually, Workbench } from './workbench';

/** A picture of rings, as rows of whole numbers. */
function rings(side: number): string {
  const row = (y: number) =>
    Array.from({ length: side }, (_, x) =>
      Math.round(128 + 127 * Math.sin(Math.hypot(x - side / 2, y - side / 2) / 9)),
    );
  return Array.from({ length: side }, (_, y) => row(y).join(',')).join('\n');
}

/** A file of the workspace, convolved whole with the kernel that was used last. */
async function convolveFile(workbench: Workbench, name: string): Promise<Frame> {
  await workbench.openFile(name);
  await workbench.page.locator('.editor-instance .view-line').first().click();
  await workbench.page.keyboard.press('Control+A');
  await workbench.run('Convolution Lens: Convolve Selection');
  return workbench.panel();
}

describe('a picture of 1080 rows and 1920 columns', () => {
  const [rows, cols] = [1080, 1920];
  const at = (row: number, col: number) => ((row * 31 + col * 17) % 256) - (row % 7);
  let workbench: Workbench;
  let panel: Frame;
  before(async () => {
    const folder = copySamples();
    const line = (row: number) => Array.from({ length: cols }, (_, col) => at(row, col)).join(',');
    fs.writeFileSync(path.join(folder, 'frame.csv'), Array.from({ length: rows }, (_, row) => line(row)).join('\n'));
    workbench = await Workbench.open({ folder, viewport: { width: 1600, height: 960 } });
    panel = await convolveFile(workbench, 'frame.csv');
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="1078"]').waitFor();
  });
  after(() => workbench?.close());

  /** Sum of the vertical edge filter over the image itself. */
  const edge = (row: number, col: number) =>
    [0, 1, 2].reduce((sum, i) => sum + at(row + i, col) - at(row + i, col + 2), 0);

  async function shownCell(): Promise<{ row: number; col: number; value: number }> {
    const cell = panel.locator('[role=grid][aria-label^="Feature map"] [aria-selected="true"][data-value]');
    await cell.waitFor({ state: 'attached' });
    const [row, col, value] = await cell.evaluate((element) =>
      ['data-row', 'data-col', 'data-value'].map((name) => Number(element.getAttribute(name))),
    );
    return { row: row ?? -1, col: col ?? -1, value: value ?? Number.NaN };
  }

  it('tells the exact numbers under the lens, wherever it is put', async () => {
    const map = panel.locator('canvas[aria-label="Picture of the feature map"]');
    // The pictures have their places once the numbers under the lens are there.
    await shownCell();
    for (const [x, y] of [
      [0.6, 0.4],
      [0.05, 0.95],
      [0.97, 0.05],
    ] as const) {
      await eventually('the picture is clicked where it is', async () => {
        const box = await map.boundingBox();
        const position = box && { x: box.width * x, y: box.height * y };
        return (
          position &&
          map.click({ position, timeout: 1000 }).then(
            () => true,
            () => undefined,
          )
        );
      });
      await eventually('the numbers are those of the image', async () => {
        const { row, col, value } = await shownCell();
        const sentence = await panel.locator('.sentence').getAttribute('data-sentence');
        const isTold = sentence?.endsWith(` = ${String(edge(row, col)).replace('-', '−')}`);
        return (value === edge(row, col) && isTold) || undefined;
      });
    }
    await workbench.screenshot('size-1080');
  });

  it('follows the stride while its number is dragged', async () => {
    const stride = panel.getByRole('spinbutton', { name: 'Stride', exact: true });
    const box = await stride.boundingBox();
    assert.ok(box);
    await workbench.page.mouse.move(box.x + 5, box.y + box.height / 2);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + 5 + 3 * 14, box.y + box.height / 2, { steps: 20 });
    await workbench.page.mouse.up();
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="270"]').waitFor();
    const { row, col, value } = await shownCell();
    assert.equal(value, edge(4 * row, 4 * col));
    await panel.getByRole('button', { name: 'Undo' }).click();
  });

  it('asks before much work, computes it when told to, and stops with Escape', async () => {
    // Wider than every transform, so this takes seconds.
    const kernel = madeText(513, (y, x) => ((y * 7919 + x * 104729 + y * x * 31) % 11) - 5);
    await workbench.setClipboard(`kernel = ${kernel}\n\nimage = ${madeText(800, (y, x) => (x * y) % 10)}`);
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    panel = await workbench.panel();
    const alert = panel.getByRole('alert');
    await alert.getByText(/multiply-adds/).waitFor();
    await workbench.screenshot('size-asked');
    await alert.getByRole('button', { name: 'Compute anyway' }).click();
    await panel.getByRole('button', { name: 'Cancel' }).waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="288"]').waitFor();
    await workbench.page.keyboard.press('.');
    await panel.getByRole('button', { name: 'Cancel' }).waitFor();
    await workbench.screenshot('size-computing');
    await workbench.page.keyboard.press('Escape');
    await panel.getByText('Cancelled.').waitFor();
    await workbench.screenshot('size-cancelled');
    await panel.getByRole('button', { name: 'Compute', exact: true }).click();
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="144"]').waitFor();
  });
});

/** A square matrix as text. */
function madeText(side: number, at: (row: number, col: number) => number): string {
  const row = (y: number) => `[${Array.from({ length: side }, (_, x) => at(y, x)).join(', ')}]`;
  return `[${Array.from({ length: side }, (_, y) => row(y)).join(', ')}]`;
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
    await workbench.setTheme('Default Dark Modern');
  });
});
