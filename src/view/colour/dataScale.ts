import type { Matrix } from '../../engine/tensor';

/** The ranges that colours stand for. Infinities and NaN take no part in them. */
export interface DataScale {
  readonly inputLow: number;
  readonly inputHigh: number;
  /** The kernel's colours run from −kernel to +kernel. */
  readonly kernel: number;
  /** Products, sum and map share one scale, from −signed to +signed. */
  readonly signed: number;
}

/** The kernel's scale ends beyond its largest weight, so that the loudest colour is always a result. */
const kernelRoom = 1.3;

/** The ranges of the three matrices. */
export function dataScale(input?: Matrix, kernel?: Matrix, output?: Matrix): DataScale {
  const [low, high] = extent(input);
  const kernelMost = largest(extent(kernel));
  const product = largest([low, high]) * kernelMost;
  const signed = Math.max(largest(extent(output)), Number.isFinite(product) ? product : 0);
  return {
    inputLow: Math.min(0, low),
    inputHigh: Math.max(high, low),
    kernel: kernelMost * kernelRoom,
    signed: signed || 1,
  };
}

function extent(matrix: Matrix | undefined): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of matrix?.data ?? []) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 0] : [low, high];
}

function largest([low, high]: readonly [number, number]): number {
  return Math.max(Math.abs(low), Math.abs(high));
}
