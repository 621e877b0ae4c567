import type { Matrix } from '../tensor';

/** What the weights of a kernel add up to. */
export interface KernelSum {
  /** The sum: the gain at frequency 0, by which a constant picture is multiplied. 0 or 1 where only rounding is between. */
  readonly sum: number;
  /** What becomes of a constant picture away from the border. */
  readonly constant: 'kept' | 'removed' | 'scaled';
}

/** So far, relative to the sum of the amounts, the rounding of weights to single precision can lead. */
const rounding = 1e-6;

/** The sum of the weights (Neumaier's, which loses nothing to the order) and what it means; NaN for weights that are no numbers. */
export function kernelSum({ data }: Matrix): KernelSum {
  let sum = 0;
  let lost = 0;
  let amount = 0;
  for (const weight of data) {
    const next = sum + weight;
    lost += Math.abs(sum) >= Math.abs(weight) ? sum - next + weight : weight - next + sum;
    sum = next;
    amount += Math.abs(weight);
  }
  if (!Number.isFinite(amount)) return { sum, constant: 'scaled' };
  const total = sum + lost;
  if (Math.abs(total) <= rounding * amount) return { sum: 0, constant: 'removed' };
  if (Math.abs(total - 1) <= rounding * amount) return { sum: 1, constant: 'kept' };
  return { sum: total, constant: 'scaled' };
}
