import type { Fill } from './conv2dParams';
import type { AxisPlan } from './conv2dPlan';
import { fillSource } from './fill';

/** Which input column one kernel column meets at each output column. */
export interface ColumnTap {
  /** The input column met at output column 0; may lie outside. Each further output column meets one `stride` later. */
  readonly first: number;
  /** Output columns [insideFrom, insideTo) meet cells of the input itself. */
  readonly insideFrom: number;
  readonly insideTo: number;
  /** For the other output columns the column that fills the place, −1 for a constant; not set inside. */
  readonly sources: Int32Array;
}

/** One record for each place of the patch along the width, from left to right. */
export function columnTaps(axis: AxisPlan, fill: Fill): readonly ColumnTap[] {
  return Array.from({ length: axis.kernelSize }, (_, place) => columnTap(axis, fill, place));
}

function columnTap(axis: AxisPlan, fill: Fill, place: number): ColumnTap {
  const { inputSize, outputSize, stride, dilation, before } = axis;
  const first = place * dilation - before;
  const insideFrom = clamp(Math.ceil(-first / stride), 0, outputSize);
  const insideTo = clamp(Math.ceil((inputSize - first) / stride), insideFrom, outputSize);
  const sources = new Int32Array(outputSize);
  for (let col = 0; col < outputSize; col++) {
    if (col === insideFrom) col = insideTo;
    if (col < outputSize) sources[col] = fillSource(fill, first + col * stride, inputSize);
  }
  return { first, insideFrom, insideTo, sources };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
