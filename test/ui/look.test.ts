import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { map } from './figures';
import { eventually, Workbench } from './workbench';

describe('the way that numbers are shown', () => {
  const side = 200;
  const at = (row: number, col: number) => (row * 7 + col * 3) % 97;
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    const folder = copySamples();
    const line = (row: number) => Array.from({ length: side }, (_, col) => at(row, col)).join(',');
    fs.writeFileSync(path.join(folder, 'plain.csv'), Array.from({ length: side }, (_, row) => line(row)).join('\n'));
    workbench = await Workbench.open({ folder, viewport: { width: 1800, height: 1000 } });
    await workbench.openFile('convolution.ipynb');
    await workbench.selectAllInCell('import numpy as np');
    await workbench.chooseFromContextMenu('Convolve Selection');
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', map);
  });
  after(() => workbench?.close());

  const press = (key: string) => panel.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press(key);
  const row = async (name: string) => {
    const cells = await panel.locator(`.step-rows tr:has(th:text-is("${name}")) td`).allInnerTexts();
    return cells.map((text) => Number(text.replace('−', '-')));
  };

  it('writes the step as rows, whose products add up to the dot product', async () => {
    await press('f');
    await panel.locator('.step-rows').waitFor();
    const [patch, kernel, products] = [await row('patch'), await row('× kernel'), await row('= products')];
    assert.deepEqual(patch, [1, 2, 3, 0, 1, 2, 1, 0, 1]);
    assert.deepEqual(kernel, [1, 0, -1, 1, 0, -1, 1, 0, -1]);
    assert.deepEqual(
      products,
      patch.map((value, i) => value * (kernel[i] ?? 0) + 0),
    );
    const sum = products.reduce((total, product) => total + product, 0);
    assert.equal(await panel.locator('.dot-product .sum').innerText(), String(sum).replace('-', '−'));
    await workbench.screenshot('look-rows-dark');
  });

  it('has another look from the legend, and keeps it over a reload', async () => {
    await panel.locator('.pick-colours').click();
    await panel.getByRole('dialog').getByRole('combobox').selectOption('viridis');
    await panel.getByRole('button', { name: 'colours', exact: true }).click();
    await panel.locator('body').press('Escape');
    const cell = () => panel.locator('[role=grid][aria-label^="Feature map"] [role=gridcell]').first();
    assert.equal(await cell().innerText(), '');
    await workbench.screenshot('look-colours-dark');
    // The state is kept a moment after the last change.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await workbench.reload();
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', map);
    assert.equal(await cell().innerText(), '');
    await panel.locator('.step-rows').waitFor();
    await panel.locator('.pick-colours').click();
    assert.equal(await panel.getByRole('dialog').getByRole('combobox').inputValue(), 'viridis');
    await panel.getByRole('button', { name: 'both', exact: true }).click();
    await panel.getByRole('dialog').getByRole('combobox').selectOption('signed');
    await panel.locator('body').press('Escape');
    await press('f');
    await panel.locator('.sentence').waitFor();
  });

  it('is a presentation by its command, and Escape leaves it', async () => {
    await workbench.run('Convolution Lens: Presentation Mode');
    await panel.locator('.lens[data-presenting=true]').waitFor();
    assert.equal(await panel.locator('.inspector').count(), 0);
    assert.equal(await panel.locator('.sentence').evaluate((element) => getComputedStyle(element).fontSize), '24px');
    await workbench.screenshot('look-presentation-dark');
    await press('Escape');
    await panel.locator('.inspector').waitFor();
  });

  it('zooms a picture to its numbers, and moves it by a drag', async () => {
    await workbench.openFile('plain.csv');
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('Control+A');
    await workbench.run('Convolution Lens: Convolve Selection');
    panel = await workbench.panel();
    const picture = panel.locator('canvas[aria-label="Picture of the input"]');
    const box = await picture.boundingBox();
    assert.ok(box);
    const { mouse, keyboard } = workbench.page;
    await mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6);
    await keyboard.down('Control');
    for (let notch = 0; notch < 12; notch++) await mouse.wheel(0, -120);
    await keyboard.up('Control');
    const digits = () =>
      panel.locator('.picture-view:has(canvas[aria-label="Picture of the input"]) .picture-digits span');
    const shown = async () => (await digits().allInnerTexts()).map(Number);
    const first = await eventually('the cells are numbers', async () => {
      const numbers = await shown();
      return numbers.length > 20 ? numbers : undefined;
    });
    const follows = first.slice(1).filter((value, i) => value === ((first[i] ?? 0) + 3) % 97);
    assert.ok(follows.length > first.length * 0.8, first.join(' '));
    await workbench.screenshot('look-zoom-dark');
    await mouse.down();
    await mouse.move(box.x + box.width * 0.4 + 150, box.y + box.height * 0.6, { steps: 5 });
    await mouse.up();
    await eventually('other cells are seen', async () => (await shown()).join() !== first.join() || undefined);
    await mouse.dblclick(box.x + box.width * 0.4, box.y + box.height * 0.6);
    await eventually('the whole is seen again', async () => (await digits().count()) === 0 || undefined);
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
