import type { Matrix } from '../../engine/tensor';

/** Rows on lines, numbers separated by tabs: what spreadsheets and our own reader take. */
export function matrixAsText({ shape: [rows, cols], data }: Matrix): string {
  const line = (row: number) => Array.from(data.subarray(row * cols, (row + 1) * cols), String).join('\t');
  return Array.from({ length: rows }, (_, row) => line(row)).join('\n');
}

/** Puts the whole matrix on the clipboard. */
export function copyMatrix(matrix: Matrix): void {
  void navigator.clipboard?.writeText(matrixAsText(matrix)).catch(() => undefined);
}
