import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { image, map, mapOfStride2, paddedMap } from './figures';
import { Workbench } from './workbench';

describe('from a notebook cell', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    workbench = await Workbench.open({ viewport: { width: 1920, height: 1000 } });
    await workbench.openFile('convolution.ipynb');
  });
  after(() => workbench?.close());

  const sentence = () => panel.locator('[data-sentence]').getAttribute('data-sentence');
  const press = async (key: string) => {
    await panel.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press(key);
  };

  it('opens the panel by right-click, beside, with the map of mission row S9', async () => {
    await workbench.selectAllInCell('import numpy as np');
    await workbench.chooseFromContextMenu('Convolve Selection');
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', map);
    assert.deepEqual(await workbench.grid(panel, 'Input'), image);
    assert.deepEqual(await workbench.grid(panel, 'Kernel'), [
      [1, 0, -1],
      [1, 0, -1],
      [1, 0, -1],
    ]);
    assert.ok(await workbench.page.locator('.tab[aria-label^="image ⊛ filter"]').count());
  });

  it('leaves the focus in the cell', async () => {
    assert.equal(await workbench.page.locator('.notebookOverlay .monaco-editor.focused').count(), 1);
  });

  it('steps forward and back by buttons and by keys, and writes the sum out', async () => {
    assert.match((await sentence()) ?? '', /^1·1 \+ 0·2 \+ \(−1\)·3 \+ .* = −4$/);
    await panel.getByRole('button', { name: 'Step on' }).click();
    assert.match((await sentence()) ?? '', /= −2$/);
    await press('ArrowRight');
    assert.match((await sentence()) ?? '', /= 4$/);
    await panel.getByRole('button', { name: 'Step back' }).click();
    assert.match((await sentence()) ?? '', /= −2$/);
    await press('Control+End');
    assert.match((await sentence()) ?? '', /= −1$/);
    await press('Control+Home');
    assert.match((await sentence()) ?? '', /= −4$/);
  });

  it('shows a cell’s patch under the pointer, and stays there after a click', async () => {
    const cell = panel.locator('[role=grid][aria-label^="Feature map"] [role=gridcell]').nth(4);
    await cell.hover();
    await panel.locator('[data-sentence$="= −4"]').waitFor();
    await cell.click();
    await panel.locator('[role=grid][aria-label^="Kernel"]').hover();
    assert.match((await panel.locator('.step-count').innerText()).replace(/\s+/g, ' '), /5 of 9/);
  });

  it('changes padding and stride live', async () => {
    await panel.getByRole('button', { name: 'Padding on all sides: more' }).click();
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    await workbench.screenshot('notebook-padding-dark');
    await panel.getByRole('button', { name: 'Padding on all sides: less' }).click();
    await workbench.untilGrid(panel, 'Feature map', map);
    await panel.getByRole('button', { name: 'Stride: more' }).click();
    await workbench.untilGrid(panel, 'Feature map', mapOfStride2);
    await workbench.screenshot('notebook-stride-dark');
  });

  it('takes back with Ctrl+Z and does again with Ctrl+Shift+Z', async () => {
    await press('Control+z');
    await workbench.untilGrid(panel, 'Feature map', map);
    await press('Control+Shift+z');
    await workbench.untilGrid(panel, 'Feature map', mapOfStride2);
    await press('Control+z');
    await workbench.untilGrid(panel, 'Feature map', map);
  });

  it('follows the text as it is edited', async () => {
    await workbench.select('1, 2, 3, 0, 1', '1, 2, 3, 0, 1', 'import numpy');
    await workbench.page.keyboard.type('9, 2, 3, 0, 1');
    await workbench.untilGrid(panel, 'Input', [[9, 2, 3, 0, 1], ...image.slice(1)]);
    await workbench.untilGrid(panel, 'Feature map', [[4, -2, 4], ...map.slice(1)]);
    await workbench.select('9, 2, 3, 0, 1', '9, 2, 3, 0, 1', 'import numpy');
    await workbench.page.keyboard.type('1, 2, 3, 0, 1');
    await workbench.untilGrid(panel, 'Feature map', map);
  });

  it('looks right in light and in both high contrasts', async () => {
    for (const [theme, name] of [
      ['Default Light Modern', 'light'],
      ['Default High Contrast', 'hc'],
      ['Default High Contrast Light', 'hc-light'],
      ['Default Dark Modern', 'dark'],
    ] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`notebook-${name}`);
    }
    await workbench.untilGrid(panel, 'Feature map', map);
  });

  it('comes back after a reload, and still follows the cell', async () => {
    await panel.getByRole('button', { name: 'Padding on all sides: more' }).click();
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    await workbench.page.waitForTimeout(1000);
    await workbench.reload();
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', paddedMap);
    await workbench.page.locator('.notebookOverlay .view-line').first().waitFor();
    await workbench.select('1, 2, 3, 0, 1', '1, 2, 3, 0, 1', 'import numpy');
    await workbench.page.keyboard.type('9, 2, 3, 0, 1');
    await workbench.untilGrid(panel, 'Input', [[9, 2, 3, 0, 1], ...image.slice(1)]);
    assert.equal(await panel.locator('.notice').count(), 0);
  });

  it('breaks no security policy', () => {
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
