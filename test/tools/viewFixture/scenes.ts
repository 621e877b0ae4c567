import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { type Matrix, matrixOf } from '../../../src/engine/tensor';
import type { Scene } from './fakeHost';

const image = matrixOf([
  [1, 2, 3, 0, 1],
  [0, 1, 2, 3, 1],
  [1, 0, 1, 2, 0],
  [2, 1, 0, 1, 2],
  [1, 2, 1, 0, 1],
]);
const verticalEdge = matrixOf([
  [1, 0, -1],
  [1, 0, -1],
  [1, 0, -1],
]);

const main: Scene = {
  input: image,
  kernel: verticalEdge,
  names: { input: 'image', kernel: 'filter' },
  params: { ...defaultConv2dParams, padding: { kind: 'all', amount: 1 } },
  step: 8,
  showWhole: true,
  showUses: false,
  snapshot: {},
  texts: {
    input: ['[[1 2 3 0 1]\n [0 1 2 3 1]\n [1 0 1 2 0]\n [2 1 0 1 2]\n [1 2 1 0 1]]', 'plaintext'],
    kernel: ['filter = np.array([[1, 0, -1],  # left\n [1, 0, -1],\n [1, 0, -1]])', 'python'],
  },
};
const valid = { ...main, params: defaultConv2dParams };

/** The scenes that the screenshots show, by name. */
export const scenes: Readonly<Record<string, () => Scene>> = {
  main: () => main,
  sofar: () => ({ ...main, showWhole: false }),
  valid: () => ({ ...valid, step: 0 }),
  stride: () => ({ ...valid, params: { ...defaultConv2dParams, strides: [2, 2] }, step: 1 }),
  floor: () => ({
    ...valid,
    kernel: matrixOf([
      [1, -1],
      [1, -1],
    ]),
    params: { ...defaultConv2dParams, strides: [2, 2] },
    step: 1,
  }),
  small: () => ({
    ...valid,
    input: matrixOf([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]),
    kernel: matrixOf([
      [1, 0],
      [0, -1],
    ]),
    step: 0,
  }),
  one: () => ({ ...valid, input: matrixOf([[5]]), kernel: matrixOf([[2]]), step: 0 }),
  mnist: () => ({
    ...valid,
    input: digit(28),
    kernel: verticalEdge,
    step: 300,
    names: { input: 'digit', kernel: 'filter' },
  }),
  large: () => ({
    ...main,
    input: landscape(512),
    kernel: matrixOf([
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ]),
    step: 148626,
    names: { input: 'photo', kernel: undefined },
  }),
  doubtful: () => ({
    ...main,
    kernel: matrixOf([
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ]),
    texts: {
      input: ['image <- c(1, 2, 3, 0, 1, 0, 1, 2, 3)', 'r'],
      kernel: ['filter <- matrix(c(1, 2, 1, # above\n 0, 0, 0,\n -1, -2, -1), nrow = 3)', 'r'],
    },
  }),
  problem: () => ({ ...valid, input: verticalEdge, kernel: image, step: 0 }),
  notice: () => ({
    ...main,
    snapshot: { notice: { code: 'source-deleted', place: 'lesson.ipynb, cell 3' }, progress: 0.4 },
  }),
  uses: () => ({ ...main, showUses: true }),
  reflect: () => ({
    ...main,
    params: { ...main.params, padding: { kind: 'all', amount: 2 }, fill: { kind: 'reflect' } },
    step: 8,
  }),
  sided: () => ({
    ...main,
    params: {
      ...defaultConv2dParams,
      padding: { kind: 'explicit', top: 0, bottom: 2, left: 1, right: 0 },
      strides: [2, 1],
    },
    step: 2,
  }),
  gauss: () => ({
    ...main,
    kernel: matrixOf(
      [
        [1, 2, 1],
        [2, 4, 2],
        [1, 2, 1],
      ].map((row) => row.map((weight) => weight / 9)),
    ),
  }),
  seven: () => ({
    ...main,
    input: digit(12),
    kernel: matrixOf(
      Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_, j) => ((i * 3 + j * 5) % 7) - 3)),
    ),
    params: { ...defaultConv2dParams, padding: { kind: 'same_upper' } },
    step: 40,
  }),
  five: () => ({
    ...main,
    input: digit(9),
    kernel: matrixOf(Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => ((i + j) % 3) - 1))),
    params: defaultConv2dParams,
    step: 7,
  }),
  line: () => ({
    ...valid,
    input: matrixOf([Array.from({ length: 28 }, (_, i) => i % 9)]),
    kernel: matrixOf([[1, 0, -1]]),
    step: 3,
  }),
  dilated: () => ({
    ...main,
    input: digit(9),
    params: { ...defaultConv2dParams, dilations: [2, 2], flip: true },
    step: 7,
  }),
  strange: () => ({
    ...main,
    input: matrixOf([
      [1e-7, Number.NaN, 3, 123456],
      [Number.POSITIVE_INFINITY, -0, 2.345678901, 4],
      [1, 2, 3, -99999],
      [0.1, 0.2, 0.3, 0.30000000000000004],
    ]),
    step: 3,
  }),
  sobel: () => ({
    ...valid,
    input: matrixOf([
      [10, 10, 200],
      [10, 10, 200],
      [10, 10, 200],
    ]),
    kernel: matrixOf([
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ]),
    step: 0,
    names: { input: undefined, kernel: undefined },
  }),
};

/** A rough handwritten seven of that size, 0 to 9. */
function digit(size: number): Matrix {
  return made(size, (y, x) => {
    const bar = y > 0.2 && y < 0.3 && x > 0.22 && x < 0.78;
    const stem = Math.abs(x - (0.78 - (y - 0.25) * 0.55)) < 0.07 && y > 0.22 && y < 0.88;
    return bar || stem ? 9 - Math.round(3 * Math.abs(x - 0.5)) : 0;
  });
}

/** Hills, a sun and a tower in grey, 0 to 255. */
function landscape(size: number): Matrix {
  return made(size, (y, x) => {
    const sun = Math.max(0, 1 - Math.hypot(x - 0.75, y - 0.32) * 2.2);
    const hill = y > 0.62 + 0.08 * Math.sin(x * 9) + 0.03 * Math.sin(x * 31);
    const tower = Math.abs(x - 0.28) < 0.05 + 0.03 * (y - 0.3) && y > 0.22 && y < 0.82;
    const stripe = Math.floor(y * 12) % 2 === 0;
    const noise = ((Math.sin(x * 913 + y * 711) * 43758.5) % 1) * 6;
    if (tower) return Math.round((stripe ? 40 : 215) + noise);
    return Math.max(0, Math.min(255, Math.round((hill ? 60 - 40 * (y - 0.6) : 90 + 165 * sun) + noise)));
  });
}

function made(size: number, at: (y: number, x: number) => number): Matrix {
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, col) => at((row + 0.5) / size, (col + 0.5) / size)),
  );
  return matrixOf(rows);
}
