import type { AxisGeometry } from './padding';

/** A padding of one axis. */
export interface PaddingChoice {
  readonly total: number;
  readonly before: number;
  readonly after: number;
}

/** All paddings that give the wanted size. */
export interface PaddingSolution {
  /** The smallest and the largest number of added cells, both sides together; every number between them does it too. */
  readonly minTotal: number;
  readonly maxTotal: number;
  /** The smallest and the largest padding that is the same on both sides; undefined when there is none. */
  readonly symmetric: readonly [smallest: number, largest: number] | undefined;
  /** The total of which nothing is floored away, S·(O − 1) + span − N; undefined when it would be negative. */
  readonly exactTotal: number | undefined;
  /** The exact total where there is one, else the smallest; of an odd total the larger half comes after. */
  readonly recommended: PaddingChoice;
}

/** Why no padding gives the wanted size. */
export interface PaddingUnsolved {
  readonly unsolved: 'not-an-integer' | 'not-positive' | 'smaller-than-unpadded' | 'too-large';
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * The paddings with which ⌊(N + total − span) / S⌋ + 1 is `wanted`: totals from S·(O − 1) + span − N to
 * S·O + span − N − 1, and never less than what the kernel needs to fit.
 */
export function solvePadding(geometry: AxisGeometry, wanted: number): PaddingSolution | PaddingUnsolved {
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const problem = unsolvable({ inputSize, kernelSize, stride, dilation, wanted });
  if (problem) return problem;
  const span = dilation * (kernelSize - 1) + 1;
  const exact = stride * (wanted - 1) + span - inputSize;
  const maxTotal = exact + stride - 1;
  if (!Number.isSafeInteger(maxTotal)) return { unsolved: 'too-large', numbers: { wanted, stride, span } };
  if (maxTotal < 0) {
    const unpadded = Math.floor((inputSize - span) / stride) + 1;
    return { unsolved: 'smaller-than-unpadded', numbers: { wanted, unpadded } };
  }
  const minTotal = Math.max(exact, 0);
  return {
    minTotal,
    maxTotal,
    symmetric: symmetricPaddings(minTotal, maxTotal),
    exactTotal: exact < 0 ? undefined : exact,
    recommended: splitPadding(minTotal),
  };
}

/** A total split over both sides as TensorFlow's *same* does it: of an odd total the larger half comes after. */
export function splitPadding(total: number): PaddingChoice {
  return { total, before: Math.floor(total / 2), after: Math.ceil(total / 2) };
}

function symmetricPaddings(minTotal: number, maxTotal: number): readonly [number, number] | undefined {
  const smallest = Math.ceil(minTotal / 2);
  const largest = Math.floor(maxTotal / 2);
  return smallest <= largest ? [smallest, largest] : undefined;
}

function unsolvable(numbers: Readonly<Record<string, number>>): PaddingUnsolved | undefined {
  for (const [name, value] of Object.entries(numbers)) {
    if (!Number.isInteger(value)) return { unsolved: 'not-an-integer', numbers: { [name]: value } };
    if (value < 1) return { unsolved: 'not-positive', numbers: { [name]: value } };
  }
  return undefined;
}
