import { cellCount } from '../shape4';
import type { Tensor } from '../tensor';
import { forEachWindow } from './forEachWindow';
import type { Pool2dPlan } from './pool2dPlan';
import type { PoolWindow } from './poolWindow';

/**
 * The tensor of the plan's output shape with one number for each pair of windows; `planeStart` is the index of the
 * first cell of their plane in the input's data.
 */
export function poolCells(
  plan: Pool2dPlan,
  reduce: (planeStart: number, rows: PoolWindow, cols: PoolWindow) => number,
): Tensor {
  const data = new Float64Array(cellCount(plan.outputShape));
  forEachWindow(plan, (planeStart, rows, cols, cell) => {
    data[cell] = reduce(planeStart, rows, cols);
  });
  return { shape: plan.outputShape, data };
}
