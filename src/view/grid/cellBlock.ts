import type { CellWindow } from '../../protocol/lens';
import type { CellAt } from '../state/lensModel';

/** The rectangle with two cells in its corners. */
export function blockBetween(one: CellAt, other: CellAt): CellWindow {
  return {
    row: Math.min(one.row, other.row),
    col: Math.min(one.col, other.col),
    rows: Math.abs(one.row - other.row) + 1,
    cols: Math.abs(one.col - other.col) + 1,
  };
}

/** Whether a column lies in a block that crosses a row. */
export function isInBlock(block: CellWindow | undefined, row: number, col: number): boolean {
  return (
    block !== undefined &&
    row >= block.row &&
    row < block.row + block.rows &&
    col >= block.col &&
    col < block.col + block.cols
  );
}
