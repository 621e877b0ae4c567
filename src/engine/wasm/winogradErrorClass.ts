import type { ErrorClass } from '../convPath';
import type { WinogradAxes } from './winogradWeights';

const unit = 2 ** -24;
/** Below this all multiples of ¼ are held in single precision. */
const quarters = 2 ** 22;
const most = (2 - 2 ** -23) * 2 ** 127;
const underflow = 2 ** -150;
/** Of the transformed weights, which are made in double precision: see below. */
const doubles = 2 ** -40;

/** What the error of a convolution in transformed patches follows from besides the input. */
export interface WinogradSize {
  readonly axes: WinogradAxes;
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
 * How far tiles of 2 × 2 in single precision may lie from the exact sums, for inputs up to `largest`.
 *
 * With X the largest absolute value of a patch and g the growth of a form (`WinogradForm`), every number on the way to a
 * cell is at most M = X·Σ g|u| + |b|, each place with the weight with which the cell draws from it. Where no phase has
 * four taps and all is whole, all of them are multiples of ¼: nothing is rounded while M ≤ 2²². Else a cell's terms pass
 * C + 9 roundings: one of u, two of v, C of product and sum over the C numbers at a place, four back, one for the bias,
 * one for Σ|u| being that of rounded u; and two more for each axis with a phase of four taps, one there and one back.
 * Hence γ(C + …)·M (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 3.1; B. Barabasz et al., Error Analysis
 * and Improving the Accuracy of Winograd Convolution for Deep Neural Networks, 2020, has the same form). The u are made
 * in double precision by at most 12 roundings; what they are off by reaches a cell at most 16² = Σ g·|G| of both axes
 * times, so that 2⁻⁴⁰·X·Σ|w| covers it.
 */
export function winogradErrorClass(size: WinogradSize, largest: number, isWhole: () => boolean): ErrorClass {
  const { rows, columns } = size.axes;
  const fives = [rows, columns].filter(({ fours }) => fours > 0).length;
  const input = Math.max(largest, size.padding);
  const cell = 2 ** (2 - fives) * 6 ** fives * input;
  const magnitude = input * size.magnitude + size.bias;
  const isQuarters = fives === 0 && size.areWhole;
  if (isQuarters && Math.max(magnitude, cell, size.magnitude) <= quarters && isWhole()) return { kind: 'exact' };
  const terms = size.inputs * rows.phases * columns.phases;
  const share = (terms + 9 + 2 * fives) * unit;
  const lost = 25 * terms * underflow * (2 + cell);
  const bound = (share / (1 - share)) * magnitude + doubles * input * size.weights + lost;
  const holds = share < 1 && magnitude < most && cell < most;
  return { kind: 'bounded', bound: holds ? bound : Number.POSITIVE_INFINITY };
}
