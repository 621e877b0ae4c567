import type { ErrorClass } from '../convPath';
import { fillValue } from '../padding/fill';
import type { Precision } from './pathRunner';
import type { PathSetting } from './pathSetting';

/** The rounding unit, the largest whole number below which all are held, and the error of an underflowing product. */
export const formats: Readonly<Record<Precision, { unit: number; whole: number; underflow: number; most: number }>> = {
  float32: { unit: 2 ** -24, whole: 2 ** 24, underflow: 2 ** -150, most: (2 - 2 ** -23) * 2 ** 127 },
  float64: { unit: 2 ** -53, whole: 2 ** 53, underflow: 2 ** -1074, most: Number.MAX_VALUE },
};

/** What the size of an error follows from besides the input. */
export interface SumSize {
  /** Σ|weight| of the output channel where it is largest. */
  readonly weights: number;
  readonly bias: number;
  /** Roundings on the way to one cell, at most. */
  readonly roundings: number;
  readonly areWhole: boolean;
  /** What padding adds to the largest input. */
  readonly padding: number;
}

/** The size of the sums of a convolution; numbers as they are rounded to its precision. */
export function sumSize({ plan, weights, bias }: Pick<PathSetting, 'plan' | 'weights' | 'bias'>): SumSize {
  const terms = weights.length / plan.outputChannels;
  const sums = Array.from({ length: plan.outputChannels }, (_, channel) =>
    sumOfMagnitudes(weights.subarray(channel * terms, (channel + 1) * terms)),
  );
  const padding = Math.abs(fillValue(plan.fill) ?? 0);
  return {
    weights: Math.max(...sums),
    bias: bias ? largestMagnitude(bias) : 0,
    roundings: 2 * terms + 1,
    areWhole: weights.every(Number.isInteger) && (bias?.every(Number.isInteger) ?? true) && Number.isInteger(padding),
    padding,
  };
}

function sumOfMagnitudes(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += Math.abs(numbers[i]!);
  return sum;
}

function largestMagnitude(numbers: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, Math.abs(numbers[i]!));
  return most;
}

/**
 * How far sums in the order of their terms, rounded after each operation, may lie from the exact ones: γₙ·(Σ|w|·max|x|
 * + |b|) with γₙ = n·u / (1 − n·u) (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 3.1). Not at all, where
 * all numbers are whole and no sum can leave the whole numbers that the precision holds.
 */
export function sumErrorClass(
  size: SumSize,
  precision: Precision,
  largest: number,
  isWhole: () => boolean,
): ErrorClass {
  const { unit, whole, underflow, most } = formats[precision];
  const magnitude = size.weights * Math.max(largest, size.padding) + size.bias;
  if (magnitude <= whole && size.areWhole && isWhole()) return { kind: 'exact' };
  const share = size.roundings * unit;
  const bound = (share / (1 - share)) * magnitude + size.roundings * underflow;
  return {
    kind: 'bounded',
    bound: share < 1 && magnitude < most && bound < Number.POSITIVE_INFINITY ? bound : Number.POSITIVE_INFINITY,
  };
}
