/** The next part of a band of rows that is a rectangle: whole rows of some planes of one group. */
export let firstPlane: i32 = 0;
export let planes: i32 = 0;
export let firstRow: i32 = 0;
export let endRow: i32 = 0;

/**
 * Finds the rectangle that rows [from, to) of all planes' rows start with, among planes of `rows` rows, `planesPerGroup`
 * planes a group; returns the row behind it.
 */
export function nextRectangle(from: i32, to: i32, rows: i32, planesPerGroup: i32): i32 {
  firstPlane = from / rows;
  firstRow = from % rows;
  if (firstRow > 0 || to - from < rows) {
    planes = 1;
    endRow = min(rows, firstRow + to - from);
    return from - firstRow + endRow;
  }
  planes = min((to - from) / rows, planesPerGroup - (firstPlane % planesPerGroup));
  endRow = rows;
  return from + planes * rows;
}
