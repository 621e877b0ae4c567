import type { Tensor } from '../tensor';
import type { Pool2dPlan } from './pool2dPlan';
import { poolCells } from './poolCells';

/**
 * The largest cell of each window, NCHW; the data must have the plan's input shape. Padding is never the largest: a
 * window without a cell of the input gives −∞. A NaN anywhere in a window gives NaN, as in PyTorch and NumPy (tfjs
 * passes over it). Of equal cells the first counts, so that −0 before +0 stays −0.
 */
export function maxPool2d(plan: Pool2dPlan, { data }: Tensor): Tensor {
  const inputCols = plan.inputShape[3];
  return poolCells(plan, (planeStart, rows, cols) => {
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = rows.insideFrom; i < rows.insideTo; i++) {
      const rowStart = planeStart + (rows.first + i * rows.step) * inputCols;
      for (let j = cols.insideFrom; j < cols.insideTo; j++) {
        const value = data[rowStart + cols.first + j * cols.step]!;
        if (value > largest || Number.isNaN(value)) largest = value;
      }
    }
    return largest;
  });
}
