import { copyRow } from './parts/copyRow';
import { ahead } from './parts/vector';

/** Copies rows of `bytes` bytes; pitches in bytes. The two places must not overlap. */
export function moveRows(
  target: usize,
  targetPitch: usize,
  source: usize,
  sourcePitch: usize,
  rows: i32,
  bytes: usize,
): void {
  for (let row = 0; row < rows; row++) {
    copyRow(target, source, bytes);
    target += targetPitch;
    source += sourcePitch;
  }
}

/**
 * Writes the added cells around planes of rows · columns numbers, single precision. `first` is the first cell of the first
 * plane, pitches are in numbers. `sources` holds for the added rows above, below, and the added columns before, behind the
 * index of the row or column that they copy; −1, or no table at all, stands for `value`.
 */
export function margins32(
  first: usize,
  rowPitch: i32,
  planePitch: i32,
  planes: i32,
  rows: i32,
  columns: i32,
  above: i32,
  below: i32,
  before: i32,
  behind: i32,
  sources: usize,
  value: f64,
): void {
  for (let plane = 0; plane < planes; plane++) {
    margins<f32>(first, rowPitch, rows, columns, above, below, before, behind, sources, <f32>value);
    first = ahead<f32>(first, planePitch);
  }
}

/** `margins32` in double precision. */
export function margins64(
  first: usize,
  rowPitch: i32,
  planePitch: i32,
  planes: i32,
  rows: i32,
  columns: i32,
  above: i32,
  below: i32,
  before: i32,
  behind: i32,
  sources: usize,
  value: f64,
): void {
  for (let plane = 0; plane < planes; plane++) {
    margins<f64>(first, rowPitch, rows, columns, above, below, before, behind, sources, value);
    first = ahead<f64>(first, planePitch);
  }
}

function margins<T>(
  first: usize,
  rowPitch: i32,
  rows: i32,
  columns: i32,
  above: i32,
  below: i32,
  before: i32,
  behind: i32,
  sources: usize,
  value: T,
): void {
  const columnSources = sources ? ahead<i32>(sources, above + below) : 0;
  let row = first;
  for (let index = 0; index < rows; index++) {
    addedCells<T>(row, -before, 0, columnSources, value);
    addedCells<T>(row, columns, columns + behind, columnSources ? ahead<i32>(columnSources, before) : 0, value);
    row = ahead<T>(row, rowPitch);
  }
  addedRows<T>(first, -above, 0, rowPitch, columns, before, behind, sources, value);
  const belowSources = sources ? ahead<i32>(sources, above) : 0;
  addedRows<T>(first, rows, rows + below, rowPitch, columns, before, behind, belowSources, value);
}

/** Cells [from, to) of a row. */
function addedCells<T>(row: usize, from: i32, to: i32, sources: usize, value: T): void {
  for (let column = from; column < to; column++) {
    const source = sources ? load<i32>(ahead<i32>(sources, column - from)) : -1;
    store<T>(ahead<T>(row, column), source < 0 ? value : load<T>(ahead<T>(row, source)));
  }
}

/** Rows [from, to) with their added cells, copied from rows that are complete. */
function addedRows<T>(
  first: usize,
  from: i32,
  to: i32,
  rowPitch: i32,
  columns: i32,
  before: i32,
  behind: i32,
  sources: usize,
  value: T,
): void {
  for (let index = from; index < to; index++) {
    const source = sources ? load<i32>(ahead<i32>(sources, index - from)) : -1;
    const row = ahead<T>(first, index * rowPitch);
    if (source < 0) addedCells<T>(row, -before, columns + behind, 0, value);
    else {
      const copied = ahead<T>(first, source * rowPitch - before);
      memory.copy(ahead<T>(row, -before), copied, <usize>(before + columns + behind) * sizeof<T>());
    }
  }
}
