import type { PerAxis } from '../convolution/conv2dParams';
import { fillSource, fillValue } from './fill';
import type { Pad2dPlan } from './planPad2d';

/** Where one cell of a padded plane comes from. */
export interface PaddedCell {
  /** The input cell that is copied, [row, column] from 0; undefined where a constant stands. */
  readonly source: PerAxis | undefined;
  /** The constant, where one stands. */
  readonly constant: number | undefined;
  /** Whether it is a cell of the input at its own place. */
  readonly isInside: boolean;
}

/** Where the cell in row `row` and column `col` of a padded plane, from 0, comes from; the same in every plane. */
export function explainPaddedCell({ height, width, fill }: Pad2dPlan, row: number, col: number): PaddedCell {
  const inputRow = row - height.before;
  const inputCol = col - width.before;
  const sourceRow = fillSource(fill, inputRow, height.inputSize);
  const sourceCol = fillSource(fill, inputCol, width.inputSize);
  if (sourceRow < 0 || sourceCol < 0) return { source: undefined, constant: fillValue(fill), isInside: false };
  const isInside = sourceRow === inputRow && sourceCol === inputCol;
  return { source: [sourceRow, sourceCol], constant: undefined, isInside };
}
