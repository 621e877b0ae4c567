import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually, Workbench } from './workbench';

describe('a link shows another person the same', () => {
  let workbench: Workbench;
  let panel: Frame;
  let link: string;

  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  const input = () => workbench.page.locator('.quick-input-widget input[type=text]');
  const dialog = () => workbench.page.locator('.monaco-dialog-box');
  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());

  async function convolve(text: string): Promise<void> {
    await workbench.setClipboard(text);
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    panel = await workbench.panel();
  }

  /** Opens an address as the system hands it to VS Code. */
  async function call(address: string): Promise<void> {
    await workbench.run('Developer: Open URL');
    await eventually('an address is asked for', async () => ((await input().isVisible()) ? true : undefined));
    await input().fill(address);
    await workbench.page.keyboard.press('Enter');
    await dialog().waitFor();
  }

  const answer = (label: string) => dialog().getByRole('button', { name: label, exact: true }).click();

  it('is copied with the matrices, the parameters, the step and the look, and names no file', async () => {
    await convolve('image = [[1, 2, 3, 0.1], [4, -5, 6, 7], [7, 8, 9, 1e300]]\n\nkernel = [[1, 0], [0, -1]]');
    await workbench.untilGrid(panel, 'Feature map', [
      [6, -4, -4],
      [-4, -14, -1e300],
    ]);
    await panel.getByRole('button', { name: 'Padding on all sides: more' }).click();
    await panel.getByRole('button', { name: 'Stride: more' }).click();
    for (let step = 0; step < 2; step++) await panel.getByRole('button', { name: 'Step on', exact: true }).click();
    await panel.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press('f');
    await panel.locator('.step-rows').waitFor();
    await workbench.run('Convolution Lens: Copy Link');
    link = await eventually('a link is on the clipboard', async () => {
      const text = await clipboard();
      return text.includes('://convolution-lens.convolution-lens/open?') ? text : undefined;
    });
    assert.ok(link.length < 1000, String(link.length));
    await workbench.screenshot('link-copied-dark');
  });

  it('opens, once VS Code was told that it may, on the same numbers at the same step', async () => {
    await convolve('[[1]]\n\n[[2]]');
    await workbench.untilGrid(panel, 'Feature map', [[2]]);
    await call(link);
    await answer('Open');
    await panel.locator('.inspector [data-formula="(4 − 2 + 2·1) / 2 + 1 = 3"]').waitFor();
    await panel.locator('.step-rows').waitFor();
    await panel
      .locator('[role=grid][aria-label^="Feature map"] [aria-selected=true][data-row="0"][data-col="2"]')
      .waitFor();
    assert.equal((await workbench.grid(panel, 'Input'))[2]?.[3], 1e300);
    await workbench.screenshot('link-opened-dark');
  });

  it('asks before it takes the place of numbers that were changed here, and leaves them when told to', async () => {
    await convolve('[[1, 2], [3, 4]]\n\nkernel = [[2]]');
    const cell = panel.locator('[role=grid][aria-label^="Input"] [role=gridcell]').first();
    await cell.click();
    await workbench.page.keyboard.type('9');
    await workbench.page.keyboard.press('Enter');
    const changed = [
      [18, 4],
      [6, 8],
    ];
    await workbench.untilGrid(panel, 'Feature map', changed);
    await call(link);
    await answer('Open');
    await dialog().getByText('Show the link in place of what the panel shows?').waitFor();
    await workbench.screenshot('link-asks-dark');
    await answer('Cancel');
    await workbench.untilGrid(panel, 'Feature map', changed);
    await call(link);
    await answer('Open');
    await dialog().getByText('Show the link in place of what the panel shows?').waitFor();
    await answer('Open');
    await panel.locator('.inspector [data-formula="(4 − 2 + 2·1) / 2 + 1 = 3"]').waitFor();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await workbench.untilGrid(panel, 'Feature map', changed);
  });

  it('is refused where it was cut off or holds something else, and changes nothing', async () => {
    const before = await workbench.grid(panel, 'Input');
    for (const wrong of [link.slice(0, -9), link.replace(/lens=.*/, 'lens=AAAA'), link.replace('/open?', '/run?')]) {
      await call(wrong);
      await answer('Open');
      await workbench.page.getByText('This link holds no convolution.').first().waitFor();
      await workbench.run('Notifications: Clear All Notifications');
    }
    assert.deepEqual(await workbench.grid(panel, 'Input'), before);
    assert.deepEqual(workbench.webviewErrors, []);
  });

  it('can be pasted where the system does not know such links', async () => {
    await convolve('[[1]]\n\n[[2]]');
    await workbench.setClipboard(link);
    await workbench.run('Convolution Lens: Open Link');
    await eventually('the copied link is offered', async () =>
      (await input().inputValue()) === link ? true : undefined,
    );
    await workbench.page.keyboard.press('Enter');
    await panel.locator('.inspector [data-formula="(4 − 2 + 2·1) / 2 + 1 = 3"]').waitFor();
  });

  it('is offered as a file where it would be too long, which opens in the same way', async () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const line = () => `[${Array.from({ length: 60 }, random).join(', ')}]`;
    await convolve(`[${Array.from({ length: 60 }, line).join(', ')}]\n\nkernel = [[2]]`);
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="60"]').waitFor();
    await workbench.run('Convolution Lens: Copy Link');
    // Toasts go away by themselves; the list of notifications stays.
    await workbench.run('Notifications: Show Notifications');
    await workbench.page.getByRole('button', { name: 'Save as File…' }).click();
    await eventually('a name is offered', async () => (await input().inputValue()).endsWith('.convlens') || undefined);
    await workbench.page.keyboard.press('Enter');
    const file = path.join(workbench.folder, 'convolution.convlens');
    await eventually('the file is there', async () => (fs.existsSync(file) && fs.statSync(file).size > 0) || undefined);
    await convolve('[[1]]\n\n[[2]]');
    await workbench.untilGrid(panel, 'Feature map', [[2]]);
    await workbench.chooseFromExplorerMenu('convolution.convlens', 'Open File as Matrix');
    await panel.locator('[role=grid][aria-label^="Feature map"][aria-label*="60"]').waitFor();
  });
});
