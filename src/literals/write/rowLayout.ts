import { rowText } from './cellTexts';
import type { Laid, Layout } from './layout';

/** What stands around the cells of a row. */
export interface RowMarks {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Where the last row ends otherwise. */
  readonly last?: string;
}

/** One line for each row, with the same marks. */
export function rowLayout({ before, between, after, last = after }: RowMarks): Layout {
  return function* lines({ cells }: Laid, indent: number) {
    const rows = cells.texts.length / cells.columns;
    for (let row = 0; row < rows; row++) {
      const blanks = row === 0 ? '' : ' '.repeat(indent);
      yield `${blanks}${before}${rowText(cells, row, between)}${row + 1 < rows ? after : last}`;
    }
  };
}
