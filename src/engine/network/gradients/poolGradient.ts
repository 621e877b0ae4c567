import { forEachWindow } from '../../pooling/forEachWindow';
import type { Pool2dPlan } from '../../pooling/pool2dPlan';
import { countedCells, type PoolWindow } from '../../pooling/poolWindow';
import { cellCount } from '../../shape4';
import type { Tensor } from '../../tensor';

/**
 * dL/dX of a max pooling from dL/dY: each gradient goes to the cell that `maxPool2d` took, of equal ones the first; that
 * of a window without a cell of the input goes nowhere.
 */
export function maxPoolGradient(plan: Pool2dPlan, { data: values }: Tensor, gradient: Tensor): Tensor {
  const data = new Float64Array(cellCount(plan.inputShape));
  const inputCols = plan.inputShape[3];
  forEachWindow(plan, (planeStart, rows, cols, cell) => {
    const winner = largestCell(values, planeStart, rows, cols, inputCols);
    if (winner >= 0) data[winner]! += gradient.data[cell]!;
  });
  return { shape: plan.inputShape, data };
}

/** dL/dX of an average pooling from dL/dY: each gradient, by the divisor, goes to every cell of the input in the window. */
export function averagePoolGradient(plan: Pool2dPlan, gradient: Tensor): Tensor {
  const { divisor, inputShape } = plan;
  const data = new Float64Array(cellCount(inputShape));
  forEachWindow(plan, (planeStart, rows, cols, cell) => {
    const by = divisor.kind === 'override' ? divisor.value : countedCells(divisor.kind, rows, cols);
    const share = gradient.data[cell]! / by;
    for (let i = rows.insideFrom; i < rows.insideTo; i++) {
      const start = planeStart + (rows.first + i * rows.step) * inputShape[3];
      for (let j = cols.insideFrom; j < cols.insideTo; j++) data[start + cols.first + j * cols.step]! += share;
    }
  });
  return { shape: inputShape, data };
}

/** The index of the cell that `maxPool2d` takes; −1 where there is none. */
function largestCell(
  values: Float64Array,
  planeStart: number,
  rows: PoolWindow,
  cols: PoolWindow,
  inputCols: number,
): number {
  let winner = -1;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = rows.insideFrom; i < rows.insideTo; i++) {
    const start = planeStart + (rows.first + i * rows.step) * inputCols;
    for (let j = cols.insideFrom; j < cols.insideTo; j++) {
      const at = start + cols.first + j * cols.step;
      const value = values[at]!;
      if (winner >= 0 && !(value > largest || Number.isNaN(value))) continue;
      winner = at;
      largest = value;
    }
  }
  return winner;
}
