import { moveRows } from './planeMargins';
import { planes32, planes64 } from './planes';

/**
 * The convolution of one plane that was copied in without gaps, single precision: rows are moved to where their added
 * cells stand, then all of them are computed. Pitch in numbers.
 */
export function smallPlane32(
  staged: usize,
  first: usize,
  rowPitch: i32,
  rows: i32,
  columns: i32,
  setting: usize,
  input: usize,
  output: usize,
  outputRows: i32,
): void {
  moveRows(first, <usize>rowPitch * 4, staged, <usize>columns * 4, rows, <usize>columns * 4);
  planes32(setting, input, rowPitch, 0, output, 0, outputRows);
}

/** `smallPlane32` in double precision. */
export function smallPlane64(
  staged: usize,
  first: usize,
  rowPitch: i32,
  rows: i32,
  columns: i32,
  setting: usize,
  input: usize,
  output: usize,
  outputRows: i32,
): void {
  moveRows(first, <usize>rowPitch * 8, staged, <usize>columns * 8, rows, <usize>columns * 8);
  planes64(setting, input, rowPitch, 0, output, 0, outputRows);
}
