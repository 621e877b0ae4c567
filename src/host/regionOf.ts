import type { Matrix } from '../engine/tensor';
import { type CellWindow, mostRegionCells } from '../protocol/lens';

/** The cells of a window as far as the matrix has them, tight; undefined where it has none or they are too many. */
export function regionOf(
  { shape: [rows, cols], data }: Matrix,
  asked: CellWindow,
): { readonly window: CellWindow; readonly data: Float64Array } | undefined {
  const row = Math.max(0, asked.row);
  const col = Math.max(0, asked.col);
  const height = Math.min(rows, asked.row + asked.rows) - row;
  const width = Math.min(cols, asked.col + asked.cols) - col;
  if (height < 1 || width < 1 || height * width > mostRegionCells) return undefined;
  const cut = new Float64Array(height * width);
  for (let i = 0; i < height; i++) {
    const start = (row + i) * cols + col;
    cut.set(data.subarray(start, start + width), i * width);
  }
  return { window: { row, col, rows: height, cols: width }, data: cut };
}
