import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { expectAccessible } from './axe';
import { map } from './figures';
import { eventually, Workbench } from './workbench';

/** Rows × columns × channels: in which of the two orders an image is read shows in its shape alone. */
const rgb =
  '[[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [9, 8, 7]], [[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [3, 2, 1]], [[5, 5, 5], [6, 6, 6]]]';

describe('the network panel', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'image.py'), `rgb = ${rgb}\n`);
    workbench = await Workbench.open({ folder, viewport: { width: 1700, height: 960 } });
    await workbench.run('Convolution Lens: Open Network');
    panel = await networkFrame(workbench);
  });
  after(() => workbench?.close());

  const heads = () => panel.locator('.stage-head');
  const shapes = () => panel.locator('.stage-head .shape').allInnerTexts();
  const untilShapes = async (expected: readonly string[]) => {
    let actual: string[] = [];
    await eventually(
      'the shapes',
      async () => {
        actual = await shapes();
        return JSON.stringify(actual) === JSON.stringify(expected) || undefined;
      },
      6000,
    ).catch(() => assert.deepEqual(actual, expected));
  };
  const headline = (text: string) => panel.locator('.headline h2', { hasText: text }).waitFor();
  const number = (text: string) => Number(text.replace('−', '-').replace(/[()\u2009]/g, ''));

  // 28 − 3 + 1 = 26, 26 ÷ 2 = 13, 13 − 3 + 1 = 11, 6 · 11 · 11 = 726.
  const usual = ['1 × 28 × 28', '4 × 26 × 26', '4 × 26 × 26', '4 × 13 × 13', '6 × 11 × 11', '726', '10', '10'];

  it('opens on the usual flow, every stage computed, with its parameters and what it sees', async () => {
    await untilShapes(usual);
    const facts = (at: number) => panel.locator('.stage-facts').nth(at).innerText();
    // 3 · 3 · 1 · 4 + 4; 3 · 3 · 4 · 6 + 6; 726 · 10 + 10. Two convolutions and a pooling see 3 + 1 + 2 · 2 = 8.
    assert.match(await facts(1), /40 parameters/);
    assert.match(await facts(4), /222 parameters/);
    assert.match(await facts(4), /sees 8 × 8/);
    assert.match(await facts(6), /7270 parameters/);
    const shares = await panel.locator('.row-bars').last().locator('.number').allInnerTexts();
    const sum = shares.reduce((total, share) => total + number(share), 0);
    assert.ok(Math.abs(sum - 1) < 0.001, `${sum}`);
    await workbench.screenshot('network-open-dark');
  });

  it('shows what a value was made of: partial sums and the bias add up to it', async () => {
    // The second convolution's map of its third filter.
    const map = panel.locator('.map[data-channel="2"]').last();
    await map.click({ position: { x: 12, y: 12 } });
    await headline('channel 2, row');
    const shown = panel.locator('.channel-sum .partial');
    await shown.nth(3).waitFor();
    const partials = (await shown.allInnerTexts()).map(number);
    assert.equal(partials.length, 4);
    const total = await panel.locator('.total-sum').innerText();
    const bias = number(/bias\s+(\S+)/.exec(total)?.[1] ?? '');
    const value = number(await panel.locator('.headline .value').innerText());
    const sum = partials.reduce((all, partial) => all + partial, bias);
    assert.ok(Math.abs(sum - value) < 1e-4, `${sum} and ${value}`);
    await workbench.screenshot('network-traced-dark');
  });

  it('goes further back with each click, to the pixels, and returns along the trail', async () => {
    const leading = () => panel.locator('.detail .small-cell.leads').first();
    await leading().click();
    await headline('Max pool 2×2');
    await leading().click();
    await headline('ReLU');
    await panel.getByRole('button', { name: 'Back to' }).click();
    await headline('Conv 3×3');
    await leading().click();
    await headline('Image');
    assert.equal(await panel.locator('.trail button').count(), 4);
    await panel.locator('.trail button').first().click();
    await headline('channel 2, row');
    assert.equal(await panel.locator('.trail').count(), 0);
  });

  it('is walked through by keys, and says the value as a sentence', async () => {
    await panel.locator('[role=grid][aria-label^="Softmax"] [role=gridcell]').focus();
    await workbench.page.keyboard.press('ArrowDown');
    await headline('value 1');
    await panel.locator('.detail [role=status]', { hasText: /^Softmax, value 1 is 0\.\d+\. The share/ }).waitFor();
    await panel.locator('[role=grid][aria-label^="Conv 3×3, channel"]').first().locator('[role=gridcell]').focus();
    await workbench.page.keyboard.press('PageDown');
    await headline('channel 1, row 0, column 0');
    await workbench.page.keyboard.press('Control+End');
    await headline('channel 1, row 25, column 25');
  });

  it('changes a layer by keys, and undoes it', async () => {
    await heads().nth(1).focus();
    await workbench.page.keyboard.press('Enter');
    const editor = panel.locator('.editor');
    const rows = editor.getByRole('spinbutton', { name: 'Stride, rows' });
    await rows.focus();
    await workbench.page.keyboard.press('ArrowUp');
    // ⌊(28 − 3) / 2⌋ + 1 = 13, in both directions, since they were alike.
    await untilShapes(['1 × 28 × 28', '4 × 13 × 13', '4 × 13 × 13', '4 × 6 × 6', '6 × 4 × 4', '96', '10', '10']);
    await workbench.screenshot('network-editor-dark');
    await workbench.page.keyboard.press('Escape');
    await editor.waitFor({ state: 'hidden' });
    await heads().nth(1).focus();
    await workbench.page.keyboard.press('Control+Z');
    await untilShapes(usual);
  });

  it('moves, takes out and puts in layers by keys; what cannot be says why and what helps', async () => {
    await heads().nth(5).focus();
    await workbench.page.keyboard.press('Delete');
    const fault = panel.locator('.refused');
    await fault.waitFor();
    assert.match(await fault.innerText(), /values in a row, and gets 6 channels of 11 × 11/);
    assert.equal(await panel.locator('.unreached').count(), 1);
    await workbench.screenshot('network-refused-dark');
    await fault.getByRole('button', { name: 'Flatten first' }).click();
    await untilShapes(usual);
    await heads().nth(2).focus();
    await workbench.page.keyboard.press('Alt+ArrowRight');
    await untilShapes(['1 × 28 × 28', '4 × 26 × 26', '4 × 13 × 13', '4 × 13 × 13', '6 × 11 × 11', '726', '10', '10']);
    assert.equal(await panel.evaluate(() => document.activeElement?.getAttribute('data-stage')), '3');
    await heads().nth(4).focus();
    await workbench.page.keyboard.press('+');
    await panel.getByRole('menuitem', { name: 'ReLU' }).click();
    await eventually('nine heads', async () => (await heads().count()) === 9 || undefined);
    for (const _ of [1, 2, 3, 4]) await panel.getByRole('button', { name: 'Undo' }).click();
    await untilShapes(usual);
  });

  it('takes a layer that is dragged to another place', async () => {
    const [from, to] = [await heads().nth(2).boundingBox(), await heads().nth(3).boundingBox()];
    assert.ok(from && to);
    const y = from.y + from.height / 2;
    await workbench.page.mouse.move(from.x + from.width / 2, y);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(to.x + to.width / 2, y, { steps: 6 });
    await workbench.page.mouse.move(to.x + to.width, y);
    await panel.locator('.drop-mark').waitFor();
    await workbench.screenshot('network-drag-dark');
    await workbench.page.mouse.up();
    await untilShapes(['1 × 28 × 28', '4 × 26 × 26', '4 × 13 × 13', '4 × 13 × 13', '6 × 11 × 11', '726', '10', '10']);
    assert.equal(await panel.locator('.editor').count(), 0);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await untilShapes(usual);
  });

  it('pads everywhere by one switch', async () => {
    await panel.getByRole('checkbox', { name: 'Pad everywhere' }).check();
    await untilShapes(['1 × 28 × 28', '4 × 28 × 28', '4 × 28 × 28', '4 × 14 × 14', '6 × 14 × 14', '1176', '10', '10']);
    await workbench.screenshot('network-padded-dark');
    await panel.getByRole('checkbox', { name: 'Pad everywhere' }).uncheck();
    await untilShapes(usual);
  });

  it('counts parameters for sizes of one’s own, weights and biases apart', async () => {
    await panel.getByRole('tab', { name: 'Parameters' }).click();
    await panel.locator('.compared .arithmetic').first().waitFor();
    const arithmetic = () => panel.locator('.compared .arithmetic').allInnerTexts();
    const plain = (text: string) => text.replace(/\u2009/g, '').replace(/\s+/g, ' ');
    const [dense] = await arithmetic();
    assert.equal(plain(dense!), '28 × 28 × 1000 = 784000 weights + 1000 biases = 785000 parameters');
    await panel.getByRole('button', { name: 'ImageNet' }).click();
    await eventually('ImageNet', async () => plain((await arithmetic())[0]!).startsWith('224') || undefined);
    const [large, conv] = await arithmetic();
    assert.equal(plain(large!), '224 × 224 × 3 × 1000 = 150528000 weights + 1000 biases = 150529000 parameters');
    assert.equal(plain(conv!), '3 × 3 × 3 × 64 = 1728 weights + 64 biases = 1792 parameters');
    await workbench.screenshot('network-parameters-dark');
  });

  it('comes back after a reload as it was', async () => {
    await panel.getByRole('tab', { name: 'Layers' }).click();
    await heads().nth(0).click();
    await panel.getByRole('group', { name: 'Digit', exact: true }).getByRole('button', { name: '7' }).click();
    await panel.getByRole('button', { name: 'stack' }).click();
    await panel.locator('[role=grid][aria-label^="Dense"] [role=gridcell]').focus();
    await workbench.page.keyboard.press('ArrowDown');
    await headline('Dense 10');
    const title = await panel.locator('.headline h2').innerText();
    const value = await panel.locator('.headline .value').innerText();
    // The state is kept a moment after the last change.
    await new Promise((resolve) => setTimeout(resolve, 800));
    await workbench.reload();
    panel = await networkFrame(workbench);
    await untilShapes(usual);
    await headline('Dense 10');
    assert.equal(await panel.locator('.headline h2').innerText(), title);
    assert.equal(await panel.locator('.headline .value').innerText(), value);
    assert.equal(await panel.getByRole('button', { name: 'stack' }).getAttribute('aria-pressed'), 'true');
    await panel.getByRole('button', { name: 'side by side' }).click();
  });

  it('takes a selected tensor as its image, and reads its axes in the other order when told to', async () => {
    await workbench.openFile('image.py');
    await workbench.select('[[[255', '6, 6, 6]]]');
    await workbench.run('Convolution Lens: Use Selection as the Image of the Network');
    panel = await networkFrame(workbench);
    await eventually('three channels', async () => (await shapes())[0] === '3 × 5 × 2' || undefined);
    await heads().nth(0).click();
    await panel.getByRole('group', { name: 'Order of the axes' }).getByRole('button', { name: 'CHW' }).click();
    await eventually('five channels', async () => (await shapes())[0] === '5 × 2 × 3' || undefined);
    await workbench.screenshot('network-selection-dark');
  });

  it('takes over what the lens shows: its input as the image, its kernel as the first layer', async () => {
    await workbench.openFile('convolution.ipynb');
    await workbench.selectAllInCell('import numpy as np');
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
    await workbench.run('Convolution Lens: As a Layer of a Network');
    panel = await networkFrame(workbench);
    await eventually('the map', async () => (await shapes())[1] === '1 × 3 × 3' || undefined);
    await panel.locator('[role=grid][aria-label^="Conv 3×3"] [role=gridcell]').focus();
    for (const [row, values] of map.entries())
      for (const [col, value] of values.entries()) {
        await workbench.page.keyboard.press('Control+Home');
        for (let step = 0; step < row; step++) await workbench.page.keyboard.press('ArrowDown');
        for (let step = 0; step < col; step++) await workbench.page.keyboard.press('ArrowRight');
        await headline(`row ${row}, column ${col}`);
        await panel.locator('.headline .value', { hasText: String(value).replace('-', '−') }).waitFor();
      }
    await workbench.screenshot('network-of-lens-dark');
  });

  it('has no faults that axe finds, in any theme', async () => {
    for (const [theme, name] of [
      ['Default Dark Modern', 'dark'],
      ['Default Light Modern', 'light'],
      ['Default High Contrast', 'hc'],
      ['Default High Contrast Light', 'hc-light'],
    ] as const) {
      await workbench.setTheme(theme);
      await panel.getByRole('tab', { name: 'Layers' }).click();
      await heads().nth(1).click();
      await panel.locator('.editor').waitFor();
      await workbench.screenshot(`network-editor-${name}-theme`);
      await expectAccessible(panel);
      await heads().nth(1).click();
      await panel.getByRole('tab', { name: 'Parameters' }).click();
      await panel.locator('.compared').waitFor();
      await expectAccessible(panel);
      await workbench.screenshot(`network-parameters-${name}-theme`);
    }
  });

  it('wrote no errors', () => assert.deepEqual(workbench.webviewErrors, []));
});

/** The network panel's document, as soon as it shows its layers. */
async function networkFrame(workbench: Workbench): Promise<Frame> {
  return eventually('the network appears', async () => {
    for (const frame of workbench.page.frames()) {
      const found = await frame
        .locator('body[data-surface="network"] .stage-head')
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    return undefined;
  });
}
