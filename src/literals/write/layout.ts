import type { CellTexts } from './cellTexts';

/** Cells, and the shape in which they are laid out. */
export interface Laid {
  readonly cells: CellTexts;
  readonly shape: readonly number[];
}

/** The lines of a matrix, all of which but the first begin in the column `indent`. */
export type Layout = (laid: Laid, indent: number) => Generator<string>;

/** The sizes of the axes before the last: how many rows each holds. */
export function outerAxes(shape: readonly number[]): readonly number[] {
  const spans: number[] = [];
  let span = 1;
  for (const size of shape.slice(0, -1).reverse()) {
    span *= size;
    spans.push(span);
  }
  return spans;
}
