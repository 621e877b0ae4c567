import type { AxisPlan } from './conv2dPlan';

/** Which input column one place of the patch meets at each output column: `first`, then one stride further each time. */
export interface ColumnTap {
  /** The column met at output column 0; may lie outside the input. */
  readonly first: number;
  /** Output columns [insideFrom, insideTo) meet cells of the input itself, all others meet padding. */
  readonly insideFrom: number;
  readonly insideTo: number;
}

/** One record for each place of the patch along the width, from left to right. */
export function columnTaps({
  inputSize,
  kernelSize,
  outputSize,
  stride,
  dilation,
  before,
}: AxisPlan): readonly ColumnTap[] {
  return Array.from({ length: kernelSize }, (_, place) => {
    const first = place * dilation - before;
    const insideFrom = clamp(Math.ceil(-first / stride), 0, outputSize);
    const insideTo = clamp(Math.ceil((inputSize - first) / stride), insideFrom, outputSize);
    return { first, insideFrom, insideTo };
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
