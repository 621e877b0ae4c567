import type { Matrix } from '../tensor';
import type { PlainPattern } from './pattern';

type ValueAt = (row: number, col: number, rows: number, cols: number) => number;

/** By row and column from 0; the middle of an even side is the cell behind it, as SciPy's `unit_impulse(shape, 'mid')` has it. */
const valueAt: Readonly<Record<PlainPattern, ValueAt>> = {
  ramp: (_row, col) => col,
  checkerboard: (row, col) => (row + col) % 2,
  impulse: (row, col, rows, cols) => Number(row === Math.floor(rows / 2) && col === Math.floor(cols / 2)),
  edge: (_row, col, _rows, cols) => Number(col >= Math.ceil(cols / 2)),
};

/** A ramp by columns, a checkerboard of 0 and 1, a 1 in the middle of zeros, or a step from 0 to 1 between the halves. */
export function plainPattern(pattern: PlainPattern, rows: number, cols: number): Matrix {
  const at = valueAt[pattern];
  const value = (_: unknown, i: number) => at(Math.floor(i / cols), i % cols, rows, cols);
  return { shape: [rows, cols], data: Float64Array.from({ length: rows * cols }, value) };
}
