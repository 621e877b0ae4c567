import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import { type Cell, readCell } from './cell';
import { cellProblem } from './cellProblem';
import { entityAt } from './entities';
import { RowsBuilder } from './rowsBuilder';

/** Tables of HTML and matrices of MathML: rows and cells between tags, entities in place of signs. */
export const htmlTableReader: LiteralReader = { form: 'table', read: readHtmlTables };

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
}

/** What an open table has so far. */
interface OpenTable {
  readonly start: number;
  readonly rows: RowsBuilder;
  /** Where the text of the open cell begins, and whether it is a heading. */
  cellFrom: number;
  isHead: boolean;
  rowFrom: number;
  column: number;
}

const rowTags = new Set(['tr', 'mtr']);
const cellTags = new Set(['td', 'th', 'mtd']);
const tableTags = new Set(['table', 'mtable']);
const longestTag = 2000;

function readHtmlTables({ text }: Source): readonly Finding[] | undefined {
  if (!text.includes('<') || !/<m?table\b/i.test(text)) return undefined;
  const findings: Finding[] = [];
  let table: OpenTable | undefined;
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tableTags.has(tag.name)) {
      if (table) finish(text, table, tag, findings);
      table = tag.isEnd ? undefined : openTable(tag);
    } else if (table) readTag(text, table, tag);
  }
  if (table)
    findings.push(
      problemFinding(problemAt('unbalanced', table.start, table.start + 1, { found: '<table>', expected: '</table>' })),
    );
  return findings.length > 0 ? findings : undefined;
}

function openTable({ start, end }: Tag): OpenTable {
  return { start, rows: new RowsBuilder('table'), cellFrom: -1, isHead: false, rowFrom: end, column: 0 };
}

function nextTag(text: string, from: number): Tag | undefined {
  for (let start = text.indexOf('<', from); start >= 0; start = text.indexOf('<', start + 1)) {
    const isEnd = text[start + 1] === '/';
    let at = start + (isEnd ? 2 : 1);
    const nameFrom = at;
    while (/[a-z\d]/i.test(text[at] ?? '') && at < nameFrom + 12) at++;
    if (at === nameFrom) continue;
    const end = text.indexOf('>', at);
    if (end < 0) return undefined;
    if (end < at + longestTag) return { name: text.slice(nameFrom, at).toLowerCase(), isEnd, start, end: end + 1 };
  }
  return undefined;
}

function readTag(text: string, table: OpenTable, tag: Tag): void {
  const isRow = rowTags.has(tag.name);
  const isCell = cellTags.has(tag.name);
  if (!isRow && !isCell) return;
  closeCell(text, table, tag.start);
  if (isRow) {
    table.rows.endRow({ start: table.rowFrom, end: tag.start });
    table.rowFrom = tag.end;
    table.column = 0;
  } else if (!tag.isEnd) {
    table.cellFrom = tag.end;
    table.isHead = tag.name === 'th';
    if (/\b(?:col|row)span\s*=/i.test(text.slice(tag.start, tag.end))) {
      const found = quoted(text, tag.start, tag.end);
      table.rows.fail(problemFinding(problemAt('unsupported', tag.start, tag.end, { found })));
    }
  }
}

/** Headings name columns and rows; they are no numbers of the matrix. */
function closeCell(text: string, table: OpenTable, to: number): void {
  const { cellFrom: from, isHead, rows } = table;
  table.cellFrom = -1;
  if (from < 0 || isHead) return;
  const cell = cellOf(text, from, to);
  if (cell.kind === 'number') rows.push(cell.value, cell.start, cell.end);
  else {
    const code = cellProblem(text, cell);
    const details = { row: rows.rowCount, column: table.column, found: quoted(text, cell.start, cell.end).trim() };
    rows.fail(problemFinding(problemAt(code, cell.start, cell.end, details)));
  }
  table.column++;
}

const longestCell = 400;

/** The cell between two offsets, without the tags and line ends in it, and with characters in place of its entities. */
function cellOf(text: string, from: number, to: number): Cell {
  if (to - from > longestCell) return { kind: 'words', value: 0, start: from, end: to };
  let plain = '';
  let first = -1;
  let end = from;
  for (let at = from; at < to; ) {
    const close = text[at] === '<' ? text.indexOf('>', at) : -1;
    const entity = text[at] === '&' ? entityAt(text, at) : undefined;
    const next = close >= 0 ? close + 1 : entity ? entity.end : at + 1;
    const char = close >= 0 ? '' : entity ? entity.char : text[at]!;
    if (char.trim() !== '') {
      if (first < 0) first = at;
      end = next;
    }
    plain += char === '\n' || char === '\r' ? ' ' : char;
    at = next;
  }
  const cell = readCell(plain.trim(), 0, plain.trim().length);
  return first < 0 ? { ...cell, start: from, end: Math.max(to, from) } : { ...cell, start: first, end };
}

function finish(text: string, table: OpenTable, tag: Tag, findings: Finding[]): void {
  closeCell(text, table, tag.start);
  table.rows.endRow({ start: table.rowFrom, end: tag.start });
  const finding = table.rows.finish(undefined);
  if (!finding) return;
  const range = { start: table.start, end: tag.end };
  findings.push(finding.literal ? { ...finding, literal: { ...finding.literal, range } } : finding);
}
