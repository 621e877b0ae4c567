import { isBlank, isMinus } from '../text/characters';
import { type NumberScan, scanNumber, startsNumber } from '../text/number';
import type { Separator } from './rowLine';
import type { RowsBuilder } from './rowsBuilder';

const style = { octal: false, dotOperators: false };
const scan: NumberScan = { end: 0, value: 0, kind: 'bad' };
const comma = 44;

/** Adds a line of nothing but plain numbers to `rows`; false, and nothing added, for any other line. */
export function readSimpleRow(
  text: string,
  start: number,
  end: number,
  separator: Separator,
  rows: RowsBuilder,
): boolean {
  if (separator.rows || (separator.cells !== 'blanks' && separator.cells !== comma)) return false;
  const { size } = rows.pool;
  const isComma = separator.cells === comma;
  let isCell = true;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      isCell ||= !isComma;
      at++;
    } else if (isComma && code === comma && !isCell) {
      isCell = true;
      at++;
    } else {
      const next = isCell ? pushNumber(text, at, end, rows) : at;
      if (next === at) {
        rows.pool.size = size;
        return false;
      }
      at = next;
      isCell = false;
    }
  }
  if (rows.pool.size === size) return false;
  rows.endRow({ start, end });
  return true;
}

/** Pushes the signed number at a place and gives its end, or the place itself where there is none that ends a cell. */
function pushNumber(text: string, start: number, end: number, rows: RowsBuilder): number {
  const negative = isMinus(text.charCodeAt(start));
  const at = negative ? start + 1 : start;
  if (!startsNumber(text, at)) return start;
  scanNumber(text, at, style, scan);
  const isNumber = (scan.kind === 'integer' || scan.kind === 'decimal') && Number.isFinite(scan.value);
  const behind = text.charCodeAt(scan.end);
  if (!isNumber || scan.end > end || (scan.end < end && behind !== comma && !isBlank(behind))) return start;
  rows.push(negative ? -scan.value : scan.value, start, scan.end);
  return scan.end;
}
