import assert from 'node:assert/strict';
import { valueRange } from '../../../src/engine/picture/valueRange';
import { cellFills } from '../../../src/view/colour/cellFills';
import { contrast, digitInk } from '../../../src/view/colour/contrast';
import { dataScale } from '../../../src/view/colour/dataScale';
import { rgbOfOklch } from '../../../src/view/colour/oklch';
import { paletteOf } from '../../../src/view/colour/palette';
import { parseColour } from '../../../src/view/colour/parseColour';
import { rampColour } from '../../../src/view/colour/ramps';
import type { Rgb } from '../../../src/view/colour/rgb';
import { type ThemeKind, themeKindOf } from '../../../src/view/colour/themeKind';

const grounds: Readonly<Record<ThemeKind, Rgb>> = {
  dark: { r: 31, g: 31, b: 31 },
  light: { r: 255, g: 255, b: 255 },
  'hc-dark': { r: 0, g: 0, b: 0 },
  'hc-light': { r: 255, g: 255, b: 255 },
};
const kinds = Object.keys(grounds) as ThemeKind[];

describe('colours', () => {
  it('leaves every digit at 4.5 : 1 or more on its fill, and at 7 : 1 on signed fills in high contrast', () => {
    for (const kind of kinds) {
      const { signed, ink, uses } = paletteOf(kind, grounds[kind]);
      for (let i = -200; i <= 200; i++) {
        const share = i / 200;
        for (const fill of [signed(share), ink(Math.abs(share)), uses(Math.abs(share))])
          assert.ok(contrast(fill, digitInk(fill)) >= 4.5);
        if (kind.startsWith('hc')) assert.ok(contrast(signed(share), digitInk(signed(share))) >= 7, `${kind} ${share}`);
      }
    }
  });

  it('has the page’s own colour at zero and tells the smallest values from it', () => {
    for (const kind of kinds) {
      const { signed } = paletteOf(kind, grounds[kind]);
      assert.deepEqual(signed(0), grounds[kind]);
      assert.notDeepEqual(signed(0.001), signed(0));
      assert.notDeepEqual(signed(-0.001), signed(0.001));
    }
  });

  it('goes on steadily from zero to either end', () => {
    const distance = (a: Rgb, b: Rgb) => Math.hypot(a.r - b.r, a.g - b.g, a.b - b.b);
    for (const kind of kinds)
      for (const sign of [-1, 1]) {
        const { signed, ground } = paletteOf(kind, grounds[kind]);
        const away = Array.from({ length: 21 }, (_, i) => distance(signed((sign * i) / 20), ground));
        for (let i = 1; i < away.length; i++)
          assert.ok((away[i] ?? 0) > (away[i - 1] ?? 0) - 2, `${kind} ${sign} at ${i}`);
      }
  });

  it('takes the end colours beyond the range and none for NaN', () => {
    const palette = paletteOf('dark', grounds.dark);
    assert.deepEqual(palette.signed(9), palette.signed(1));
    assert.deepEqual(palette.signed(Number.NEGATIVE_INFINITY), palette.signed(-1));
    const { signed } = cellFills(palette, dataScale(valueRange([1, 2]), valueRange([1]), valueRange([1, 2])));
    assert.equal(signed(Number.NaN), undefined);
  });

  it('puts products, sum and map on one scale, which holds them all', () => {
    const image = valueRange([10, 10, 200]);
    const sobel = valueRange([-2, 0, 2]);
    assert.equal(dataScale(image, sobel, valueRange([760])).signed, 760);
    assert.equal(dataScale(image, sobel, valueRange([5])).signed, 400);
    assert.equal(dataScale(undefined, undefined, undefined).signed, 1);
  });

  it('runs through viridis, cividis and magma as OpenCV 4.6.0 has them', () => {
    const places = [0, 37, 64, 100, 128, 200, 255];
    // cv2.applyColorMap of these levels with COLORMAP_VIRIDIS, _CIVIDIS and _MAGMA, as red, green, blue.
    const known = {
      viridis: '68,1,84 70,51,127 59,82,139 42,118,142 33,145,140 112,207,87 253,231,37',
      cividis: '0,34,78 35,60,110 67,78,108 101,104,112 125,124,120 196,180,104 254,232,56',
      magma: '0,0,4 36,18,83 81,18,124 137,40,129 183,55,121 253,152,105 252,253,191',
    };
    for (const name of ['viridis', 'cividis', 'magma'] as const)
      for (const [index, text] of known[name].split(' ').entries()) {
        const { r, g, b } = rampColour(name, (places[index] ?? 0) / 255);
        const [red = 0, green = 0, blue = 0] = text.split(',').map(Number);
        assert.ok(Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue)) <= 6, `${name} ${index}`);
      }
  });

  it('spreads a chosen ramp from the lowest to the highest value of each matrix, digits readable on all of it', () => {
    const scale = dataScale(valueRange([0, 3]), valueRange([-1, 2]), valueRange([-2, 5]));
    assert.deepEqual([scale.low, scale.high, scale.kernelLow, scale.kernelHigh], [-3, 6, -1, 2]);
    for (const kind of kinds)
      for (const name of ['viridis', 'cividis', 'magma', 'grey'] as const) {
        const palette = paletteOf(kind, grounds[kind]);
        const { input, kernel, signed } = cellFills(palette, scale, name);
        const [lowest, highest] = [palette.ramps[name](0), palette.ramps[name](1)];
        assert.deepEqual([input(0), kernel(-1), signed(-3)], [lowest, lowest, lowest]);
        assert.deepEqual([input(3), kernel(2), signed(6)], [highest, highest, highest]);
        assert.equal(signed(Number.NaN), undefined);
        for (let i = 0; i <= 90; i++) {
          const fill = signed(-3 + i / 10);
          assert.ok(fill && contrast(fill, digitInk(fill)) >= 4.5);
        }
      }
  });

  it('reads the colours that themes give', () => {
    assert.deepEqual(parseColour('#1f1f1f'), { r: 31, g: 31, b: 31 });
    assert.deepEqual(parseColour(' #fff '), { r: 255, g: 255, b: 255 });
    assert.deepEqual(parseColour('rgba(1, 2, 3, 0.5)'), { r: 1, g: 2, b: 3 });
    assert.equal(parseColour('var(--x)'), undefined);
    assert.equal(parseColour(''), undefined);
  });

  it('knows the four kinds of theme by the body’s classes', () => {
    assert.equal(themeKindOf('vscode-light vscode-body'), 'light');
    assert.equal(themeKindOf('vscode-high-contrast vscode-high-contrast-light'), 'hc-light');
    assert.equal(themeKindOf('vscode-high-contrast'), 'hc-dark');
    assert.equal(themeKindOf(''), 'dark');
  });

  it('turns OKLCH into sRGB', () => {
    const red = rgbOfOklch({ l: 0.62796, c: 0.25768, h: 29.234 });
    assert.ok(Math.abs(red.r - 255) < 1 && red.g < 2 && red.b < 2);
  });
});
