import type { WorkedExample } from './workedExample';

/**
 * How far another library's sums may lie from ours because it adds the terms in another order: 0 where all terms are
 * whole numbers whose sums every order gives exactly, unless it sums by transforms; else 10⁻¹² of the largest sum of
 * absolute products.
 */
export function toleranceOf({ input, kernel, plan: { fill } }: WorkedExample, isTransformed = false): number {
  const filled = fill.kind === 'constant' ? fill.value : 0;
  const largest = input.data.reduce((most, value) => Math.max(most, sizeOf(value)), sizeOf(filled));
  const bound = largest * kernel.data.reduce((sum, weight) => sum + sizeOf(weight), 0);
  const isWhole = input.data.every(isWholeOrNone) && kernel.data.every(isWholeOrNone) && isWholeOrNone(filled);
  return isWhole && !isTransformed && bound < 2 ** 53 ? 0 : Number((bound * 1e-12).toPrecision(2));
}

/** Whether infinities or NaN are among the numbers. */
export function hasNonFinite({ input, kernel, plan: { fill } }: WorkedExample): boolean {
  const isBad = (value: number) => !Number.isFinite(value);
  return input.data.some(isBad) || kernel.data.some(isBad) || (fill.kind === 'constant' && isBad(fill.value));
}

function sizeOf(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

function isWholeOrNone(value: number): boolean {
  return Number.isInteger(value) || !Number.isFinite(value);
}
