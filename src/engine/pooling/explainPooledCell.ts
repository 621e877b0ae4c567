import type { OutputCell } from '../convolution/explainCell';
import type { Tensor } from '../tensor';
import type { Pool2dPlan } from './pool2dPlan';
import { countedCells, type PoolWindow, poolWindowAt } from './poolWindow';

/** One place of a pooling window; rows and columns are those of the unpadded input and may lie outside it. */
export interface PooledCell {
  readonly row: number;
  readonly col: number;
  /** `crossing`: behind the end of the padded input, where ceil mode lets a window reach. */
  readonly place: 'inside' | 'padding' | 'crossing';
  /** Undefined outside the input: there is nothing to compare, and nothing to add. */
  readonly value: number | undefined;
}

/** How one output cell comes about, as the largest and as the average of the same window. */
export interface PooledCellExplanation {
  /** Row by row: the order of comparison and of addition. */
  readonly cells: readonly PooledCell[];
  /** What `maxPool2d` gives, and the index in `cells` of the cell that it is; of several NaN the last, as in PyTorch. */
  readonly largest: number;
  readonly largestAt: number | undefined;
  /** What `averagePool2d` gives is `sum / divisor`. */
  readonly sum: number;
  readonly divisor: number;
  readonly average: number;
}

/**
 * The window of an output cell, each index from 0; adding its values in order from +0 and dividing is
 * `averagePool2d`'s number bit for bit, and its largest value is `maxPool2d`'s.
 */
export function explainPooledCell(plan: Pool2dPlan, input: Tensor, cell: OutputCell): PooledCellExplanation {
  const rows = poolWindowAt(plan.height, cell.row);
  const cols = poolWindowAt(plan.width, cell.col);
  const cells = windowCells(plan, input, cell, rows, cols);
  let largest = Number.NEGATIVE_INFINITY;
  let largestAt: number | undefined;
  let sum = 0;
  for (const [at, { value }] of cells.entries()) {
    if (value === undefined) continue;
    sum += value;
    if (largestAt !== undefined && !(value > largest || Number.isNaN(value))) continue;
    largest = value;
    largestAt = at;
  }
  const divisor = plan.divisor.kind === 'override' ? plan.divisor.value : countedCells(plan.divisor.kind, rows, cols);
  return { cells, largest, largestAt, sum, divisor, average: sum / divisor };
}

function windowCells(
  { inputShape }: Pool2dPlan,
  input: Tensor,
  cell: OutputCell,
  rows: PoolWindow,
  cols: PoolWindow,
): readonly PooledCell[] {
  const [, channels, inputRows, inputCols] = inputShape;
  const planeRow = (cell.batch * channels + cell.channel) * inputRows;
  const cells: PooledCell[] = [];
  for (let i = 0; i < rows.count; i++) {
    for (let j = 0; j < cols.count; j++) {
      const row = rows.first + i * rows.step;
      const col = cols.first + j * cols.step;
      const isInside = row >= 0 && row < inputRows && col >= 0 && col < inputCols;
      const isOnPadded = i < rows.onPadded && j < cols.onPadded;
      const place = isInside ? 'inside' : isOnPadded ? 'padding' : 'crossing';
      cells.push({ row, col, place, value: isInside ? input.data[(planeRow + row) * inputCols + col]! : undefined });
    }
  }
  return cells;
}
