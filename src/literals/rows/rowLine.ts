import type { LiteralProblem } from '../literal';
import { problemAt, quoted } from '../problem';
import type { Source } from '../reading';
import { isBlank, isNameStart, lineEndAt, skipBlanks } from '../text/characters';
import type { TextLine } from '../text/textLines';
import { type Cell, readCell } from './cell';
import { cellProblem } from './cellProblem';

/** What divides the cells of a line; with `rows`, semicolons divide rows. */
export interface Separator {
  readonly cells: number | 'blanks';
  readonly rows: boolean;
  readonly decimalComma: boolean;
  /** The text can be read with decimal commas and without. */
  readonly isUnclear?: boolean;
}

/** A line as rows of numbers, as words, or as the factor that MATLAB prints above a matrix. */
export interface RowLine extends TextLine {
  readonly kind: 'numbers' | 'faulty' | 'words' | 'factor' | 'blank';
  readonly rows: readonly (readonly Cell[])[];
  readonly problem?: (row: number) => LiteralProblem;
  readonly heading: string | undefined;
  readonly isHeading: boolean;
  readonly hasNumbers: boolean;
  readonly factor: number;
}

const tab = 9;
const comma = 44;
const semicolon = 59;

/** How the lines of a text are divided, decided once for all of them from the lines that are no words. */
export function separatorOf({ text, languageId, language }: Source): Separator {
  const marks = marksOf(text);
  if (marks.semicolons && marks.commas && language.choice?.comma === 'decimal')
    return { cells: semicolon, rows: false, decimalComma: true };
  if (marks.semicolons && marks.commas && language.choice?.comma === 'separator')
    return { cells: comma, rows: true, decimalComma: false };
  const isTable = languageId === 'csv' || languageId === 'tsv';
  if (marks.semicolons) {
    const inRows = languageId !== 'csv' && dividesRows(text);
    if (inRows && marks.commas && isPairs(text))
      return { cells: semicolon, rows: false, decimalComma: true, isUnclear: true };
    if (!inRows)
      return {
        cells: semicolon,
        rows: false,
        decimalComma: marks.commas,
        isUnclear: marks.commas && /\d\.\d/.test(text),
      };
    return { cells: marks.commas ? comma : 'blanks', rows: true, decimalComma: false };
  }
  if (marks.tabs && (languageId === 'tsv' || (marks.commas && hasDecimalCommas(text))))
    return { cells: tab, rows: false, decimalComma: marks.commas };
  if (marks.commas || (isTable && text.includes(','))) return { cells: comma, rows: false, decimalComma: false };
  return { cells: 'blanks', rows: false, decimalComma: false };
}

/** Which marks stand in lines that do not begin with a word or a shape. */
function marksOf(text: string): { readonly tabs: boolean; readonly commas: boolean; readonly semicolons: boolean } {
  return { tabs: dividesCells(text, '\t'), commas: dividesCells(text, ','), semicolons: dividesCells(text, ';') };
}

function dividesCells(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, lineEndAt(text, at))) {
    const first = skipBlanks(text, text.lastIndexOf('\n', at) + 1);
    const isShape = /^\d+(?:\s?[x\u00d7]\s?\d+)+ /.test(text.slice(first, first + longestShape));
    if (first > at || !(isNameStart(text.charCodeAt(first)) || isShape)) return true;
  }
  return false;
}

const longestShape = 40;

/** Whether no more than one comma stands between semicolons, which then may be decimal commas. */
function isPairs(text: string): boolean {
  return !/,[^;\n]*,|; /.test(text);
}

/** Whether every comma stands between two digits, and not as one that divides thousands in all places. */
function hasDecimalCommas(text: string): boolean {
  return (
    !/(?:^|\D),|,(?:\D|$)/m.test(text) &&
    !text.includes('.') &&
    !/^(?:[^,]*\d,\d{3}(?!\d))+[^,]*$/.test(text.slice(0, 2000))
  );
}

/** Whether more than one number stands between two semicolons. */
function dividesRows(text: string): boolean {
  for (let at = 0, from = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (at < text.length && code !== semicolon && code !== 10) continue;
    const part = text.slice(from, Math.min(at, from + 200)).trim();
    if (/[\d.][,\s]+[-+\u2212.\d]/.test(part)) return true;
    from = at + 1;
  }
  return false;
}

const blankLine: RowLine = {
  kind: 'blank',
  start: 0,
  end: 0,
  rows: [],
  heading: undefined,
  isHeading: false,
  hasNumbers: false,
  factor: 1,
};

/** Reads a line. */
export function readRowLine(text: string, start: number, end: number, separator: Separator): RowLine {
  if (skipBlanks(text, start) >= end) return blankLine;
  const rows: Cell[][] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !(separator.rows && text.charCodeAt(at) === semicolon)) continue;
    const cells = separator.cells === 'blanks' ? blankCells(text, from, at) : dividedCells(text, from, at, separator);
    if (cells.length > 0) rows.push(cells);
    from = at + 1;
  }
  return lineOf(text, start, end, rows);
}

function lineOf(text: string, start: number, end: number, rows: readonly (readonly Cell[])[]): RowLine {
  const base = { start, end, rows, heading: undefined, isHeading: false, hasNumbers: false, factor: 1 };
  if (rows.length === 0) return { ...base, kind: 'blank' };
  const [first] = rows;
  const wrong = rows.flatMap((row) => row.find(({ kind }) => kind !== 'number') ?? []);
  if (wrong.length === 0) return { ...base, kind: 'numbers' };
  const line = quoted(text, start, end).trim();
  if (first?.length === 2 && first[0]?.kind === 'number' && line.endsWith('*') && /e[+-]\d+ \*$/.test(line)) {
    return { ...base, rows: [], kind: 'factor', factor: first[0].value };
  }
  if (first?.[0]?.kind !== 'words') return faultyLine(text, base, wrong[0]!, first?.indexOf(wrong[0]!) ?? 0);
  const hasNumbers = rows.some((row) => row.some(({ kind }) => kind === 'number'));
  const isHeading = /[:=]$/.test(line) || (line.includes(':') && hasNumbers);
  const heading = line.replace(/[\s:=]{1,4}$/, '') || undefined;
  return {
    ...base,
    rows: [],
    kind: 'words',
    heading: /^\d(?!\d*-element\b)/.test(line) ? undefined : heading,
    isHeading,
    hasNumbers,
  };
}

function faultyLine(text: string, base: Omit<RowLine, 'kind'>, cell: Cell, column: number): RowLine {
  const line = quoted(text, base.start, base.end).trim();
  if (/^\d+(?:\s*[x\u00d7]\s*\d+)+\b.*:$/.test(line)) return { ...base, rows: [], kind: 'words', isHeading: true };
  const code = cellProblem(text, cell);
  const found = quoted(text, cell.start, cell.end).trim();
  const problem = (row: number) => problemAt(code, cell.start, cell.end, { row, column, found });
  return { ...base, rows: [], kind: 'faulty', problem };
}

function blankCells(text: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = from; at < to; ) {
    while (at < to && isBlank(text.charCodeAt(at))) at++;
    const start = at;
    while (at < to && !isBlank(text.charCodeAt(at))) at++;
    if (at > start) cells.push(readCell(text, start, at));
  }
  return cells;
}

function dividedCells(text: string, from: number, to: number, { cells: mark, decimalComma }: Separator): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && text.charCodeAt(at) !== mark) continue;
    const cell = unquotedCell(text, start, at, decimalComma);
    const isTail = at === to && cell.kind === 'empty';
    if (!isTail) cells.push(cell);
    start = at + 1;
  }
  return cells;
}

function unquotedCell(text: string, from: number, to: number, decimalComma: boolean): Cell {
  const cell = readCell(text, from, to);
  if (cell.kind !== 'words') return cell;
  const { start, end } = cell;
  const isQuoted = text[start] === '"' && text[end - 1] === '"' && end - start > 2;
  if (isQuoted) return readCell(text, start + 1, end - 1);
  if (!decimalComma || end - start > 40) return cell;
  const written = text.slice(start, end);
  if (!/^[-+\u2212]?\d+,\d+$/.test(written)) return cell;
  return { kind: 'number', value: Number(written.replace('\u2212', '-').replace(',', '.')), start, end };
}
