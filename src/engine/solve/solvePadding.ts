import type { AxisGeometry } from '../padding/padding';
import { positiveProblem, type Unsolved } from './solveProblem';

/**
 * Where the odd cell of a total goes. `larger-after`: TensorFlow, Keras, PyTorch and ONNX's SAME_UPPER.
 * `larger-before`: ONNX's SAME_LOWER, the anchors of OpenCV and scipy.ndimage, and d2l.ai.
 */
export type PaddingSplit = 'larger-after' | 'larger-before';

/** A padding of one axis. */
export interface PaddingChoice {
  readonly total: number;
  readonly before: number;
  readonly after: number;
}

/** Why no padding that is the same on both sides gives the wanted size. */
export interface NoSymmetricPadding {
  /** With stride 1 one total alone does it, wanted − 1 + span − inputSize, and it is odd. */
  readonly reason: 'odd-total';
  readonly numbers: {
    readonly wanted: number;
    readonly span: number;
    readonly inputSize: number;
    readonly total: number;
  };
}

/** All paddings that give the wanted size. */
export interface PaddingSolution {
  /** The smallest and the largest number of added cells, both sides together; every number between them does it too. */
  readonly minTotal: number;
  readonly maxTotal: number;
  /** The smallest and the largest padding that is the same on both sides; undefined when there is none. */
  readonly symmetric: readonly [smallest: number, largest: number] | undefined;
  /** Why `symmetric` is undefined where it is. */
  readonly whyNoneSymmetric: NoSymmetricPadding | undefined;
  /** The total of which nothing is floored away, S·(O − 1) + span − N; undefined when it would be negative. */
  readonly exactTotal: number | undefined;
  /** The exact total where there is one, else the smallest, split by the rule that was asked for. */
  readonly recommended: PaddingChoice;
}

/**
 * The paddings with which ⌊(N + total − span) / S⌋ + 1 is `wanted`: totals from S·(O − 1) + span − N to
 * S·O + span − N − 1, and never less than 0. The kernel then fits by itself, as O ≥ 1.
 */
export function solvePadding(
  geometry: AxisGeometry,
  wanted: number,
  split: PaddingSplit = 'larger-after',
): PaddingSolution | Unsolved {
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const problem = positiveProblem({ inputSize, kernelSize, stride, dilation, wanted });
  if (problem) return problem;
  const span = dilation * (kernelSize - 1) + 1;
  const exact = stride * (wanted - 1) + span - inputSize;
  const maxTotal = exact + stride - 1;
  if (![span, stride * wanted, maxTotal].every(Number.isSafeInteger))
    return { unsolved: 'too-large', numbers: { wanted, stride, span } };
  if (maxTotal < 0) {
    const unpadded = Math.floor((inputSize - span) / stride) + 1;
    return { unsolved: 'smaller-than-unpadded', numbers: { wanted, unpadded } };
  }
  const minTotal = Math.max(exact, 0);
  const symmetric = symmetricPaddings(minTotal, maxTotal);
  return {
    minTotal,
    maxTotal,
    symmetric,
    // Totals from 0 on hold 0, and two neighbours hold an even one: only a single odd total has none.
    whyNoneSymmetric: symmetric
      ? undefined
      : { reason: 'odd-total', numbers: { wanted, span, inputSize, total: exact } },
    exactTotal: exact < 0 ? undefined : exact,
    recommended: splitPadding(minTotal, split),
  };
}

/** A total of added cells split over both sides by a rule. */
export function splitPadding(total: number, split: PaddingSplit = 'larger-after'): PaddingChoice {
  const smaller = Math.floor(total / 2);
  const before = split === 'larger-after' ? smaller : total - smaller;
  return { total, before, after: total - before };
}

function symmetricPaddings(minTotal: number, maxTotal: number): readonly [number, number] | undefined {
  const smallest = Math.ceil(minTotal / 2);
  const largest = Math.floor(maxTotal / 2);
  return smallest <= largest ? [smallest, largest] : undefined;
}
