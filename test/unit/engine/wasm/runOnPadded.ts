import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Conv2dParams, Fill } from '../../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../../src/engine/convolution/conv2dPlan';
import { planConv2d } from '../../../../src/engine/convolution/planConv2d';
import { pad2d } from '../../../../src/engine/padding/pad2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import type { Tensor } from '../../../../src/engine/tensor';
import { bytesOf, type Machine, machine, numbersOf } from '../../../../src/engine/wasm/machine';
import type { PathRunner, PlacedInput, Precision } from '../../../../src/engine/wasm/pathRunner';
import { type PathSetting, weightsInPatchOrder } from '../../../../src/engine/wasm/pathSetting';
import { knowsRelaxed } from '../../../../src/engine/wasm/wasmModule';
import { type Setting, tensors } from '../support';

/** The modules that this Node can run. */
export const machines: readonly Machine[] = (knowsRelaxed() ? [false, true] : [false]).map((useRelaxed) =>
  machine({ useRelaxed }),
);

export const precisions: readonly Precision[] = ['float32', 'float64'];

/** The nearest numbers that a precision holds, as doubles. */
export function inPrecision(tensor: Tensor, precision: Precision): Tensor {
  return precision === 'float32' ? { ...tensor, data: tensor.data.map(Math.fround) } : tensor;
}

/** A setting of `../support` with all numbers in a precision, and what a path is prepared from. */
export function pathSettingOf(
  used: Machine,
  { plan, input, kernel, bias }: Setting,
  precision: Precision,
): { readonly rounded: Setting; readonly setting: PathSetting } {
  const rounded = {
    plan,
    input: inPrecision(input, precision),
    kernel: inPrecision(kernel, precision),
    bias: bias && inPrecision({ shape: [bias.length], data: bias }, precision).data,
  };
  const typed = (numbers: Float64Array) => (precision === 'float32' ? new Float32Array(numbers) : numbers);
  const weights = weightsInPatchOrder(plan, typed(rounded.kernel.data));
  return {
    rounded,
    setting: { machine: used, plan, weights, bias: rounded.bias && typed(rounded.bias), precision },
  };
}

/** Rows [from, to), asked of one lane. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

/** Runs a path over its input with added cells around it, and NaN wherever no cell is; as doubles. */
export function runOnPadded(
  { machine: used, plan, precision }: PathSetting,
  runner: PathRunner,
  input: Tensor,
  bands: readonly Band[] = [{ from: 0, to: runner.rows, lane: 0 }],
): Float64Array {
  const cells = plan.outputShape.reduce((product, side) => product * side, 1);
  const bytes = bytesOf(precision);
  const padded = paddedInput(plan, input);
  const placed = placeInput(used, padded, precision);
  // A cell before and behind shows whether anything is written beside the output.
  const block = used.arena.allocate((cells + 32) * bytes);
  numbersOf(used.views(), precision).fill(7, block / bytes, block / bytes + cells + 32);
  const output = { precision, address: block + 16 * bytes };
  for (const { from, to, lane } of bands) {
    const { name, args, unfused = false } = runner.call(placed, output, from, to, lane);
    used.exports(unfused)[name]!(...args);
  }
  const start = output.address / bytes;
  const all = Float64Array.from(numbersOf(used.views(), precision).subarray(start - 16, start + cells + 16));
  used.arena.release(block);
  used.arena.release(placed.block);
  assert.ok(
    [...all.subarray(0, 16), ...all.subarray(16 + cells)].every((value) => value === 7),
    'cells beside the output stay',
  );
  return all.slice(16, 16 + cells);
}

function paddedInput({ height, width, fill }: Conv2dPlan, input: Tensor): Tensor {
  const sides = { top: height.before, bottom: height.after, left: width.before, right: width.after };
  const padded = pad2d(input, sides, fill);
  if (isPlanProblem(padded)) assert.fail(padded.problem);
  return padded;
}

function placeInput(used: Machine, padded: Tensor, precision: Precision): PlacedInput & { readonly block: number } {
  const [rows, columns] = padded.shape.slice(-2) as [number, number];
  const planes = padded.data.length / (rows * columns);
  const rowPitch = columns + 17;
  const planePitch = rows * rowPitch + 3;
  const bytes = bytesOf(precision);
  const block = used.arena.allocate((planes * planePitch + 16) * bytes);
  const numbers = numbersOf(used.views(), precision);
  const first = block / bytes;
  numbers.fill(Number.NaN, first, first + planes * planePitch + 16);
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      const from = (plane * rows + row) * columns;
      numbers.set(padded.data.subarray(from, from + columns), first + plane * planePitch + row * rowPitch);
    }
  }
  return { precision, address: block, rowPitch, planePitch, block };
}

/** The furthest that two results lie apart. */
export function furthest(actual: Float64Array, expected: Float64Array): number {
  assert.equal(actual.length, expected.length);
  return actual.reduce((most, value, i) => {
    const apart = Math.abs(value - expected[i]!);
    return apart <= most ? most : apart;
  }, 0);
}

/** The largest absolute value. */
export function largestOf(numbers: Float64Array): number {
  return numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

const upTo3 = fc.integer({ min: 1, max: 3 });

const geometries = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  groups: fc.integer({ min: 1, max: 2 }),
  inPerGroup: fc.integer({ min: 1, max: 2 }),
  outPerGroup: fc.integer({ min: 1, max: 2 }),
  image: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 70 })),
  window: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
  strides: fc.tuple(upTo3, upTo3),
  dilations: fc.tuple(upTo3, upTo3),
  padding: fc.oneof(
    fc.constantFrom<Conv2dParams['padding']>({ kind: 'valid' }, { kind: 'full' }, { kind: 'same_upper' }),
    fc
      .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))
      .map(([top, bottom, left, right]) => ({ kind: 'explicit' as const, top, bottom, left, right })),
  ),
  flip: fc.boolean(),
  hasBias: fc.boolean(),
});

/** Convolutions of several vectors' width with odd sizes; `planes`: one input channel a group. */
export function wideSettings(numbers: fc.Arbitrary<number>, planes = false): fc.Arbitrary<Setting> {
  const fills = fc.oneof(
    fc.constantFrom<Fill>({ kind: 'zeros' }, { kind: 'replicate' }, { kind: 'reflect' }, { kind: 'circular' }),
    numbers.map((value): Fill => ({ kind: 'constant', value: Math.fround(value) })),
  );
  return fc
    .tuple(geometries, fills)
    .chain(([g, fill]) => {
      const channels = planes ? 1 : g.inPerGroup;
      const outputChannels = g.groups * g.outPerGroup;
      const inputShape = [g.batch, g.groups * channels, ...g.image];
      const kernelShape = [outputChannels, channels, ...g.window];
      const plan = planConv2d(inputShape, kernelShape, { ...g, fill });
      if (isPlanProblem(plan)) return fc.constant(undefined);
      return fc.record({
        plan: fc.constant(plan),
        input: seeded(inputShape, numbers),
        kernel: tensors(kernelShape, numbers),
        bias: g.hasBias ? tensors([outputChannels], numbers).map(({ data }) => data) : fc.constant(undefined),
      });
    })
    .filter((setting) => setting !== undefined);
}

/** A large tensor that repeats some dozens of numbers. */
function seeded(shape: readonly number[], numbers: fc.Arbitrary<number>): fc.Arbitrary<Tensor> {
  const length = shape.reduce((cells, side) => cells * side, 1);
  return fc.array(numbers, { minLength: 37, maxLength: 37 }).map((values) => ({
    shape,
    data: new Float64Array(length).map((_, i) => values[(i * i + 3 * i) % 37]!),
  }));
}
