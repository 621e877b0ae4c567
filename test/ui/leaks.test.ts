import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { leftBehind } from '../tools/measureLeaks.mjs';
import { inWorkbench } from '../tools/measureWorkbench.mjs';
import { map, paddedMap } from './figures';
import { Workbench } from './workbench';

const pair = `image = [[1, 2, 3, 0, 1], [0, 1, 2, 3, 1], [1, 0, 1, 2, 0], [2, 1, 0, 1, 2], [1, 2, 1, 0, 1]]

kernel = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]`;

function matrix(name: string, side: number, value: (row: number, col: number) => number | string): string {
  const places = Array.from({ length: side }, (_, i) => i);
  return `${name} = [${places.map((row) => `[${places.map((col) => value(row, col)).join(', ')}]`).join(', ')}]`;
}

/** Seconds of work: no transform helps, since it would spread what is no number. */
const longWork = `${matrix('image', 1000, (row, col) => (row + col === 0 ? 'nan' : (row * col) % 10))}

${matrix('kernel', 201, (row, col) => ((row * 7919 + col * 104_729 + row * col * 31) % 11) - 5)}`;

describe('a panel that is closed', () => {
  it('leaves nothing behind: after 30, no listener, no object and no memory to speak of', async function () {
    this.timeout(300_000);
    const left = await inWorkbench({ 'pair.py': pair }, async (workbench) => {
      await workbench.ask('select', { name: 'pair.py', first: 0, last: 2 });
      return leftBehind(workbench, 30);
    });
    assert.deepEqual(left.kinds, []);
    assert.ok(left.listeners < 30, `${left.listeners} listeners`);
    assert.ok(left.nodes < 30, `${left.nodes} nodes`);
    // A thousand may leave 20 MB; what is not collected yet is not less for fewer.
    assert.ok(left.host < 5e6, `${left.host} bytes in the extension host`);
    assert.ok(left.page < 5e6, `${left.page} bytes in the page`);
  });
});

describe('closing and reloading at any moment', () => {
  let workbench: Workbench;
  const errors: string[] = [];

  /** Errors of ours, or of what becomes of our panel; other extensions have their own. */
  function note(error: string): void {
    if (/convolution|dist\/(extension|worker|view)|webview|disposed/i.test(error)) errors.push(error);
  }

  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'long.py'), longWork);
    workbench = await Workbench.open({ folder, viewport: { width: 1600, height: 960 } });
    workbench.page.on('pageerror', ({ message }) => note(message));
    // What the extension host logs comes here too.
    workbench.page.on('console', (message) => message.type() === 'error' && note(message.text()));
  });
  after(() => workbench?.close());
  beforeEach(() => {
    errors.length = 0;
  });

  async function convolve(text: string): Promise<Frame> {
    await workbench.setClipboard(text);
    await workbench.openFile('notes.md');
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    return workbench.panel();
  }

  /** Closes the panel by its tab, and waits for what is late. */
  async function close(): Promise<void> {
    const tab = workbench.page.locator('.tab').filter({ hasText: '⊛' });
    await tab.locator('.tab-actions a').click();
    await tab.waitFor({ state: 'detached' });
    await new Promise((resolve) => setTimeout(resolve, 2500));
  }

  it('closes while it plays, without an error', async () => {
    const panel = await convolve(pair);
    await panel.getByRole('button', { name: 'Play', exact: true }).click();
    await panel.locator('.bars[aria-valuenow="2"]').waitFor();
    await close();
    assert.deepEqual(errors, []);
  });

  /** Work of seconds that has begun. */
  async function startLongWork(): Promise<Frame> {
    await workbench.openFile('long.py');
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('Control+A');
    await workbench.run('Convolution Lens: Convolve Selection');
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: 'Compute anyway' }).click();
    await panel.getByRole('button', { name: 'Cancel' }).waitFor();
    return panel;
  }

  it('closes while it computes, without an error, and computes again', async () => {
    await startLongWork();
    await close();
    assert.deepEqual(errors, []);
    await workbench.untilGrid(await convolve(pair), 'Feature map', map);
  });

  it('closes while the steps are drawn, without an error, and asks for no file', async () => {
    await convolve(`${matrix('image', 20, (row, col) => (row * col) % 7)}\n\nkernel = [[1, 0], [0, -1]]`);
    await workbench.run('Convolution Lens: Export Worked Example');
    await workbench.choose('Animation (GIF)', 'Animation (GIF)');
    await workbench.choose('On white paper', 'On white paper');
    await close();
    assert.equal(await workbench.page.locator('.quick-input-widget').filter({ visible: true }).count(), 0);
    assert.deepEqual(errors, []);
  });

  /** What is saved follows once things rest. */
  const restMilliseconds = 1000;

  async function reload(): Promise<Frame> {
    await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
    await workbench.reload();
    return workbench.panel();
  }

  it('comes back when it is reloaded while it plays, at rest and not before where it was', async () => {
    let panel = await convolve(pair);
    await panel.getByRole('button', { name: 'Padding on all sides: more' }).click();
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    await panel.getByRole('button', { name: 'Play', exact: true }).click();
    await panel.locator('.bars[aria-valuenow="3"]').waitFor();
    panel = await reload();
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    assert.ok(Number(await panel.locator('.bars').getAttribute('aria-valuenow')) >= 3);
    await panel.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('comes back when it is reloaded with a popover open', async () => {
    let panel = await workbench.panel();
    await panel.locator('.pick-kernel').click();
    await panel.locator('[data-preset=identity]').click();
    await panel.locator('.pick-kernel').filter({ hasText: 'identity' }).waitFor();
    panel = await reload();
    await panel.locator('.pick-kernel').filter({ hasText: 'identity' }).waitFor();
    assert.equal(await panel.locator('[data-preset]').count(), 0);
  });

  it('comes back when it is reloaded while it computes, and computes on', async () => {
    await startLongWork();
    const panel = await reload();
    await panel.locator('.stage').filter({ hasText: '1000 × 1000' }).waitFor();
    const going = panel.getByRole('button', { name: /^(Cancel|Compute anyway)$/ });
    const done = panel.locator('canvas[aria-label="Picture of the feature map"]:not([hidden])');
    await going.or(done).first().waitFor();
  });
});
