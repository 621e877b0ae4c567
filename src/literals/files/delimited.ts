import { byteNumber } from './byteNumber';
import { type FileProblem, type FileSteps, fileProblem, mostFileNumbers } from './fileReading';
import { type GrowingNumbers, growingNumbers, pushNumber } from './growingNumbers';
import { utf8Bytes } from './utf8Bytes';

/** What divides the cells of a file, and the decimals of a number. */
interface Delimiters {
  readonly separator: number;
  readonly point: number;
}

interface Table extends Delimiters {
  readonly bytes: Uint8Array;
  readonly numbers: GrowingNumbers;
  columns: number;
  rows: number;
  /** Every row ends with a separator, behind which there is no cell. */
  isTrailing: boolean;
  hasHeading: boolean;
}

const newline = 10;
const comma = 44;
const semicolon = 59;
const tab = 9;
const quote = 34;
const hash = 35;

/** Bytes of one step: about two milliseconds of work. */
const stepBytes = 2 ** 17;

/**
 * Reads comma- or tab-separated values: rows of one length on lines, above them perhaps one row of names; a semicolon
 * divides cells where it is used, and then the comma may be the decimal sign. Lines that begin with `#` say nothing.
 */
export function* readDelimited(file: Uint8Array, format: 'csv' | 'tsv'): FileSteps {
  const bytes = utf8Bytes(file);
  const table: Table = {
    bytes,
    ...delimitersOf(bytes, format),
    numbers: growingNumbers(),
    columns: 0,
    rows: 0,
    isTrailing: false,
    hasHeading: false,
  };
  let told = 0;
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    const problem = readLine(table, start, end, line);
    if (problem) return problem;
    start = end + 1;
    if (start - told < stepBytes) continue;
    told = start;
    yield start / bytes.length;
  }
  if (table.rows === 0) return fileProblem('no-numbers');
  const data = table.numbers.values.slice(0, table.numbers.size);
  return { matrices: [{ name: undefined, shape: [table.rows, table.columns], data }], rounded: 0 };
}

function delimitersOf(bytes: Uint8Array, format: 'csv' | 'tsv'): Delimiters {
  const head = bytes.subarray(0, 2 ** 16);
  if (head.includes(semicolon)) return { separator: semicolon, point: head.includes(comma) ? comma : 46 };
  if (head.includes(tab)) return { separator: tab, point: format === 'tsv' && head.includes(comma) ? comma : 46 };
  return { separator: head.includes(comma) ? comma : 32, point: 46 };
}

/** Reads a line as a row of numbers, unless it is empty, a comment, or the names above the columns. */
function readLine(table: Table, from: number, to: number, line: number): FileProblem | undefined {
  const { bytes, numbers } = table;
  const start = blanksEnd(bytes, from, to);
  const end = beforeBlanks(bytes, start, to);
  if (start === end || bytes[start] === hash) return undefined;
  const before = numbers.size;
  const cells = readCells(table, from, end);
  if ('bad' in cells) {
    numbers.size = before;
    if (table.rows === 0 && !table.hasHeading && isHeading(table, start, end)) {
      table.hasHeading = true;
      return undefined;
    }
    return fileProblem('no-number', { line, column: cells.bad + 1, found: cells.found });
  }
  return endRow(table, numbers.size - before, cells.isTrailing, line);
}

function endRow(table: Table, count: number, isTrailing: boolean, line: number): FileProblem | undefined {
  if (table.rows === 0) {
    table.columns = count;
    table.isTrailing = isTrailing;
  }
  if (count !== table.columns || isTrailing !== table.isTrailing)
    return fileProblem('ragged', { line, found: count, expected: table.columns });
  table.rows++;
  const { size } = table.numbers;
  return size > mostFileNumbers
    ? fileProblem('too-many-numbers', { found: size, expected: mostFileNumbers })
    : undefined;
}

type Cells = { readonly isTrailing: boolean } | { readonly bad: number; readonly found: string };

/** Adds the numbers of a row up to one that is none. */
function readCells({ bytes, numbers, separator, point }: Table, from: number, to: number): Cells {
  let column = 0;
  let start = separator === 32 ? blanksEnd(bytes, from, to) : from;
  for (;;) {
    const end = cellEnd(bytes, start, to, separator);
    const [first, last] = cellInside(bytes, start, end);
    if (first === last && end === to && column > 0) return { isTrailing: true };
    const value = byteNumber(bytes, first, last, point);
    if (value === undefined) return { bad: column, found: textOf(bytes, first, last) };
    pushNumber(numbers, value);
    column++;
    if (end === to) return { isTrailing: false };
    start = separator === 32 ? blanksEnd(bytes, end, to) : end + 1;
  }
}

/** Whether every cell of a row has a letter in it and is no number. */
function isHeading({ bytes, separator, point }: Table, from: number, to: number): boolean {
  for (let start = from; start < to; ) {
    const end = cellEnd(bytes, start, to, separator);
    const [first, last] = cellInside(bytes, start, end);
    const isName = bytes.subarray(first, last).some(isLetter) && byteNumber(bytes, first, last, point) === undefined;
    if (!isName) return false;
    start = separator === 32 ? blanksEnd(bytes, end, to) : end + 1;
  }
  return true;
}

function isLetter(code: number): boolean {
  return code >= 128 || ((code | 32) >= 97 && (code | 32) <= 122);
}

function cellEnd(bytes: Uint8Array, start: number, to: number, separator: number): number {
  let at = start;
  let isQuoted = false;
  for (; at < to; at++) {
    const code = bytes[at]!;
    if (code === quote) isQuoted = !isQuoted;
    else if (!isQuoted && (code === separator || (separator === 32 && code === tab))) break;
  }
  return at;
}

/** A cell without the blanks and quotes around it. */
function cellInside(bytes: Uint8Array, start: number, end: number): readonly [number, number] {
  const first = blanksEnd(bytes, start, end);
  const last = beforeBlanks(bytes, first, end);
  const isQuoted = last - first > 1 && bytes[first] === quote && bytes[last - 1] === quote;
  if (!isQuoted) return [first, last];
  const inside = blanksEnd(bytes, first + 1, last - 1);
  return [inside, beforeBlanks(bytes, inside, last - 1)];
}

function blanksEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(bytes[at]!)) at++;
  return at;
}

function beforeBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(bytes[at - 1]!)) at--;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

function textOf(bytes: Uint8Array, first: number, last: number): string {
  return new TextDecoder().decode(bytes.subarray(first, Math.min(last, first + 40)));
}
