import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { image, map, mapOfStride2, paddedMap } from './figures';
import { eventually, type Theme, Workbench } from './workbench';

/** Everything that the panel can do, without a mouse. */
describe('a tour by the keyboard alone', () => {
  let workbench: Workbench;
  let panel: Frame;
  before(async () => {
    workbench = await Workbench.open({ viewport: { width: 1800, height: 1000 } });
  });
  after(() => workbench?.close());

  const type = (text: string) => workbench.page.keyboard.type(text);
  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  /** Answers the quick input that is open, or that a key opens, by typing and Enter. */
  async function answer(text: string, opener?: string): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget:not([style*="display: none"]) input[type=text]');
    if (opener) await press(opener);
    await input.waitFor();
    await press('Control+A');
    await type(text);
    const label = text.replace(/^>/, '');
    const chosen = workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: label });
    await chosen.first().waitFor();
    await press('Enter');
    // It closes, or asks the next question.
    await eventually('the answer is taken', async () => {
      const asks = await input.inputValue({ timeout: 1000 }).catch(() => '');
      return asks !== text || undefined;
    });
  }

  /** Moves the focus of the workbench to the panel, which stands beside the text. */
  async function goToPanel(): Promise<void> {
    await press('Control+2');
    await eventually('the panel has the focus', () => panel.evaluate(() => document.hasFocus() || undefined));
    // Before the workbench has heard of it, it would give the keys to the text.
    await workbench.page.locator('.editor-group-container.active .tab.active[aria-label*="⊛"]').waitFor();
  }

  /** The name of what has the focus: that of the grid for its cells. */
  const focused = () =>
    panel.evaluate(() => {
      const element = document.activeElement;
      if (!document.hasFocus() || element === null || element === document.body) return '';
      const named = element.closest('[role=grid]') ?? element;
      return named.getAttribute('aria-label') ?? (named.textContent?.trim() || named.getAttribute('title')) ?? '';
    });

  /** Walks on by Tab, or back, until what has this name has the focus. */
  async function tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    const is = (said: string) => (typeof name === 'string' ? said === name : name.test(said));
    for (let stops = 0; stops < 60; stops++) {
      await press(key);
      const said = await focused();
      if (is(said)) return;
      if (said === '') await goToPanel();
      passed.push(said);
    }
    assert.fail(`${name} is not among ${passed.join(' | ')}`);
  }

  const dialog = () => panel.getByRole('dialog');
  const step = async () => Number(await panel.locator('.step-count b').innerText());
  const untilStep = (wanted: number) =>
    eventually(`step ${wanted}`, async () => (await step()) === wanted || undefined, 3000);
  const untilMap = (wanted: readonly (readonly number[])[]) => workbench.untilGrid(panel, 'Feature map', wanted);

  /** Opens a popover by the control that has the focus, does something in it, and leaves it by Escape. */
  async function within(act: () => Promise<void>): Promise<void> {
    const opener = await panel.evaluateHandle(() => document.activeElement);
    await press('Enter');
    await dialog().waitFor();
    await eventually(
      'the focus is in the popover',
      async () => (await dialog().locator(':focus').count()) === 1 || undefined,
    );
    await act();
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
    const isBack = () => panel.evaluate((element) => document.activeElement === element || undefined, opener);
    await eventually('the focus is back where it came from', isBack, 3000);
  }

  /** Every stop of the Tab key from the first to the last. */
  async function allStops<T>(look: () => Promise<T>): Promise<T[]> {
    const stops: T[] = [];
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await press('Tab');
    for (let stop = 0; stop < 80 && (await focused()) !== ''; stop++) {
      stops.push(await look());
      await press('Tab');
    }
    await goToPanel();
    return stops;
  }

  it('leads from the selected text to the panel', async () => {
    await answer('kernels.py', 'Control+P');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.selectLines(7, 19);
    await answer('>Convolution Lens: Convolve Selection', 'F1');
    panel = await workbench.panel();
    await untilMap(map);
    await goToPanel();
  });

  it('stops once at each grid and at each control, in the order that they are seen', async () => {
    const stops = await allStops(focused);
    const order = [/^Choose or fill the input/, /^Input/, /^Kernel/, /^Feature map/, /^Play/, /^Step$/];
    const found = order.map((name) => stops.findIndex((stop) => name.test(stop)));
    assert.deepEqual(
      found,
      found.filter((place) => place >= 0).toSorted((a, b) => a - b),
      stops.join(' | '),
    );
  });

  it('walks, plays and pins in the map', async () => {
    await tabTo(/^Feature map/);
    for (const [key, wanted] of [
      ['ArrowRight', 2],
      ['ArrowDown', 5],
      ['PageDown', 8],
      ['Home', 7],
      ['End', 9],
      ['PageUp', 3],
      ['Control+Home', 1],
      ['Control+End', 9],
      ['Control+Home', 1],
    ] as const) {
      await press(key);
      await untilStep(wanted);
    }
    await press('Space');
    await untilStep(2);
    await press('Space');
    await panel.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await press('Enter');
    await panel.locator('.frame .pin').first().waitFor();
    await press('Escape');
    await panel.locator('.frame .pin').first().waitFor({ state: 'detached' });
  });

  it('goes through the steps by the slider and by the buttons', async () => {
    await tabTo('Step');
    await press('Home');
    for (const [key, wanted] of [
      ['ArrowRight', 2],
      ['ArrowUp', 3],
      ['PageUp', 6],
      ['PageDown', 3],
      ['ArrowDown', 2],
      ['End', 9],
      ['Home', 1],
    ] as const) {
      await press(key);
      await untilStep(wanted);
    }
    for (const [name, wanted] of [
      ['Last step', 9],
      ['Step back', 8],
      ['First step', 1],
      ['Step on', 2],
    ] as const) {
      await tabTo(name);
      await press('Enter');
      await untilStep(wanted);
    }
  });

  it('shows rows, uses and a presentation by one key each', async () => {
    await press('f');
    await panel.locator('.step-rows').waitFor();
    await press('f');
    await panel.locator('.sentence').waitFor();
    const uses = panel.getByRole('button', { name: 'uses', exact: true });
    await press('u');
    assert.equal(await uses.getAttribute('aria-pressed'), 'true');
    await press('u');
    await press('p');
    await panel.locator('.lens[data-presenting=true]').waitFor();
    await press('Escape');
    await panel.locator('.lens[data-presenting=false]').waitFor();
  });

  it('changes padding, stride and dilation', async () => {
    for (const [key, wanted] of [
      [']', paddedMap],
      ['[', map],
      ['.', mapOfStride2],
      [',', map],
    ] as const) {
      await press(key);
      await untilMap(wanted);
    }
    // First the corner of the ring, then the field.
    for (let control = 0; control < 2; control++) {
      await tabTo('Padding on all sides');
      await press('ArrowUp');
      await untilMap(paddedMap);
      await press('ArrowDown');
      await untilMap(map);
    }
    await tabTo('Each side on its own');
    await within(async () => {
      await tabTo('bottom');
      await press('ArrowUp');
      await panel.locator('[role=grid][aria-label="Feature map, 4 by 3"]').waitFor();
      await press('ArrowDown');
    });
    await tabTo('What the padding holds');
    await type('r');
    await press('Home');
    await tabTo('Stride');
    await press('Control+A');
    await type('2');
    await untilMap(mapOfStride2);
    await tabTo('Stride: a number for each axis');
    await press('Space');
    await tabTo('Stride, height', 'Shift+Tab');
    await press('ArrowDown');
    await panel.locator('[role=grid][aria-label="Feature map, 3 by 2"]').waitFor();
    await press('ArrowUp');
    await tabTo('Stride: one number for both axes');
    await press('Space');
    await tabTo('Stride', 'Shift+Tab');
    await press('ArrowDown');
    await untilMap(map);
    await tabTo('Dilation');
    await press('ArrowUp');
    await panel.locator('[role=grid][aria-label="Feature map, 1 by 1"]').waitFor();
    await press('ArrowDown');
    await untilMap(map);
  });

  it('solves for a padding, chooses a kernel, another look and how a matrix was read', async () => {
    await tabTo(/^Solve/);
    await within(async () => {
      await press('Control+A');
      await type('5');
      await tabTo('Use');
      await press('Enter');
      await untilMap(paddedMap);
    });
    await press('Control+Z');
    await untilMap(map);
    const kernel = await workbench.grid(panel, 'Kernel');
    await tabTo(/^vertical edge/);
    await within(async () => {
      await press('Tab', 'Enter');
      await eventually(
        'another kernel',
        async () => JSON.stringify(await workbench.grid(panel, 'Kernel')) !== JSON.stringify(kernel) || undefined,
      );
      await press('Control+Z');
      await workbench.untilGrid(panel, 'Kernel', kernel);
    });
    await tabTo(/^Cells and colours/);
    await within(async () => {
      await tabTo('colours');
      await press('Space');
      const cell = panel.locator('[role=grid][aria-label^="Feature map"] [role=gridcell]').first();
      assert.equal(await cell.innerText(), '');
      await tabTo('both');
      await press('Space');
      await tabTo('Colours of the values');
      await type('v');
      assert.equal(await dialog().getByRole('combobox').inputValue(), 'viridis');
      await press('Home');
      assert.equal(await dialog().getByRole('combobox').inputValue(), 'signed');
    });
    await tabTo(/^How the input was read/);
    await within(async () => {});
    await tabTo(/^Choose or fill the input/);
    await within(async () => {});
  });

  it('edits cells as in a spreadsheet', async () => {
    const kernel = await workbench.grid(panel, 'Kernel');
    const untilKernel = (column: readonly number[]) =>
      workbench.untilGrid(
        panel,
        'Kernel',
        kernel.map((row, i) => [column[i] ?? Number.NaN, ...row.slice(1)]),
      );
    await tabTo(/^Kernel/);
    await press('Control+Home');
    await type('5');
    await press('Enter');
    await type('(1+2)/4');
    await press('Enter');
    await untilKernel([5, 0.75, 1]);
    await press('F2', 'Control+A');
    await type('77');
    await press('Escape');
    await untilKernel([5, 0.75, 1]);
    await press('F2', 'Control+A');
    await type('-2');
    await press('Tab');
    await untilKernel([5, 0.75, -2]);
    await press('Control+Z', 'Control+Z', 'Control+Z');
    await untilKernel([1, 1, 1]);
    await press('Control+Shift+Z');
    await untilKernel([5, 1, 1]);
    await press('Control+Z');
    await untilMap(map);
  });

  it('copies a block and pastes it', async () => {
    await tabTo(/^Input/);
    await press('Control+Home', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+C');
    await eventually('the block is copied', async () => (await clipboard()) === '1\t2\n0\t1' || undefined);
    await press('Escape', 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+V');
    await workbench.untilGrid(
      panel,
      'Input',
      image.map((line, row) => (row < 3 ? line : [...(row === 3 ? [1, 2] : [0, 1]), ...line.slice(2)])),
    );
    await press('Control+Z');
    await workbench.untilGrid(panel, 'Input', image);
    await untilMap(map);
  });

  it('copies the map as text, and is back at the button', async () => {
    await tabTo('Copy the map as text');
    await press('Enter');
    await answer('NumPy');
    await eventually('the map is copied', async () => /-4,\s+-2,\s+4/.test(await clipboard()) || undefined);
    await eventually('the focus is back', async () => (await focused()) === 'Copy the map as text' || undefined);
  });

  for (const [theme, name] of [
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light'],
    ['Default High Contrast', 'hc'],
    ['Default High Contrast Light', 'hc-light'],
  ] as readonly (readonly [Theme, string])[])
    it(`shows what has the focus: ${name}`, async () => {
      await workbench.setTheme(theme);
      await goToPanel();
      const rings = await allStops(async () => `${await focused()}: ${await panel.evaluate(ringOfFocus)}`);
      assert.deepEqual(
        rings.filter((ring) => !ring.endsWith(': seen')),
        [],
      );
      await tabTo(/^Feature map/);
      await press('ArrowRight');
      await workbench.screenshot(`tour-${name}`);
    });

  it('exports the worked example', async () => {
    await answer('>Convolution Lens: Export Worked Example', 'F1');
    await answer('Markdown');
    await workbench.page.locator('.view-line').filter({ hasText: 'kernel' }).first().waitFor();
    assert.deepEqual(workbench.webviewErrors, []);
  });
});

/** Runs in the page: `seen` where the element with the focus has an outline that stands out from the page by 3:1. */
function ringOfFocus(): string {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement ?? document.body);
  const [a, b] = [luminance(outlineColor), luminance(getComputedStyle(document.body).backgroundColor)];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${outlineStyle} ${outlineWidth}`;
  return contrast >= 3 ? 'seen' : `${outlineColor} is ${contrast.toFixed(2)}:1`;
}
