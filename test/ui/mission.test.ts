import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { Workbench } from './workbench';

/** The rows S1 to S8 of what the panel has to show, by figure; S9 is in `notebook.test.ts`. */
describe('the figures of the mission', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    workbench = await Workbench.open({ viewport: { width: 1600, height: 960 } });
  });
  after(() => workbench?.close());

  async function convolve(...texts: readonly string[]): Promise<void> {
    await workbench.setClipboard(texts.join('\n\n'));
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    panel = await workbench.panel();
  }

  const sentence = () => panel.locator('[data-sentence]').getAttribute('data-sentence');
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  const formula = () => panel.locator('.inspector [data-formula]').first().getAttribute('data-formula');
  const until = (said: string) => panel.locator(`[data-sentence="${said}"]`).waitFor();

  function rows(size: number, value: (row: number, col: number) => number): string {
    const side = Array.from({ length: size }, (_, i) => i);
    return `[${side.map((row) => `[${side.map((col) => value(row, col)).join(', ')}]`).join(',\n ')}]`;
  }

  it('S1: four patches, each with its products and its sum', async () => {
    await convolve('[[1, 2, 3], [4, 5, 6], [7, 8, 9]]', '[[1, 0], [0, -1]]');
    await workbench.untilGrid(panel, 'Feature map', [
      [-4, -4],
      [-4, -4],
    ]);
    await until('1·1 + 0·2 + 0·4 + (−1)·5 = −4');
    for (const said of [
      '1·2 + 0·3 + 0·5 + (−1)·6 = −4',
      '1·4 + 0·5 + 0·7 + (−1)·8 = −4',
      '1·5 + 0·6 + 0·8 + (−1)·9 = −4',
    ]) {
      await button('Step on').click();
      await until(said);
    }
    await workbench.screenshot('mission-s1');
  });

  it('S2: one patch with the Laplacian gives 3', async () => {
    await convolve('[[1, 2, 0], [0, 1, 3], [1, 2, 1]]', '[[0, 1, 0], [1, -4, 1], [0, 1, 0]]');
    await workbench.untilGrid(panel, 'Feature map', [[3]]);
    assert.match((await sentence()) ?? '', /= 3$/);
    await workbench.screenshot('mission-s2');
  });

  it('S3: a vertical edge answers Sobel x with 760, and the kernel is named', async () => {
    await convolve('[[10, 10, 200], [10, 10, 200], [10, 10, 200]]', '[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]');
    await workbench.untilGrid(panel, 'Feature map', [[760]]);
    assert.ok((await panel.locator('.stage').innerText()).includes('Sobel x'));
  });

  it('S3: every named filter is one click away', async () => {
    for (const [id, name] of [
      ['laplacian', 'Laplacian'],
      ['sobelY', 'Sobel y'],
      ['verticalEdge', 'vertical edge'],
      ['horizontalEdge', 'horizontal edge'],
      ['diagonalDown', 'diagonal, falling'],
      ['diagonalUp', 'diagonal, rising'],
      ['sharpen', 'sharpen'],
      ['identity', 'identity'],
    ] as const) {
      await panel.locator('.pick-kernel').click();
      await panel.locator(`[data-preset=${id}]`).click();
      await panel.locator('.pick-kernel').filter({ hasText: name }).waitFor();
      await workbench.page.keyboard.press('Escape');
    }
    await workbench.untilGrid(panel, 'Feature map', [[10]]);
  });

  it('S4 and S5: 28×28 with 3×3 gives 26×26, by the positions 1 2 3 to 26 27 28', async () => {
    await convolve(
      rows(28, (row, col) => (row * col) % 7),
      '[[1, 0, -1], [1, 0, -1], [1, 0, -1]]',
    );
    await panel.locator('[role=grid][aria-label^="Feature map"]').waitFor();
    assert.match(
      (await panel.locator('[role=grid][aria-label^="Feature map"]').getAttribute('aria-label')) ?? '',
      /26/,
    );
    assert.equal(await formula(), '(28 − 3 + 2·0) / 1 + 1 = 26');
    const positions = await panel.locator('.positions').innerText();
    assert.match(positions.replace(/\s+/g, ' '), /26 positions.*\[1 2 3\].*\[26 27 28\].*\[27 28 29\]/);
    await workbench.screenshot('mission-s4');
  });

  it('S6: stride 1 gives 3×3, stride 2 gives 2×2', async () => {
    await convolve(
      rows(5, (row, col) => row + col),
      '[[1, 0, -1], [1, 0, -1], [1, 0, -1]]',
    );
    assert.equal(await formula(), '(5 − 3 + 2·0) / 1 + 1 = 3');
    await button('Stride: more').click();
    await panel.locator('.inspector [data-formula="(5 − 3 + 2·0) / 2 + 1 = 2"]').waitFor();
    assert.equal((await workbench.grid(panel, 'Feature map')).length, 2);
  });

  it('S6: the floor bites, and it is said why', async () => {
    await convolve(
      rows(6, (row, col) => row + col),
      '[[1, 0, -1], [1, 0, -1], [1, 0, -1]]',
    );
    await button('Stride: more').click();
    await panel.locator('.inspector [data-formula="⌊(6 − 3 + 2·0) / 2⌋ + 1 = 2"]').waitFor();
    const said = (await panel.locator('.inspector').innerText()).replace(/\s+/g, ' ');
    assert.match(said, /a start at 4 would need column 6: not there/);
    assert.match(said, /column 5 and row 5 are never read/);
    await workbench.screenshot('mission-s6');
  });

  it('S7: padding 1 makes 7×7 of 5×5, and a map of 5×5', async () => {
    await convolve(
      rows(5, (row, col) => row + col),
      '[[1, 0, -1], [1, 0, -1], [1, 0, -1]]',
    );
    await button('Padding on all sides: more').click();
    await panel.locator('.inspector [data-formula="(5 − 3 + 2·1) / 1 + 1 = 5"]').waitFor();
    assert.equal((await workbench.grid(panel, 'Feature map')).length, 5);
    assert.equal(await panel.locator('.ring').count(), 1);
  });

  for (const { n, f, s, wanted, padding } of [
    { n: 7, f: 3, s: 1, wanted: 7, padding: 1 },
    { n: 7, f: 3, s: 2, wanted: 7, padding: 4 },
    { n: 5, f: 5, s: 1, wanted: 5, padding: 2 },
    { n: 5, f: 3, s: 1, wanted: 3, padding: 0 },
  ])
    it(`S8: ${n} cells, filter ${f}, stride ${s}: a map of ${wanted} takes padding ${padding}`, async () => {
      await convolve(
        rows(n, (row, col) => row - col),
        `kernel = ${rows(f, () => 1)}`,
      );
      if (s === 2) await button('Stride: more').click();
      await panel.locator('.solve').click();
      await panel.getByRole('spinbutton', { name: 'I want a map of' }).fill(String(wanted));
      const recommended = panel.locator('.solver li').filter({ has: panel.locator('button.primary') });
      assert.equal(await recommended.locator('code').innerText(), `${padding} | ${padding}`);
      if (s === 2) await workbench.screenshot('mission-s8');
      await recommended.locator('button').click();
      await panel.locator(`.inspector [data-formula$="/ ${s} + 1 = ${wanted}"]`).first().waitFor();
      await panel.locator('.solver').press('Escape');
    });

  it('S8: the same wanted size is solved for the stride and for the kernel, and why none does is told', async () => {
    await convolve(
      rows(9, (row, col) => row - col),
      `kernel = ${rows(3, () => 1)}`,
    );
    await panel.locator('.solve').click();
    const wanted = panel.getByRole('spinbutton', { name: 'I want a map of' });
    const recommended = () => panel.locator('.solver li').filter({ has: panel.locator('button.primary') });
    await button('stride').click();
    await wanted.fill('3');
    assert.match(await recommended().innerText(), /^3\s+hops of 3, nothing floored/);
    await recommended().locator('button').click();
    await panel.locator('.inspector [data-formula="(9 − 3 + 2·0) / 3 + 1 = 3"]').waitFor();
    await workbench.screenshot('mission-s8-stride');
    await button('kernel size').click();
    await wanted.fill('2');
    assert.match(await recommended().innerText(), /^6\s+6 cells, nothing floored/);
    await recommended().locator('button').click();
    await panel.locator('.inspector [data-formula="(9 − 6 + 2·0) / 3 + 1 = 2"]').waitFor();
    await button('stride').click();
    await wanted.fill('8');
    await panel.locator('.solver .unsolved').waitFor();
    await panel.locator('.solver').press('Escape');
  });
});
