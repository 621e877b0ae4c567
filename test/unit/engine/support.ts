import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Conv2dParams, Fill, Padding } from '../../../src/engine/convolution/conv2dParams';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem, type PlanProblem } from '../../../src/engine/planProblem';
import { type Matrix, matrixOf, type Tensor } from '../../../src/engine/tensor';

/** The plan of a computation that must have one. */
export function planned(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Partial<Conv2dParams> = {},
  biasLength?: number,
): Conv2dPlan {
  const plan = planConv2d(inputShape, kernelShape, { ...defaultConv2dParams, ...params }, biasLength);
  if (isPlanProblem(plan)) assert.fail(JSON.stringify(plan));
  return plan;
}

/** The problem of a computation that must have none. */
export function refused(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Partial<Conv2dParams> = {},
  biasLength?: number,
): PlanProblem {
  const plan = planConv2d(inputShape, kernelShape, { ...defaultConv2dParams, ...params }, biasLength);
  if (!isPlanProblem(plan)) assert.fail('there is a plan');
  return plan;
}

/** Fails unless all numbers are the same, to the sign of a zero; NaN is NaN, whatever its bits. */
export function assertSame(actual: Float64Array, expected: Float64Array): void {
  assert.equal(actual.length, expected.length);
  for (const [i, value] of expected.entries()) {
    assert.ok(Object.is(actual[i], value), `cell ${i}: ${actual[i]}, expected ${value}`);
  }
}

/** The last two axes of a tensor of one plane, row by row. */
export function rowsOf({ shape, data }: Tensor): number[][] {
  const cols = shape.at(-1)!;
  return Array.from({ length: data.length / cols }, (_, row) =>
    Array.from(data.subarray(row * cols, (row + 1) * cols)),
  );
}

/** The image, the filter and the two results of the notebook's manual example, mission row S9. */
export const manualExample: Readonly<Record<'image' | 'filter' | 'map' | 'padded' | 'paddedMap', Matrix>> = {
  image: matrixOf([
    [1, 2, 3, 0, 1],
    [0, 1, 2, 3, 1],
    [1, 0, 1, 2, 0],
    [2, 1, 0, 1, 2],
    [1, 2, 1, 0, 1],
  ]),
  filter: matrixOf([
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
  ]),
  map: matrixOf([
    [-4, -2, 4],
    [0, -4, 0],
    [2, 0, -1],
  ]),
  padded: matrixOf([
    [0, 0, 0, 0, 0, 0, 0],
    [0, 1, 2, 3, 0, 1, 0],
    [0, 0, 1, 2, 3, 1, 0],
    [0, 1, 0, 1, 2, 0, 0],
    [0, 2, 1, 0, 1, 2, 0],
    [0, 1, 2, 1, 0, 1, 0],
    [0, 0, 0, 0, 0, 0, 0],
  ]),
  paddedMap: matrixOf([
    [-3, -4, 0, 3, 3],
    [-3, -4, -2, 4, 5],
    [-2, 0, -4, 0, 6],
    [-3, 2, 0, -1, 3],
    [-3, 2, 2, -2, 1],
  ]),
};

/** A convolution with everything that it needs. */
export interface Setting {
  readonly plan: Conv2dPlan;
  readonly input: Tensor;
  readonly kernel: Tensor;
  readonly bias: Float64Array | undefined;
}

/** All fills. */
export const fills: fc.Arbitrary<Fill> = fc.oneof(
  fc.constantFrom<Fill>(
    { kind: 'zeros' },
    { kind: 'replicate' },
    { kind: 'reflect' },
    { kind: 'symmetric' },
    { kind: 'circular' },
  ),
  fc.double().map((value): Fill => ({ kind: 'constant', value })),
);

/** All paddings, in small amounts. */
export const paddings: fc.Arbitrary<Padding> = fc.oneof(
  fc.constantFrom<Padding>({ kind: 'valid' }, { kind: 'full' }, { kind: 'same_upper' }, { kind: 'same_lower' }),
  fc.nat(3).map((amount): Padding => ({ kind: 'all', amount })),
  fc
    .tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.nat(7))
    .map(([top, bottom, left, right]): Padding => ({ kind: 'explicit', top, bottom, left, right })),
);

const size = fc.integer({ min: 1, max: 6 });
const small = fc.integer({ min: 1, max: 3 });

/** Shapes and parameters of convolutions of every kind, also of such as cannot be computed. */
export const geometries = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  groups: fc.integer({ min: 1, max: 2 }),
  inPerGroup: fc.integer({ min: 1, max: 2 }),
  outPerGroup: fc.integer({ min: 1, max: 2 }),
  image: fc.tuple(size, size),
  window: fc.tuple(small, small),
  strides: fc.tuple(small, small),
  dilations: fc.tuple(small, small),
  padding: paddings,
  fill: fills,
  flip: fc.boolean(),
  hasBias: fc.boolean(),
});

/** Convolutions of every kind that can be computed, over the given numbers. */
export function settings(numbers: fc.Arbitrary<number>): fc.Arbitrary<Setting> {
  return geometries
    .chain((g) => {
      const outputChannels = g.groups * g.outPerGroup;
      const inputShape = [g.batch, g.groups * g.inPerGroup, ...g.image];
      const kernelShape = [outputChannels, g.inPerGroup, ...g.window];
      const plan = planConv2d(inputShape, kernelShape, g);
      if (isPlanProblem(plan)) return fc.constant(undefined);
      return fc.record({
        plan: fc.constant(plan),
        input: tensors(inputShape, numbers),
        kernel: tensors(kernelShape, numbers),
        bias: g.hasBias ? tensors([outputChannels], numbers).map(({ data }) => data) : fc.constant(undefined),
      });
    })
    .filter((setting) => setting !== undefined);
}

/** Tensors of a shape. */
export function tensors(shape: readonly number[], numbers: fc.Arbitrary<number>): fc.Arbitrary<Tensor> {
  const length = shape.reduce((cells, side) => cells * side, 1);
  return fc
    .array(numbers, { minLength: length, maxLength: length })
    .map((values) => ({ shape, data: Float64Array.from(values) }));
}

/** Matrices of one shape. */
export function matrices(rows: number, cols: number, numbers: fc.Arbitrary<number>): fc.Arbitrary<Matrix> {
  return tensors([rows, cols], numbers).map(({ data }) => ({ shape: [rows, cols], data }));
}
