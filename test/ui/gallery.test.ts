import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { map } from './figures';
import { type Theme, Workbench } from './workbench';

/** What the workbench takes around the panel, once its sidebar is closed. */
const around = { width: 58, height: 97 };

const windows = {
  full: [1390, 820],
  half: [750, 680],
  narrow: [270, 680],
  low: [750, 440],
  wide: [990, 560],
} as const;

const notebook = `image = [[1, 2, 3, 0, 1], [0, 1, 2, 3, 1], [1, 0, 1, 2, 0], [2, 1, 0, 1, 2], [1, 2, 1, 0, 1]]

filter = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]`;

function rows(height: number, width: number, value: (row: number, col: number) => number): string {
  const row = (y: number) => `[${Array.from({ length: width }, (_, x) => value(y, x)).join(', ')}]`;
  return `[${Array.from({ length: height }, (_, y) => row(y)).join(', ')}]`;
}

/** Pairs of matrices whose pictures no window may have to scroll. */
const pairs: Readonly<Record<string, string>> = {
  '5x5': notebook,
  '1x1': '[[5]]\n\n[[-3]]',
  '28x28': `image = ${rows(28, 28, (row, col) => (row * col) % 10)}\n\nkernel = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]`,
  'kernel-5x5': `image = ${rows(9, 9, (row, col) => (row * col) % 7)}\n\nkernel = ${rows(5, 5, (row, col) => (row - 2) * (col - 2))}`,
  'kernel-7x7': `image = ${rows(9, 9, (row, col) => (row * col) % 7)}\n\nkernel = ${rows(7, 7, (row, col) => (row - 3) * (col - 3))}`,
  'kernel-25x25': `image = ${rows(39, 39, (row, col) => (row * col) % 7)}\n\nkernel = ${rows(25, 25, (row, col) => ((row - 3) * (col - 3)) % 5)}`,
  'kernel-1x5': `image = ${rows(5, 12, (row, col) => (row * col) % 7)}\n\nkernel = [[-1, 0, 2, 0, -1]]`,
  line: `image = ${rows(1, 28, (_, col) => col % 9)}\n\nkernel = [[1, 0, -1]]`,
};

for (const [name, theme] of [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
] as const satisfies readonly (readonly [string, Theme])[])
  describe(`what the panel shows, in ${name}`, () => {
    let workbench: Workbench;
    let panel: Frame;

    before(async () => {
      const folder = copySamples();
      const ring = (row: number, col: number) => Math.round(128 + 127 * Math.sin(Math.hypot(row - 256, col - 256) / 9));
      fs.writeFileSync(path.join(folder, 'rings.json'), `{"rings": ${rows(512, 512, ring)}}`);
      workbench = await Workbench.open({ folder, theme });
      await convolve(notebook);
      await workbench.run('View: Toggle Primary Side Bar Visibility');
      await size('full');
    });
    after(() => workbench?.close());

    const button = (label: string) => panel.getByRole('button', { name: label, exact: true });
    const cell = (grid: string, row: number, col: number) =>
      panel.locator(`[role=grid][aria-label^="${grid}"] [data-row="${row}"][data-col="${col}"]`);
    const shot = (what: string) => workbench.screenshot(`gallery-${what}-${name}`);

    async function convolve(text: string): Promise<void> {
      await workbench.setClipboard(text);
      await workbench.run('Convolution Lens: Convolve from Clipboard');
      panel = await workbench.panel();
      await panel.locator('[role=grid][aria-label^="Feature map"]').waitFor({ state: 'attached' });
    }

    async function size(of: keyof typeof windows): Promise<void> {
      const [width, height] = windows[of];
      await workbench.setViewport(width + around.width, height + around.height);
      await panel.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) < 24, width);
      // The stage is laid out again after the window's change.
      await workbench.page.waitForTimeout(250);
    }

    /** How much the stage would have to be scrolled. */
    const hidden = () =>
      panel
        .locator('.stage')
        .evaluate((stage) => [stage.scrollHeight - stage.clientHeight, stage.scrollWidth - stage.clientWidth]);

    for (const [pair, text] of Object.entries(pairs))
      it(`1 and 6: ${pair} in every window without a scroll bar`, async () => {
        await size('full');
        await convolve(text);
        for (const window of Object.keys(windows) as (keyof typeof windows)[]) {
          await size(window);
          await panel.locator('.stage-inner').waitFor();
          assert.deepEqual(await hidden(), [0, 0], window);
          await shot(`1-${pair}-${window}`);
        }
        await size('full');
      });

    it('2: the step as three grids, and flattened as rows', async () => {
      await convolve(notebook);
      await workbench.untilGrid(panel, 'Feature map', map);
      await button('so far').click();
      for (let step = 0; step < 5; step++) await button('Step on').click();
      await shot('2-step');
      await cell('Feature map', 1, 2).press('f');
      await panel.locator('.step-rows').waitFor();
      await shot('2-rows');
      await cell('Feature map', 1, 2).press('f');
      await button('whole').click();
    });

    it('3: what a cell of the input is used for, how often each is, and a pinned step', async () => {
      await cell('Input', 1, 3).hover();
      await panel.locator('.uses-line').waitFor();
      await shot('3-uses');
      await button('uses').click();
      await shot('3-counts');
      await button('values').click();
      await cell('Feature map', 2, 0).press('Enter');
      await panel.locator('.frame .pin').waitFor();
      await shot('3-pinned');
      await panel.locator('body').press('Escape');
    });

    it('4: the size: floored, and solved for padding, stride and kernel size', async () => {
      await convolve(`image = ${rows(6, 6, (row, col) => row + col)}\n\nkernel = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]`);
      await button('Stride: more').click();
      await panel.locator('.formula.floors').first().waitFor();
      await shot('4-floor');
      await panel.locator('.solve').click();
      for (const what of ['padding', 'stride', 'kernel size']) {
        await button(what).click();
        if (what === 'stride') await panel.getByRole('spinbutton', { name: 'I want a map of' }).fill('2');
        await panel.locator('.solver li').first().waitFor();
        await shot(`4-solve-${what.replace(' ', '-')}`);
      }
      await panel.locator('.solver').first().press('Escape');
    });

    it('5: padding with every fill, and where a value was taken from', async () => {
      await convolve(notebook);
      for (let amount = 0; amount < 2; amount++) await button('Padding on all sides: more').click();
      for (const fill of ['constant', 'replicate', 'reflect', 'symmetric', 'circular', 'zeros'] as const) {
        await panel.getByRole('combobox', { name: 'What the padding holds' }).selectOption(fill);
        if (fill !== 'zeros' && fill !== 'constant') {
          // A pointer that rests where it was says nothing.
          await cell('Input', 2, 2).hover();
          await panel.locator('.ring-cell[data-from-row]').nth(3).hover();
          await panel.locator('.fill-arrow').waitFor();
        }
        await shot(`5-${fill}`);
      }
    });

    it('6: NaN, infinities and minus zero; colour maps; a picture and its numbers', async () => {
      await convolve(
        '[[0.1, -1234567.891, 3e-12, -0.0], [nan, 1e300, 2, inf], [1, 2, -inf, 4]]\n\nkernel = [[0.5, 1], [-1, 0]]',
      );
      await shot('6-strange');
      await workbench.run('View: Toggle Primary Side Bar Visibility');
      await workbench.chooseFromExplorerMenu('rings.json', 'Open File as Matrix');
      panel = await workbench.panel();
      await panel.locator('canvas[aria-label="Picture of the input"]').waitFor();
      await workbench.run('View: Toggle Primary Side Bar Visibility');
      for (const window of ['full', 'half', 'narrow', 'low'] as const) {
        await size(window);
        assert.deepEqual(await hidden(), [0, 0], window);
        await shot(`6-512-${window}`);
      }
      await size('full');
    });

    it('7: a cell that is typed into, and kernels by what they do', async () => {
      await convolve(notebook);
      await cell('Input', 2, 2).dblclick();
      await workbench.page.keyboard.type('1/3');
      await shot('7-editing');
      await workbench.page.keyboard.press('Escape');
      await panel.locator('.pick-kernel').click();
      await panel.getByRole('dialog').waitFor();
      await shot('7-kernels');
      await panel.locator('body').press('Escape');
    });

    it('8 and 9: what can be had of it, and the presentation', async () => {
      await workbench.run('Convolution Lens: Export Worked Example');
      await workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Link' }).first().waitFor();
      await shot('8-export');
      await workbench.page.keyboard.press('Escape');
      await workbench.run('Convolution Lens: Presentation Mode');
      await panel.locator('.lens[data-presenting=true]').waitFor();
      await shot('9-presentation');
      await panel.locator('body').press('Escape');
      assert.deepEqual(workbench.webviewErrors, []);
    });

    it('10: the playground is the same view', async () => {
      await workbench.setViewport(1200, 820);
      const playground = await workbench.playground();
      await playground.locator('[role=grid][aria-label^="Feature map"]').waitFor({ state: 'attached' });
      await shot('10-playground');
    });
  });
