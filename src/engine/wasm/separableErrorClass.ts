import type { ErrorClass } from '../convPath';
import { fillValue } from '../padding/fill';
import { formats } from './errorClass';
import type { Precision } from './pathRunner';
import type { PathSetting } from './pathSetting';

/** The factors of one plane of a kernel, as they are rounded to the precision: weight[i, j] ≈ column[i] · row[j]. */
export interface Factors {
  readonly column: Float64Array;
  readonly row: Float64Array;
}

/** What the size of an error follows from besides the input; the largest figure of all output channels. */
export interface SeparableErrorSize {
  /** Σ|column| · Σ|row|. */
  readonly products: number;
  readonly rowSum: number;
  readonly columnSum: number;
  /** Σ|weight − column · row|. */
  readonly residual: number;
  /** Roundings on the way to one cell, at most. */
  readonly roundings: number;
  readonly bias: number;
  /** What padding adds to the largest input. */
  readonly padding: number;
  /** Factors, bias and padding are whole numbers, and the factors' products are the weights. */
  readonly areWhole: boolean;
}

/** The figures of a setting and its factors. */
export function separableErrorSize(
  { plan, weights, bias }: PathSetting,
  factors: readonly Factors[],
): SeparableErrorSize {
  const channels = factors.map(({ column, row }, channel) => {
    const start = channel * column.length * row.length;
    return {
      rowSum: sumOfAmounts(row),
      columnSum: sumOfAmounts(column),
      residual: residualOf(weights, start, column, row),
      areWhole: column.every(Number.isInteger) && row.every(Number.isInteger),
    };
  });
  const most = (figure: (channel: (typeof channels)[number]) => number) => Math.max(...channels.map(figure));
  const padding = Math.abs(fillValue(plan.fill) ?? 0);
  const biases = Array.from(bias ?? []);
  const residual = most((channel) => channel.residual);
  return {
    products: most(({ rowSum, columnSum }) => rowSum * columnSum),
    rowSum: most(({ rowSum }) => rowSum),
    columnSum: most(({ columnSum }) => columnSum),
    residual,
    roundings: 2 * (plan.height.kernelSize + plan.width.kernelSize) + 1,
    bias: Math.max(0, ...biases.map(Math.abs)),
    padding,
    areWhole:
      residual === 0 &&
      channels.every(({ areWhole }) => areWhole) &&
      biases.every(Number.isInteger) &&
      Number.isInteger(padding),
  };
}

/**
 * How far two passes may lie from the exact sums: γₙ·(Σ|column|·Σ|row|·max|x| + |b|), γₙ = n·u / (1 − n·u), for the n
 * roundings of both (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 3.1), and what the weights differ
 * from the products of the factors. Exact where all numbers are whole, the products are the weights, and neither pass
 * can leave the whole numbers that the precision holds.
 */
export function separableErrorClass(
  size: SeparableErrorSize,
  precision: Precision,
  largest: number,
  isWhole: () => boolean,
): ErrorClass {
  const { unit, whole, underflow, most } = formats[precision];
  const peak = Math.max(largest, size.padding);
  const magnitude = Math.max(size.products, size.rowSum) * peak + size.bias;
  if (size.areWhole && magnitude <= whole && isWhole()) return { kind: 'exact' };
  const share = size.roundings * unit;
  const lost = size.roundings * underflow * (1 + size.columnSum);
  const bound = (share / (1 - share)) * magnitude + size.residual * peak + lost;
  return { kind: 'bounded', bound: share < 1 && magnitude < most ? bound : Number.POSITIVE_INFINITY };
}

function sumOfAmounts(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + Math.abs(number), 0);
}

/** Never less than the true sum: a product of doubles may be rounded. */
function residualOf(
  weights: Float32Array | Float64Array,
  start: number,
  column: Float64Array,
  row: Float64Array,
): number {
  let sum = 0;
  let index = start;
  for (const factor of column) {
    for (const weight of row) {
      const product = factor * weight;
      const isRounded = !(Number.isSafeInteger(product) && Number.isInteger(factor) && Number.isInteger(weight));
      sum += Math.abs(weights[index++]! - product) + (isRounded ? Math.abs(product) * 2 ** -53 : 0);
    }
  }
  return sum;
}
