import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { CellAt } from '../state/lensModel';

/** The step whose patch has its centre nearest to a cell of the input. */
export function stepAtInput({ height, width }: Conv2dPlan, { row, col }: CellAt): number {
  return nearest(height, row) * width.outputSize + nearest(width, col);
}

function nearest(axis: AxisPlan, cell: number): number {
  const output = Math.round((cell + axis.before - (axis.span - 1) / 2) / axis.stride);
  return Math.max(0, Math.min(axis.outputSize - 1, output));
}
