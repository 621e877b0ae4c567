import { fillSource } from '../padding/fill';
import type { AxisPlan, Conv2dPlan, Tap } from './conv2dPlan';

/** The part of the padded input that one output cell reads, in rows and columns of the unpadded input. */
export interface Patch {
  readonly row: number;
  readonly col: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstCol: number;
  readonly lastCol: number;
  /** Row by row from the top left of the patch: the order in which `conv2d` adds. */
  readonly taps: readonly Tap[];
}

/** The patch of an output cell, counted from 0; each tap names the weight that is used there, so a turned kernel is read backwards. */
export function patchAt(plan: Conv2dPlan, outputRow: number, outputCol: number): Patch {
  const { height, width } = plan;
  const firstRow = outputRow * height.stride - height.before;
  const firstCol = outputCol * width.stride - width.before;
  const taps: Tap[] = [];
  for (let i = 0; i < height.kernelSize; i++) {
    for (let j = 0; j < width.kernelSize; j++) {
      taps.push(tapAt(plan, i, j, firstRow + i * height.dilation, firstCol + j * width.dilation));
    }
  }
  const lastRow = firstRow + height.span - 1;
  const lastCol = firstCol + width.span - 1;
  return { row: outputRow, col: outputCol, firstRow, lastRow, firstCol, lastCol, taps };
}

function tapAt(plan: Conv2dPlan, i: number, j: number, row: number, col: number): Tap {
  const { height, width, fill, flip } = plan;
  const sourceRow = fillSource(fill, row, height.inputSize);
  const sourceCol = fillSource(fill, col, width.inputSize);
  return {
    kernelRow: flip ? height.kernelSize - 1 - i : i,
    kernelCol: flip ? width.kernelSize - 1 - j : j,
    row,
    col,
    source: sourceRow < 0 || sourceCol < 0 ? undefined : [sourceRow, sourceCol],
    inside: isInside(height, row) && isInside(width, col),
  };
}

function isInside(axis: AxisPlan, position: number): boolean {
  return position >= 0 && position < axis.inputSize;
}
