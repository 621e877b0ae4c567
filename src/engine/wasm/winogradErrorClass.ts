import type { ErrorClass } from '../convPath';

const unit = 2 ** -24;
/** Below this all multiples of ¼ are held in single precision. */
const quarters = 2 ** 22;
const most = (2 - 2 ** -23) * 2 ** 127;
const underflow = 2 ** -150;

/** What the error of a convolution in transformed patches follows from besides the input. */
export interface WinogradSize {
  /** Of one group. */
  readonly inputs: number;
  /** Of `WinogradWeights`. */
  readonly magnitude: number;
  /** Σ|weight| of the output channel where it is largest. */
  readonly weights: number;
  /** The largest |bias|. */
  readonly bias: number;
  /** True where kernel, bias and padding are whole numbers. */
  readonly areWhole: boolean;
  /** The largest absolute value that padding may add to those of the input. */
  readonly padding: number;
}

/**
 * How far F(2 × 2, 3 × 3) in single precision may lie from the exact sums, for inputs up to `largest`.
 *
 * With X the largest absolute value of a patch, a transformed patch has |v| ≤ 4X, so that every number on the way to a
 * cell is at most M = 4X·Σ|u| + |b|. On whole numbers all of them are multiples of ¼: nothing is rounded while M ≤ 2²².
 * Else a cell's terms pass C + 9 roundings: one of u, two of v, C of product and sum over C channels, four back, one for
 * the bias, one for Σ|u| being that of rounded u; hence γ(C + 9)·M (N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, 3.1; B. Barabasz et al., Error Analysis and Improving the Accuracy of Winograd Convolution for Deep Neural
 * Networks, 2020, has the same form). The u themselves are made in double precision, from at most 4·Σ|w|.
 */
export function winogradErrorClass(size: WinogradSize, largest: number, isWhole: () => boolean): ErrorClass {
  const cell = 4 * Math.max(largest, size.padding);
  const magnitude = cell * size.magnitude + size.bias;
  if (Math.max(magnitude, cell, size.magnitude) <= quarters && size.areWhole && isWhole()) {
    return { kind: 'exact' };
  }
  const share = (size.inputs + 9) * unit;
  const lost = 9 * size.inputs * underflow * (2 + cell);
  const bound = (share / (1 - share)) * magnitude + 2 ** -48 * cell * size.weights + lost;
  const holds = share < 1 && magnitude < most && cell < most;
  return { kind: 'bounded', bound: holds ? bound : Number.POSITIVE_INFINITY };
}
