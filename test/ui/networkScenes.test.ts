import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { eventually, Workbench } from './workbench';

const scenes = ['Shift', 'Flatten', 'Learn', 'Backward'] as const;

describe('the scenes of the network panel', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    workbench = await Workbench.open({ viewport: { width: 1500, height: 960 } });
    await workbench.run('Convolution Lens: Open Network');
    panel = await networkFrame(workbench);
    await workbench.page.keyboard.press('Control+B');
  });
  after(() => workbench?.close());

  const open = (name: string) => panel.getByRole('tab', { name, exact: true }).click();
  const key = (name: string) => workbench.page.keyboard.press(name);
  const until = (what: string, locator: () => Locator, expected: RegExp) =>
    eventually(what, async () => {
      const text = await locator().first().innerText();
      return expected.test(plain(text)) ? plain(text) : undefined;
    });
  const stageRow = (name: string) => panel.locator('.stages-moved tbody tr', { hasText: name });

  it('moves the image by mouse and keys, and counts what follows', async () => {
    await open('Shift');
    // One step of 28 × 28 by a convolution of 3 × 3: maps of 26 × 26 move along whole, all but their first column can be compared.
    await until('the convolution follows', () => stageRow('Conv 3×3'), /\(0, 1\)\s+2600 of 2600/);
    // A pooling of 2 × 2 steps by 2: one cell of the image is half a cell of its map.
    await until('pooling does not', () => stageRow('Max pool 2×2'), /\(0, 0\.5\)/);
    const picture = panel.getByRole('application');
    await picture.focus();
    await key('ArrowRight');
    await until('pooling follows a move by two', () => stageRow('Max pool 2×2'), /\(0, 1\)\s+624 of 624/);
    const box = (await picture.boundingBox())!;
    const { mouse } = workbench.page;
    await mouse.move(box.x + 100, box.y + 100);
    await mouse.down();
    await mouse.move(box.x + 100, box.y + 100 + (3 * box.height) / 28, { steps: 4 });
    await mouse.up();
    await until('the convolution moved', () => stageRow('Conv 3×3'), /\(3, 2\)/);
    await panel.getByRole('button', { name: 'Max pool 2×2' }).click();
    await until('half a cell', () => panel.locator('.verdict'), /comes to \(1\.5, 1\) cells/);
    await workbench.screenshot('scene-shift');
    await picture.focus();
    await key('Home');
    await until('it is back', () => stageRow('Conv 3×3'), /\(0, 0\) 2704 of 2704 – 2704 of 2704/);
  });

  it('flattens in both orders, and shuffles for a dense layer and a convolution', async () => {
    await open('Flatten');
    // 6 maps of 11 × 11; row 2, column 3 of the first is 2 · 11 + 3, or (2 · 11 + 3) · 6 in the other order.
    await until(
      'the count',
      () => panel.locator('.arithmetic'),
      /11 rows × 11 columns × 6 channels = 726 values in a row/,
    );
    await until('CHW', () => panel.locator('.beside .formula'), /\(0 · 11 \+ 2\) · 11 \+ 3 = 25/);
    await panel.getByRole('button', { name: 'HWC' }).click();
    await until('HWC', () => panel.locator('.beside .formula'), /\(2 · 11 \+ 3\) · 6 \+ 0 = 150/);
    await panel
      .getByRole('grid', { name: /to be flattened/ })
      .getByRole('gridcell')
      .focus();
    await key('ArrowDown');
    await until('the value below, 11 · 6 on', () => panel.locator('.beside .formula'), /= 216/);
    await until('the distance below', () => panel.locator('.distances'), /below\s+1\s+66/);
    await panel.getByRole('button', { name: 'CHW' }).click();
    await until('the convolution differs', () => panel.locator('.conv-verdict'), /Even in order of size they differ/);
    await until('the dense layer does not', () => panel.locator('.dense-verdict'), /The same numbers: 10 units/);
    await workbench.screenshot('scene-flatten');
    await panel.locator('.shuffled').scrollIntoViewIfNeeded();
    await panel.locator('.dense-verdict').scrollIntoViewIfNeeded();
    await workbench.screenshot('scene-flatten-shuffled');
  });

  it('learns a hidden kernel step by step, plays, goes back, and shows a divergence', async () => {
    await open('Learn');
    const at = () => panel.locator('.learn-player .at');
    await until('the start', at, /step 0 of \d+/);
    const first = lossOf(await at().innerText());
    await panel.locator('.learn-scene h2').first().click();
    await key('ArrowRight');
    await key('ArrowRight');
    await until('two steps', at, /step 2 of/);
    assert.ok(lossOf(await at().innerText()) < first);
    await key('ArrowLeft');
    await until('one step', at, /step 1 of/);
    await key('Space');
    await until('it plays', at, /step ([5-9]|\d\d) of/);
    await key('Space');
    await panel.getByRole('button', { name: 'Reveal' }).click();
    await panel.getByRole('grid', { name: 'Gradient of the kernel' }).getByRole('gridcell').nth(4).click();
    // The sum that is shown is the cell that was chosen.
    const said = await until('the sum', () => panel.locator('.gradient-sum'), /dL\/dW\[1, 1\] =/);
    const cell = await panel
      .getByRole('grid', { name: 'Gradient of the kernel' })
      .getByRole('gridcell')
      .nth(4)
      .getAttribute('title');
    const [shown, told] = [/= (\S+)\.$/, /: (\S+)$/].map((number, i) =>
      numberOf(number.exec(i === 0 ? said : cell!)![1]!),
    );
    assert.ok(Math.abs(shown! - told!) <= 1e-3 * Math.abs(told!), `${shown} and ${told}`);
    await workbench.screenshot('scene-learn');
    await panel.locator('.gradient-sum').scrollIntoViewIfNeeded();
    await workbench.screenshot('scene-learn-gradient');
    const rate = panel.getByRole('slider', { name: 'Learning rate' });
    await rate.focus();
    await key('End');
    await until('it diverges', () => panel.locator('.verdict'), /It diverges/);
    await panel.getByRole('button', { name: 'To the end' }).click();
    await panel.locator('.loss-curve').scrollIntoViewIfNeeded();
    await workbench.screenshot('scene-learn-diverged');
    await rate.focus();
    for (let i = 0; i < 20; i++) await key('ArrowLeft');
    await until('it is stable', () => panel.locator('.verdict'), /Still learning|Found/);
    await panel.getByRole('button', { name: 'of your kernel' }).click();
    await panel.getByRole('textbox', { name: 'Your kernel' }).fill('[[0, 1], [1, 0]]');
    await eventually('a kernel of two by two', async () => {
      const cells = await panel.getByRole('grid', { name: 'Learned kernel' }).getByRole('gridcell').count();
      return cells === 4 || undefined;
    });
    await panel.getByRole('textbox', { name: 'Your kernel' }).fill('nothing');
    await until('what is wrong', () => panel.getByRole('alert'), /not one matrix/);
    await panel.getByRole('button', { name: 'your map' }).click();
    await panel.getByRole('textbox', { name: 'Your map' }).fill('[[1, 2], [3, 4]]');
    await until('the size that is needed', () => panel.getByRole('alert'), /26 × 26/);
    await panel.getByRole('button', { name: 'of a hidden kernel' }).click();
    await panel.locator('.learn-player').waitFor();
  });

  it('goes back from the loss and from a value to weights and inputs, with the terms that add up', async () => {
    await open('Backward');
    const steps = () => panel.locator('.steps-of');
    await until('a weight', () => steps(), /dL\/dW\[0, 0, 0, 0\]/);
    const terms = async (section: Locator) => {
      const products = (await section.locator('li b').allInnerTexts()).map(numberOf);
      const sum = products.pop()!;
      const added = products.reduce((all, one) => all + one, 0);
      // Each is shown with some four digits.
      const sizes = products.reduce((all, one) => all + Math.abs(one), 0);
      assert.ok(Math.abs(added - sum) <= 1e-3 * sizes, `${added} and ${sum}`);
    };
    await terms(steps().nth(0));
    await terms(steps().nth(1));
    await panel.getByRole('grid', { name: 'dL/dW of Conv 3×3' }).getByRole('gridcell').focus();
    await key('ArrowRight');
    await until('the next weight', () => steps(), /dL\/dW\[0, 0, 0, 1\]/);
    await workbench.screenshot('scene-backward');
    await panel.getByRole('button', { name: 'a value' }).click();
    await panel.getByRole('combobox', { name: 'Layer', exact: true }).selectOption({ label: '6  Dense 10' });
    await until('a weight of the dense layer', () => steps(), /dL\/dW\[0, 1\]/);
    await panel.getByRole('combobox', { name: 'Layer of the value' }).selectOption({ label: '6  Dense 10' });
    // dL/dX of a dense layer's one unit are its weights: the one term is 1 times the weight.
    await eventually('one is the gradient of itself', async () => {
      const list = await steps().nth(1).locator('li').first().innerText();
      return /1 × /.test(plain(list)) || undefined;
    });
    await workbench.screenshot('scene-backward-value');
  });

  it('shows every scene in a light theme', async () => {
    await workbench.setTheme('Default Light Modern');
    for (const scene of scenes) {
      await open(scene);
      await panel.locator('.scene-page .values-picture').first().waitFor();
      await workbench.screenshot(`scene-${scene.toLowerCase()}-light`);
    }
    await workbench.setTheme('Default Dark Modern');
  });

  it('fits a narrow panel and half an editor', async () => {
    for (const [name, width] of [
      ['narrow', 340],
      ['half', 760],
    ] as const) {
      await workbench.page.setViewportSize({ width: width + 50, height: 900 });
      for (const scene of scenes) {
        await open(scene);
        await panel.locator('.scene-page .values-picture').first().waitFor();
        const wide = await panel.locator('.scene-page').evaluate((page) => page.scrollWidth - page.clientWidth);
        assert.ok(wide <= 1, `${scene} runs over by ${wide} px at ${width}`);
        await workbench.screenshot(`scene-${scene.toLowerCase()}-${name}`);
      }
    }
  });

  it('has no errors', () => assert.deepEqual(workbench.webviewErrors, []));
});

function plain(text: string): string {
  return text
    .replace(/\u2009/g, '')
    .replaceAll('−', '-')
    .replace(/\s+/g, ' ');
}

function numberOf(text: string): number {
  return Number(plain(text).replace(/[()]/g, '').trim());
}

function lossOf(text: string): number {
  return numberOf(/loss (\S+)/.exec(plain(text))![1]!);
}

/** The network panel's document, as soon as it shows its tabs. */
async function networkFrame(workbench: Workbench): Promise<Frame> {
  return eventually('the network appears', async () => {
    for (const frame of workbench.page.frames()) {
      const found = await frame
        .locator('body[data-surface="network"] [role=tabpanel]')
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    return undefined;
  });
}
