import type { Picture } from '../../engine/picture/picture';
import type { Matrix } from '../../engine/tensor';
import type { CellWindow } from '../../protocol/lens';

/** Exact values of a rectangle of a large matrix. */
export interface Region extends CellWindow {
  readonly data: Float64Array;
}

/** A matrix as far as it is here: whole, or as a picture with the exact values of some regions. */
export interface Cells {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  /** The exact value of a cell; undefined where it is not here. */
  readonly at: (row: number, col: number) => number | undefined;
  readonly whole: Matrix | undefined;
  readonly picture: Picture | undefined;
  readonly regions: readonly Region[];
}

/** What is here of a matrix. */
export interface Held {
  readonly matrix: Matrix | undefined;
  readonly picture: Picture | undefined;
  readonly regions: readonly Region[];
}

/** The cells of a matrix of that size, of which so much is held; undefined while nothing is. */
export function cellsOf(
  { id, rows, cols }: Pick<Cells, 'id' | 'rows' | 'cols'>,
  { matrix, picture, regions }: Held,
): Cells | undefined {
  if (!matrix && !picture) return undefined;
  const at = matrix
    ? (row: number, col: number) => (col < cols ? matrix.data[row * cols + col] : undefined)
    : (row: number, col: number) => inRegions(regions, row, col);
  return { id, rows, cols, at, whole: matrix, picture, regions };
}

/** The same turned by 180 degrees. */
export function turnedCells(cells: Cells): Cells {
  const { rows, cols, at, whole, picture } = cells;
  return {
    ...cells,
    at: (row, col) => at(rows - 1 - row, cols - 1 - col),
    whole: whole && { shape: whole.shape, data: whole.data.slice().reverse() },
    picture: picture && { ...picture, levels: picture.levels.slice().reverse() },
  };
}

function inRegions(regions: readonly Region[], row: number, col: number): number | undefined {
  for (const region of regions) {
    const i = row - region.row;
    const j = col - region.col;
    if (i >= 0 && i < region.rows && j >= 0 && j < region.cols) return region.data[i * region.cols + j];
  }
  return undefined;
}
