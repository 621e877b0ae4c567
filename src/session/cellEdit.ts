import { isDigit } from '../literals/text/characters';
import { numberInStyle } from '../literals/text/numberInStyle';
import { type CellPlaces, cellIndex, type Operand, operandLayout } from './operand';

/** A stretch of a text, in UTF-16 code units, and what is to stand there instead. */
export interface TextReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why a cell is no characters of its text that could be written anew. */
export type NotInText = 'computed' | 'unknown' | 'edited-here' | 'other-characters';

interface CellValue {
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

/**
 * The replacement that makes a cell of the shown plane say `value` in `text`, the text of the operand's origin: the
 * number's own characters in its own style, and blanks beside it where its column is aligned and they suffice.
 */
export function cellEdit(operand: Operand, text: string, cell: CellValue): TextReplacement | { refused: NotInText } {
  const edit = numberEdit(operand, text, cell);
  if ('refused' in edit || !operand.places) return edit;
  return aligned(text, edit, columnOf(operand, operand.places, text, cell));
}

/** The same for the number's own characters alone, whatever its column looks like. */
export function numberEdit(operand: Operand, text: string, cell: CellValue): TextReplacement | { refused: NotInText } {
  const { places, written, tensor } = operand;
  const index = cellIndex(operand, cell.row, cell.col);
  if (written !== undefined) return { refused: 'edited-here' };
  if (places === undefined || index === undefined) return { refused: 'unknown' };
  if (places.computed) return { refused: 'computed' };
  const start = places.starts[index]!;
  const end = places.ends[index]!;
  const sign = hasDecimalCommas(text, places) ? ',' : '.';
  const number = numberInStyle(text.slice(start, end), tensor.data[index]!, cell.value, sign);
  return number === undefined ? { refused: 'other-characters' } : { start, end, text: number };
}

/** Whether a literal writes its numbers as `1,5`. */
function hasDecimalCommas(text: string, { starts, ends }: CellPlaces): boolean {
  for (let i = 0; i < starts.length; i++) {
    const comma = text.indexOf(',', starts[i]);
    if (comma < 0) return false;
    if (comma < ends[i]! && isDigit(text.charCodeAt(comma + 1))) return true;
  }
  return false;
}

/** Where a number begins and ends on its line. */
interface Column {
  readonly from: number;
  readonly to: number;
}

/** Rows above and below that tell how a column is aligned. */
const near = 8;

/** The other numbers of the cell's column that stand on lines of their own. */
function columnOf(operand: Operand, places: CellPlaces, text: string, { row, col }: CellValue): readonly Column[] {
  const { rows } = operandLayout(operand);
  const columns: Column[] = [];
  const own = lineStart(text, places.starts[cellIndex(operand, row, col)!]!);
  for (let at = Math.max(0, row - near); at < Math.min(rows, row + near + 1); at++) {
    const index = cellIndex(operand, at, col)!;
    const line = lineStart(text, places.starts[index]!);
    if (line !== own) columns.push({ from: places.starts[index]! - line, to: places.ends[index]! - line });
  }
  return columns;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The replacement with as many blanks taken or given as its column has for it. */
function aligned(text: string, edit: TextReplacement, column: readonly Column[]): TextReplacement {
  const grown = edit.text.length - (edit.end - edit.start);
  if (grown === 0 || column.length === 0) return edit;
  const line = lineStart(text, edit.start);
  const endsTogether = column.every(({ to }) => to === edit.end - line);
  const startsTogether = column.every(({ from }) => from === edit.start - line);
  if (!endsTogether && !startsTogether) return edit;
  if (grown < 0) return endsTogether ? shortened(edit, -grown, 'before') : behind(text, edit, -grown);
  const before = endsTogether ? spareBefore(text, edit.start) : 0;
  if (before >= grown) return { ...edit, start: edit.start - grown };
  return startsTogether ? widened(text, edit, grown) : edit;
}

function shortened(edit: TextReplacement, by: number, side: 'before' | 'after'): TextReplacement {
  const blanks = ' '.repeat(by);
  return { ...edit, text: side === 'before' ? blanks + edit.text : edit.text + blanks };
}

/** Blanks that a shorter number leaves, behind the sign that divides it from the next one; none at a line's end. */
function behind(text: string, edit: TextReplacement, by: number): TextReplacement {
  const divider = text.charAt(edit.end);
  const after = divider === ',' || divider === ';' ? edit.end + 1 : edit.end;
  if (text.charAt(after) !== ' ' || isLineEnd(text, after)) return edit;
  return shortened({ ...edit, end: after, text: edit.text + text.slice(edit.end, after) }, by, 'after');
}

/** A longer number takes the blanks behind it, and behind the sign that divides it from the next one, but for one. */
function widened(text: string, edit: TextReplacement, by: number): TextReplacement {
  const divider = text.charAt(edit.end);
  const after = divider === ',' || divider === ';' ? edit.end + 1 : edit.end;
  let at = after;
  while (text.charAt(at) === ' ') at++;
  if (at - after - 1 < by) return edit;
  return { ...edit, end: after + by, text: edit.text + text.slice(edit.end, after) };
}

/** Blanks before a number that nothing but its column needs: all of them behind a bracket, all but one elsewhere. */
function spareBefore(text: string, start: number): number {
  let at = start;
  while (at > 0 && text.charAt(at - 1) === ' ') at--;
  const blanks = start - at;
  return at > 0 && '[{('.includes(text.charAt(at - 1)) ? blanks : Math.max(0, blanks - 1);
}

function isLineEnd(text: string, from: number): boolean {
  let at = from;
  while (text.charAt(at) === ' ') at++;
  return at === text.length || text.charAt(at) === '\n' || text.charAt(at) === '\r';
}
