import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import type { ReadingChoice } from '../report/readingChoice';
import { noteAt } from '../report/readingNote';
import { isBlank } from '../text/characters';
import { type TextLine, textLines } from '../text/textLines';
import { readCell } from './cell';
import { cellProblem } from './cellProblem';
import { RowsBuilder } from './rowsBuilder';

/** Markdown tables: cells between bars, and a line of dashes below the head. */
export const tableReader: LiteralReader = { form: 'table', read: readTables };

function readTables({ text, language }: Source): readonly Finding[] | undefined {
  if (!text.includes('|') || !(language.isText || !text.includes('||'))) return undefined;
  const lines = textLines(text);
  const findings: Finding[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isDashes(text, lines[i]!)) continue;
    let end = i + 1;
    while (end < lines.length && hasBar(text, lines[end]!) && !isDashes(text, lines[end]!)) end++;
    const finding = readTable(text, lines[i - 1], lines.slice(i + 1, end), language.choice?.head);
    if (finding) findings.push(finding);
    i = end - 1;
  }
  return findings.length > 0 ? findings : undefined;
}

function isDashes(text: string, { start, end }: TextLine): boolean {
  let bars = 0;
  let dashes = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 124) bars++;
    else if (code === 45) dashes++;
    else if (code !== 58 && !isBlank(code)) return false;
  }
  return bars > 0 && dashes > 0;
}

function hasBar(text: string, { start, end }: TextLine): boolean {
  const at = text.indexOf('|', start);
  return at >= 0 && at < end;
}

function readTable(
  text: string,
  head: TextLine | undefined,
  body: readonly TextLine[],
  answer: ReadingChoice['head'],
): Finding | undefined {
  const rows = new RowsBuilder('table');
  const headCells = head && hasBar(text, head) ? cellsOf(text, head) : [];
  const isNumeric = answer !== 'header' && headCells.length > 0 && headCells.every(({ kind }) => kind === 'number');
  if (isNumeric && head) addRow(text, head, rows);
  else if (head && headCells.length > 0) noteHeader(text, head, rows);
  const hasLabels = head !== undefined && !isNumeric && isUnnamed(text, head);
  for (const line of body) addRow(text, line, rows, hasLabels);
  const finding = rows.finish(undefined);
  if (!finding?.literal || !isNumeric || rows.rowCount < 2) return finding;
  // 0, 1, 2 above the dashes may be the first row or the numbers of the columns.
  const counts = headCells.every(({ value }, i) => value === i) || headCells.every(({ value }, i) => value === i + 1);
  if (!counts || !head || answer === 'row') return finding;
  const found = quoted(text, head.start, head.end).trim();
  return problemFinding(problemAt('ambiguous', head.start, head.end, { found, choice: 'head' }));
}

function noteHeader(text: string, { start, end }: TextLine, rows: RowsBuilder): void {
  const found = quoted(text, start, end).trim();
  if (/[^|\s]/.test(found)) rows.addNote(noteAt('header', start, end, { found }));
}

function cellsOf(text: string, { start, end }: TextLine) {
  const cells = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text.charCodeAt(at) !== 124) continue;
    const cell = readCell(text, from, at);
    const isEdge = cell.kind === 'empty' && (from === start || at === end);
    if (!isEdge) cells.push(cell);
    from = at + 1;
  }
  return cells;
}

/** Whether the first column has no name and the others have: it holds labels. */
function isUnnamed(text: string, { start, end }: TextLine): boolean {
  return /^\s*\|\s*\|[^|]*[^|\s:-]/.test(text.slice(start, Math.min(end, start + 200)));
}

function addRow(text: string, line: TextLine, rows: RowsBuilder, hasLabel = false): void {
  const cells = cellsOf(text, line).slice(hasLabel ? 1 : 0);
  for (const [column, cell] of cells.entries()) {
    if (cell.kind === 'number') rows.push(cell.value, cell.start, cell.end);
    else {
      const code = cellProblem(text, cell);
      const details = { row: rows.rowCount, column, found: quoted(text, cell.start, cell.end).trim() };
      rows.fail(problemFinding(problemAt(code, cell.start, cell.end, details)));
    }
  }
  rows.endRow(line);
}
