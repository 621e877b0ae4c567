import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import type { Fill } from '../../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../../src/engine/convolution/conv2dPlan';
import type { ErrorClass } from '../../../../src/engine/convPath';
import type { Tensor } from '../../../../src/engine/tensor';
import { convEngine, type RunOptions } from '../../../../src/engine/wasm/convEngine';
import { knowsRelaxed } from '../../../../src/engine/wasm/wasmModule';
import { assertSame, fills, paddings, planned, type Setting, settings, tensors } from '../support';

const engines = [false, true]
  .filter((useRelaxed) => !useRelaxed || knowsRelaxed())
  .map((useRelaxed) => convEngine({ useRelaxed }));

type Numbers = Float32Array | Float64Array;

function loops({ plan, input, kernel, bias }: Setting): Float64Array {
  return conv2d(plan, input, kernel, bias).data;
}

/** The result of each engine, from an array and from a kept picture, and what is said of its error. */
function* results(
  setting: Setting,
  options: Omit<RunOptions, 'bias'>,
): Generator<{ data: Numbers; error: ErrorClass | undefined }> {
  const { plan, input, kernel, bias } = setting;
  const data = options.precision === 'float32' ? Float32Array.from(input.data) : input.data;
  for (const engine of engines) {
    const run = engine.prepare(plan, kernel.data, { ...options, bias });
    const picture = engine.placeInput(plan.inputShape, data, options.precision);
    const kept = run.onPlaced(picture);
    yield { data: run.run<Numbers>(data), error: kept.error() };
    yield { data: kept.read(), error: kept.error() };
    const banded = run.bands(picture);
    let step = banded.next();
    while (!step.done) step = banded.next();
    yield { data: step.value.read(), error: step.value.error() };
    for (const held of [run, picture, kept, step.value]) held.release();
    assert.equal(engine.bytesInUse, 0);
  }
}

/** Large planes, so that each of the inner loops has whole blocks and rests. */
const large: fc.Arbitrary<Setting> = fc
  .record({
    rows: fc.integer({ min: 1, max: 40 }),
    columns: fc.integer({ min: 1, max: 70 }),
    window: fc.oneof(
      fc.constant<[number, number]>([3, 3]),
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    ),
    channels: fc.constantFrom(1, 1, 1, 2),
    strides: fc.oneof(
      fc.constant<[number, number]>([1, 1]),
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    ),
    dilations: fc.oneof(
      fc.constant<[number, number]>([1, 1]),
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    ),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    numbers: fc.constantFrom('whole', 'any'),
  })
  .map(({ rows, columns, window, channels, strides, dilations, seed, numbers }) => {
    const kernelShape = [2, channels, ...window];
    const shape = [1, channels, rows, columns];
    const plan = planned(shape, kernelShape, {
      strides,
      dilations,
      padding: { kind: 'full' },
      fill: { kind: 'symmetric' },
    });
    const make = (sides: readonly number[]): Tensor => ({
      shape: sides,
      data: noise(sides, seed, numbers === 'whole'),
    });
    return { plan, input: make(shape), kernel: make(kernelShape), bias: noise([2], seed, numbers === 'whole') };
  });

/** Planes so large that they go through the memory in bands. */
const wide: fc.Arbitrary<Setting> = fc
  .record({
    rows: fc.integer({ min: 30, max: 60 }),
    columns: fc.integer({ min: 900, max: 1100 }),
    window: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    padding: paddings,
    fill: fc.oneof(
      fc.constant<Fill>({ kind: 'constant', value: -3 }),
      fills.filter(({ kind }) => kind !== 'constant'),
    ),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  })
  .map(({ rows, columns, window, seed, ...params }) => {
    const shape = [2, 2, rows, columns];
    const kernelShape = [2, 1, ...window];
    const plan = planned(shape, kernelShape, { ...params, groups: 2 });
    const make = (sides: readonly number[]): Tensor => ({ shape: sides, data: noise(sides, seed, true) });
    return { plan, input: make(shape), kernel: make(kernelShape), bias: noise([2], seed, true) };
  });

function noise(shape: readonly number[], seed: number, isWhole: boolean): Float64Array {
  let state = seed;
  return Float64Array.from({ length: shape.reduce((cells, side) => cells * side, 1) }, () => {
    state = (state * 48271) % 2147483647;
    return isWhole ? (state % 511) - 255 : Math.fround(state / 2147483647 - 0.5);
  });
}

function inSinglePrecision({ plan, input, kernel, bias }: Setting): Setting {
  const single = (data: Float64Array) => Float64Array.from(Float32Array.from(data));
  return {
    plan: withSingleFill(plan),
    input: { ...input, data: single(input.data) },
    kernel: { ...kernel, data: single(kernel.data) },
    bias: bias && single(bias),
  };
}

function withSingleFill(plan: Conv2dPlan): Conv2dPlan {
  return plan.fill.kind === 'constant'
    ? { ...plan, fill: { kind: 'constant', value: Math.fround(plan.fill.value) } }
    : plan;
}

/** Fails where a cell is further from the loops' than is said. The loops' own error in double precision is added. */
function assertWithin(data: Numbers, expected: Float64Array, error: ErrorClass | undefined, slack: number): void {
  assert.ok(error);
  const bound = error.kind === 'exact' ? 0 : error.bound + slack * error.bound;
  for (const [i, value] of expected.entries()) {
    if (bound === Number.POSITIVE_INFINITY || Number.isNaN(value)) continue;
    assert.ok(Math.abs(data[i]! - value) <= bound, `cell ${i}: ${data[i]}, expected ${value} within ${bound}`);
  }
}

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, 1 / 0, -1 / 0, 5e-324, 1e308),
  fc.integer({ min: -99, max: 99 }),
);

describe('the plane path', () => {
  it('gives bit for bit what the loops give, where it is ordered and of double precision', () => {
    fc.assert(
      fc.property(fc.oneof(settings(anyNumber), large), (setting) => {
        const expected = loops(setting);
        for (const { data } of results(setting, { precision: 'float64', accuracy: 'ordered' })) {
          assertSame(data as Float64Array, expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays within its bound in double precision, fused or not', () => {
    fc.assert(
      fc.property(fc.oneof(settings(fc.double({ min: -1e6, max: 1e6, noNaN: true })), large), (setting) => {
        const expected = loops(setting);
        for (const { data, error } of results(setting, { precision: 'float64', accuracy: 'fast', path: 'direct' })) {
          // Both sums may lie that far from the exact one.
          assertWithin(data, expected, error, 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  for (const accuracy of ['ordered', 'fast'] as const) {
    it(`stays within its bound in single precision, ${accuracy}`, () => {
      const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
      fc.assert(
        fc.property(fc.oneof(settings(numbers), large), (any) => {
          const setting = inSinglePrecision(any);
          const expected = loops(setting);
          const options = { precision: 'float32', accuracy, path: accuracy === 'fast' ? 'direct' : 'ordered' } as const;
          for (const { data, error } of results(setting, options)) assertWithin(data, expected, error, 1e-6);
        }),
        { numRuns: 200 },
      );
    });
  }

  it('has NaN, infinities and zeros of either sign where the loops have them, in single precision too', () => {
    const numbers = fc.constantFrom(0, -0, Number.NaN, 1 / 0, -1 / 0, 1, -2);
    fc.assert(
      fc.property(settings(numbers), (any) => {
        const setting = inSinglePrecision(any);
        const expected = loops(setting);
        const isSmall = expected.every((value) => !Number.isFinite(value) || Math.abs(value) < 2 ** 24);
        fc.pre(isSmall && setting.plan.fill.kind !== 'constant');
        for (const { data } of results(setting, { precision: 'float32', accuracy: 'fast', path: 'direct' })) {
          assertSame(Float64Array.from(data), expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is exact and says so on whole numbers, in bands too', () => {
    const small = settings(fc.integer({ min: -255, max: 255 })).filter(({ plan }) => plan.fill.kind !== 'constant');
    fc.assert(
      fc.property(fc.oneof({ arbitrary: small, weight: 4 }, wide), (any) => {
        const expected = loops(any);
        for (const { data, error } of results(any, { precision: 'float32', accuracy: 'fast', path: 'direct' })) {
          assert.deepEqual(error, { kind: 'exact' });
          assert.deepEqual(Float64Array.from(data), expected);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes tensors whose numbers are no whole numbers for inexact', () => {
    fc.assert(
      fc.property(tensors([3, 3], fc.constantFrom(0.5, 1.25)), (kernel) => {
        const plan = planned([3, 3], [3, 3]);
        const run = engines[0]!.prepare(plan, kernel.data, { precision: 'float32', accuracy: 'fast' });
        assert.equal(run.errorFor({ largest: 1, isWhole: true }).kind, 'bounded');
        run.release();
      }),
      { numRuns: 5 },
    );
  });
});
