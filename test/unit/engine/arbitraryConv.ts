import fc from 'fast-check';
import type { Conv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { planPool2d } from '../../../src/engine/pooling/planPool2d';
import type { AverageDivisor, Pool2dParams, PoolRounding } from '../../../src/engine/pooling/pool2dParams';
import type { Pool2dPlan } from '../../../src/engine/pooling/pool2dPlan';
import { cellCount } from '../../../src/engine/shape4';
import type { Tensor } from '../../../src/engine/tensor';
import type { ConvTranspose2dParams } from '../../../src/engine/transposed/convTranspose2dParams';
import type { ConvTranspose2dPlan } from '../../../src/engine/transposed/convTranspose2dPlan';
import { planConvTranspose2d } from '../../../src/engine/transposed/planConvTranspose2d';
import { geometries, paddings, type Setting } from './support';

/** A convolution with everything that it needs, and the parameters that it was planned from. */
export interface ConvSetting extends Setting {
  readonly params: Conv2dParams;
}

/** A transposed convolution with everything that it needs. */
export interface TransposedSetting {
  readonly plan: ConvTranspose2dPlan;
  readonly params: ConvTranspose2dParams;
  readonly input: Tensor;
  readonly kernel: Tensor;
  readonly bias: Float64Array | undefined;
}

/** A pooling with its input. */
export interface PoolSetting {
  readonly plan: Pool2dPlan;
  readonly params: Pool2dParams;
  readonly input: Tensor;
}

/** How the numbers of a setting come from a seed: quicker than to draw each, so that many thousand can be tried. */
export type Draw = (seed: number, length: number) => Float64Array;

/** Whole numbers from −9 to 9, of which every order of addition makes the same sums. */
export const wholeNumbers: Draw = (seed, length) => {
  const next = generator(seed);
  return new Float64Array(length).map(() => Math.floor(next() * 19) - 9);
};

/** Numbers of every kind: fractions, large and tiny ones (denormals among them), both zeros, infinities, NaN. */
export const anyNumbers: Draw = (seed, length) => {
  const next = generator(seed);
  const special = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 1e308, -1e-310];
  return new Float64Array(length).map(() => {
    const kind = next();
    if (kind < 0.03) return special[Math.floor(next() * special.length)]!;
    return (next() - 0.5) * 10 ** Math.floor(next() * 20 - 10);
  });
};

/** Convolutions of every kind that can be computed: all paddings, fills, strides, dilations, groups, with and without flip and bias. */
export function convSettings(draw: Draw): fc.Arbitrary<ConvSetting> {
  const drawn = fc.record({ g: geometries, seed: fc.nat(), constant: fc.integer({ min: -3, max: 3 }) });
  return drawn
    .map(({ g, seed, constant }) => {
      const fill = g.fill.kind === 'constant' ? { kind: g.fill.kind, value: constant } : g.fill;
      const { strides, dilations, padding, flip, groups } = g;
      const params: Conv2dParams = { strides, dilations, padding, fill, flip, groups };
      const outputChannels = groups * g.outPerGroup;
      const inputShape = [g.batch, groups * g.inPerGroup, ...g.image];
      const kernelShape = [outputChannels, g.inPerGroup, ...g.window];
      const plan = planConv2d(inputShape, kernelShape, params);
      if (isPlanProblem(plan)) return undefined;
      const bias = g.hasBias ? draw(seed + 2, outputChannels) : undefined;
      return { plan, params, input: tensor(inputShape, draw, seed), kernel: tensor(kernelShape, draw, seed + 1), bias };
    })
    .filter((setting) => setting !== undefined);
}

/** Transposed convolutions of every kind that can be computed, with output padding below the stride. */
export function transposedSettings(draw: Draw): fc.Arbitrary<TransposedSetting> {
  const drawn = fc.record({ g: geometries, seed: fc.nat(), added: fc.tuple(fc.nat(2), fc.nat(2)) });
  return drawn
    .map(({ g, seed, added }) => {
      const { strides, dilations, padding, flip, groups } = g;
      const outputPadding = [added[0] % strides[0], added[1] % strides[1]] as const;
      const params = { strides, dilations, padding, outputPadding, outputSizes: undefined, flip, groups };
      const inputShape = [g.batch, groups * g.inPerGroup, ...g.image];
      const kernelShape = [groups * g.inPerGroup, g.outPerGroup, ...g.window];
      const plan = planConvTranspose2d(inputShape, kernelShape, params);
      if (isPlanProblem(plan)) return undefined;
      const bias = g.hasBias ? draw(seed + 2, groups * g.outPerGroup) : undefined;
      return { plan, params, input: tensor(inputShape, draw, seed), kernel: tensor(kernelShape, draw, seed + 1), bias };
    })
    .filter((setting) => setting !== undefined);
}

/** Poolings of every kind that can be computed. */
export function poolSettings(draw: Draw): fc.Arbitrary<PoolSetting> {
  const drawn = fc.record({
    g: geometries,
    padding: paddings,
    rounding: fc.constantFrom<PoolRounding>('floor', 'ceil_inside', 'ceil_anywhere'),
    divisor: fc.constantFrom<AverageDivisor>({ kind: 'padded' }, { kind: 'inside' }, { kind: 'override', value: 3 }),
    seed: fc.nat(),
  });
  return drawn
    .map(({ g, padding, rounding, divisor, seed }) => {
      const params = { window: g.window, strides: g.strides, dilations: g.dilations, padding, rounding, divisor };
      const inputShape = [g.batch, g.groups * g.inPerGroup, ...g.image];
      const plan = planPool2d(inputShape, params);
      return isPlanProblem(plan) ? undefined : { plan, params, input: tensor(inputShape, draw, seed) };
    })
    .filter((setting) => setting !== undefined);
}

function tensor(shape: readonly number[], draw: Draw, seed: number): Tensor {
  return { shape, data: draw(seed, cellCount(shape)) };
}

/** Numbers from 0 to below 1, the same for the same seed (Marsaglia's xorshift). */
function generator(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
