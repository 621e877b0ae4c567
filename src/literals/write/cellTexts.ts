import { type Spelling, spelled } from './spelling';

/** The numbers of a matrix as they will stand in a text. */
export interface CellTexts {
  readonly texts: readonly string[];
  /** By column, the length of its longest text; empty where columns are not aligned. */
  readonly widths: readonly number[];
  readonly columns: number;
}

/** Numbers of one slice: about half a millisecond of work. */
const sliceNumbers = 4096;

/** Spells numbers in slices, yielding the share done; undefined once they have more than `most` characters together. */
export function* cellTexts(
  data: Float64Array,
  columns: number,
  spelling: Spelling,
  isAligned: boolean,
  most: number,
): Generator<number, CellTexts | undefined> {
  const texts: string[] = [];
  const widths: number[] = isAligned ? new Array<number>(columns).fill(0) : [];
  let length = 0;
  for (let from = 0; from < data.length && length <= most; from += sliceNumbers) {
    const end = Math.min(data.length, from + sliceNumbers);
    for (let i = from; i < end; i++) {
      const text = spelled(data[i]!, spelling);
      texts.push(text);
      length += text.length;
      const column = i % columns;
      if (isAligned && text.length > widths[column]!) widths[column] = text.length;
    }
    yield end / data.length;
  }
  return length <= most ? { texts, widths, columns } : undefined;
}

/** A row of cells with what stands between them, right-aligned where the columns are. */
export function rowText({ texts, widths, columns }: CellTexts, row: number, separator: string): string {
  const cells = texts.slice(row * columns, (row + 1) * columns);
  if (widths.length === 0) return cells.join(separator);
  return cells.map((text, column) => text.padStart(widths[column]!)).join(separator);
}
