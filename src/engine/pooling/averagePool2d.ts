import type { Tensor } from '../tensor';
import type { Pool2dPlan } from './pool2dPlan';
import { poolCells } from './poolCells';
import { countedCells } from './poolWindow';

/**
 * The average of each window by the plan's divisor, NCHW; the data must have the plan's input shape. The sum starts at
 * +0 and takes the cells of the input row by row, the order of `explainPooledCell`; padding adds nothing, whatever the
 * divisor counts. A window that counts no cell gives 0 / 0, NaN.
 */
export function averagePool2d(plan: Pool2dPlan, { data }: Tensor): Tensor {
  const { divisor, inputShape } = plan;
  const inputCols = inputShape[3];
  return poolCells(plan, (planeStart, rows, cols) => {
    let sum = 0;
    for (let i = rows.insideFrom; i < rows.insideTo; i++) {
      const rowStart = planeStart + (rows.first + i * rows.step) * inputCols;
      for (let j = cols.insideFrom; j < cols.insideTo; j++) sum += data[rowStart + cols.first + j * cols.step]!;
    }
    return sum / (divisor.kind === 'override' ? divisor.value : countedCells(divisor.kind, rows, cols));
  });
}
