import assert from 'node:assert/strict';
import { type Conv2dParams, defaultConv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../../src/engine/convolution/conv2dPlan';
import { planConv2d } from '../../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { matrixOf } from '../../../../src/engine/tensor';
import {
  cellMistake,
  kernelMistake,
  paddingMistake,
  sizeMistake,
  usesMistake,
} from '../../../../src/session/lessons/mistakes';

function plan(
  input: readonly [number, number],
  kernel: readonly [number, number],
  params: Partial<Conv2dParams> = {},
): Conv2dPlan {
  const found = planConv2d(input, kernel, { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(found));
  return found;
}

const padded = { padding: { kind: 'all', amount: 1 } } as const;
const strided = { strides: [2, 2] } as const;

/** Wrong sizes as somebody works them out who follows the wrong rule; each by hand. */
const sizes: readonly (readonly [string, Conv2dPlan, readonly [number, number], string | undefined])[] = [
  ['5 − 3 = 2', plan([5, 5], [3, 3]), [2, 2], 'forgot-plus-one'],
  ['⌈(6 − 3) / 2⌉ + 1 = 3', plan([6, 6], [3, 3], strided), [3, 3], 'rounded-up'],
  ['8 − 3 + 1, padding left out', plan([8, 8], [3, 3], padded), [6, 6], 'forgot-padding'],
  [
    '8 − 3 + 2 + 1, padding on one side',
    plan([8, 8], [3, 3], { padding: { kind: 'all', amount: 2 } }),
    [8, 8],
    'padding-once',
  ],
  ['8 − 3 + 4 + 1, padding twice as large', plan([8, 8], [3, 3], padded), [10, 10], 'total-for-per-side'],
  ['7 − 3 + 1, stride left out', plan([7, 7], [3, 3], strided), [5, 5], 'forgot-stride'],
  ['9 − 3 + 1, dilation left out', plan([9, 9], [3, 3], { dilations: [2, 2] }), [7, 7], 'forgot-dilation'],
  ['⌊(7 − 4 + 1) / 2⌋ before dividing', plan([8, 8], [3, 3], strided), [3, 3], undefined],
  ['columns first', plan([8, 12], [3, 3]), [10, 6], 'rows-for-columns'],
  ['the input', plan([9, 9], [3, 3], strided), [9, 9], 'size-of-input'],
  ['the kernel', plan([9, 9], [3, 3]), [3, 3], 'size-of-kernel'],
  ['no rule', plan([9, 9], [3, 3]), [5, 4], undefined],
];

describe('sizeMistake(plan, given)', () => {
  for (const [why, of, given, mistake] of sizes)
    it(`${why}: ${mistake}`, () => assert.equal(sizeMistake(of, given), mistake));

  it('is none for the right size', () => assert.equal(sizeMistake(plan([6, 6], [3, 3], strided), [2, 2]), undefined));
});

describe('cellMistake(cell, given)', () => {
  const input = matrixOf([
    [1, 2, 3, 0, 1],
    [0, 1, 2, 3, 1],
    [1, 0, 1, 2, 0],
    [2, 1, 0, 1, 2],
    [1, 2, 1, 0, 1],
  ]);
  const kernel = matrixOf([
    [1, 2, 0],
    [0, 1, 0],
    [0, 0, -3],
  ]);
  const cell = { plan: plan([5, 5], [3, 3]), input, kernel, at: [0, 1] } as const;
  // The patch is 2 3 0 / 1 2 3 / 0 1 2: 2 + 6 + 2 − 6 = 4.
  const cases: readonly (readonly [number, string | undefined])[] = [
    [4, undefined],
    // −3·2 + 1·2 + 2·1 + 1·2 = 0
    [0, 'flipped-kernel'],
    [-4, 'wrong-sign'],
    // The cells of the patch alone: 14.
    [14, 'forgot-weights'],
    // 2 + 6 + 2 + 6
    [16, 'forgot-signs'],
    [-6, 'one-product'],
    [1234, undefined],
  ];
  for (const [given, mistake] of cases)
    it(`${given}: ${mistake}`, () => assert.equal(cellMistake(cell, given), mistake));

  it('knows a stride and a padding that were left out', () => {
    const ramp = matrixOf([
      [1, 2, 4, 8],
      [16, 32, 64, 128],
      [256, 512, 1024, 2048],
      [4096, 8192, 16384, 32768],
    ]);
    const one = matrixOf([[1]]);
    const hopped = plan([4, 4], [1, 1], strided);
    assert.equal(cellMistake({ plan: hopped, input: ramp, kernel: one, at: [1, 1] }, 32), 'forgot-stride');
    const corner = matrixOf([
      [1, 0],
      [0, 3],
    ]);
    const around = plan([4, 4], [2, 2], padded);
    // With padding 3·1; without, 1 + 3·32.
    assert.equal(cellMistake({ plan: around, input: ramp, kernel: corner, at: [0, 0] }, 97), 'forgot-padding');
  });
});

describe('kernelMistake(wanted, given)', () => {
  const sobelY = matrixOf([
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
  ]);
  const cases: readonly (readonly [string | undefined, readonly number[]])[] = [
    [undefined, [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
    ['wrong-sign', [1, 2, 1, 0, 0, 0, -1, -2, -1]],
    ['transposed-kernel', [-1, 0, 1, -2, 0, 2, -1, 0, 1]],
    ['scaled-kernel', [-2, -4, -2, 0, 0, 0, 2, 4, 2]],
    [undefined, [9, 9, 9, 9, 9, 9, 9, 9, 9]],
  ];
  for (const [mistake, given] of cases)
    it(`${given.join(' ')}: ${mistake}`, () => assert.equal(kernelMistake(sobelY, given), mistake));

  it('knows a kernel that was turned by half a turn', () => {
    const wanted = matrixOf([
      [1, 2],
      [3, 4],
    ]);
    assert.equal(kernelMistake(wanted, [4, 3, 2, 1]), 'flipped-kernel');
    assert.equal(kernelMistake(wanted, [2, 1, 4, 3]), 'mirrored-kernel');
  });
});

describe('paddingMistake and usesMistake', () => {
  it('know the total, the stride and the border that were forgotten', () => {
    const seven = plan([7, 7], [3, 3], strided).height;
    assert.equal(paddingMistake(seven, 7, 4, 8), 'total-for-per-side');
    assert.equal(paddingMistake(seven, 7, 4, 1), 'forgot-stride');
    assert.equal(paddingMistake(seven, 7, 4, 4), undefined);
    assert.equal(usesMistake(plan([5, 5], [3, 3]), 9), 'uses-at-border');
    assert.equal(usesMistake(plan([5, 5], [3, 3]), 3), undefined);
  });
});
