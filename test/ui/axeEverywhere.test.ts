import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { faultsOfLayout } from './faultsOfLayout';
import { map } from './figures';
import { eventually, type Theme, Workbench } from './workbench';

/** High contrast, forced colours, large text, narrow windows, little motion, scripts from right to left, ears for eyes. */
describe('the panel, however it is looked at', () => {
  let workbench: Workbench;
  let panel: Frame;
  before(async () => {
    workbench = await Workbench.open({ viewport: { width: 1600, height: 960 } });
    await workbench.openFile('kernels.py');
    await workbench.selectLines(7, 19);
    await workbench.run('Convolution Lens: Convolve Selection');
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', map);
  });
  after(() => workbench?.close());

  const cell = (grid: string) => panel.locator(`[role=grid][aria-label^="${grid}"] [role=gridcell]`).first();
  const leave = () => panel.locator('body').press('Escape');

  /** A picture, in which nothing may be wider than its place. */
  async function look(name: string): Promise<void> {
    // Sizes settle, and what moves has arrived.
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot(`everywhere-${name}`);
    assert.deepEqual(await panel.evaluate(faultsOfLayout), [], name);
  }

  /** The states in which a person works: a popover of each kind, and a cell that is typed into. */
  async function lookAtStates(name: string): Promise<void> {
    await look(name);
    await panel.locator('.pick-kernel').click();
    await look(`${name}-kernels`);
    await leave();
    await panel.locator('.pick-colours').click();
    await look(`${name}-cells`);
    await leave();
    await cell('Kernel').click();
    await workbench.page.keyboard.type('1/');
    await workbench.page.keyboard.press('Enter');
    await look(`${name}-editing`);
    await workbench.page.keyboard.press('Escape');
  }

  for (const [theme, name] of [
    ['Default High Contrast', 'hc'],
    ['Default High Contrast Light', 'hc-light'],
  ] as readonly (readonly [Theme, string])[])
    it(`in high contrast: ${name}`, async () => {
      await workbench.setTheme(theme);
      await lookAtStates(name);
    });

  it('in the colours of the system', async () => {
    await workbench.setTheme('Default Dark Modern');
    await workbench.page.emulateMedia({ forcedColors: 'active' });
    await lookAtStates('forced');
    await workbench.page.emulateMedia({ forcedColors: 'none' });
    await workbench.setTheme('Default Dark Modern');
  });

  it('without motion', async () => {
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
    await panel.locator('.lens[data-still=true]').waitFor();
    await panel.getByRole('button', { name: 'Step on', exact: true }).click();
    assert.equal(await panel.evaluate(() => document.getAnimations().length), 0);
    await workbench.page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('by ear: a step is a sentence, which waits while the steps play', async () => {
    const live = panel.locator('[aria-live=polite]');
    await panel.getByRole('button', { name: 'First step', exact: true }).click();
    await eventually(
      'the step is spoken',
      async () => /^Row 0, column 0: 1 times 1, plus .* equals −4$/.test(await live.innerText()) || undefined,
    );
    await panel.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await live.evaluate((region) => {
      const page = globalThis as unknown as { spoken: string[] };
      page.spoken = [];
      new MutationObserver(() => page.spoken.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await panel.getByRole('button', { name: 'Play', exact: true }).click();
    await eventually('the steps are over', async () => /^Row 2, column 2/.test(await live.innerText()) || undefined);
    assert.equal(await panel.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken.length), 1);
    await panel.getByRole('button', { name: 'First step', exact: true }).click();
  });

  it('with names from right to left', async () => {
    await workbench.setClipboard('תמונה = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n\nمرشح = [[1, 0], [0, -1]]');
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    await workbench.untilGrid(panel, 'Feature map', [
      [-4, -4],
      [-4, -4],
    ]);
    await cell('Input').hover();
    await look('right-to-left');
  });

  it('in windows of half the size, as at a zoom of 200 %', async () => {
    await workbench.setViewport(800, 480);
    await look('zoomed');
    await workbench.setViewport(1600, 960);
  });

  it('in 280 pixels, with how a matrix was read', async () => {
    await workbench.run('View: Toggle Primary Side Bar Visibility');
    await workbench.setViewport(610, 800);
    await panel.getByRole('button', { name: /^How the input was read/ }).click();
    await look('narrow-reading');
    await leave();
  });

  it('with text of twice the size, wide and narrow', async () => {
    await workbench.setSettings({ 'editor.fontSize': 28 });
    panel = await workbench.panel();
    for (const [width, name] of [
      [3000, 'wide'],
      [1700, 'half'],
      [900, 'narrow'],
    ] as const) {
      await workbench.setViewport(width, 1100);
      await (name === 'half' ? lookAtStates : look)(`text-${name}`);
    }
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
