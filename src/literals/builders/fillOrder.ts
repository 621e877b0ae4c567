import type { Machine } from '../expression/machine';
import { addNote } from '../expression/notes';
import { type Numbers, sizeOf } from '../expression/value';
import type { TextRange } from '../literal';

/** How a call puts numbers into a shape. */
export interface Filling {
  readonly place: TextRange;
  readonly shape: readonly number[];
  readonly rowsFirst: boolean;
  /** The language whose rule it is. */
  readonly by: string;
}

/** Notes what a call fills first, and doubts columns where the numbers stand in rows: their matrix is the transpose. */
export function noteFilling(machine: Machine, data: Numbers, { place, shape, rowsFirst, by }: Filling): void {
  if (shape.filter((side) => side !== 1).length < 2) return;
  if (rowsFirst) addNote(machine, 'rows-first', place);
  else {
    addNote(machine, 'columns-first', place, { found: by });
    const isChosen = machine.language.choice?.order !== undefined;
    if (!isChosen && shape.length === 2 && standsInRows(machine, data, shape[1]!))
      addNote(machine, 'laid-out-in-rows', data);
  }
}

/** Whether the text breaks its lines after every so many numbers, and nowhere else. */
function standsInRows({ text, pool }: Machine, { from, shape }: Numbers, columns: number): boolean {
  for (let i = from + 1; i < from + sizeOf(shape); i++) {
    const breaks = text.slice(pool.ends[i - 1], pool.starts[i]).includes('\n');
    if (breaks !== ((i - from) % columns === 0)) return false;
  }
  return true;
}
