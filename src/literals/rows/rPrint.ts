import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import { noteAt } from '../report/readingNote';
import { isBlank, isDigit, skipBlanks } from '../text/characters';
import { type TextLine, textLines } from '../text/textLines';
import { readCell } from './cell';
import { RowsBuilder } from './rowsBuilder';

/** A matrix as R prints it: `[,1] [,2]` above, `[1,]` at the left. */
export const rPrintReader: LiteralReader = { form: 'r-print', read: readRPrints };

function readRPrints({ text }: Source): readonly Finding[] | undefined {
  if (!text.includes('[,1]') || !text.includes('[1,]')) return undefined;
  const findings: Finding[] = [];
  let rows = new RowsBuilder('r-print');
  let columns = 0;
  for (const line of textLines(text)) {
    const head = headColumns(text, line);
    if (head > 0) {
      push(findings, rows, columns);
      rows = new RowsBuilder('r-print');
      rows.addNote(noteAt('header', line.start, line.end, { found: quoted(text, line.start, line.end).trim() }));
      rows.addNote({ note: 'index-column', details: {} });
      columns = head;
    } else addRow(text, line, rows);
  }
  push(findings, rows, columns);
  return findings.length > 0 ? findings : undefined;
}

function push(findings: Finding[], rows: RowsBuilder, columns: number): void {
  const finding = rows.finish(undefined);
  if (!finding) return;
  const isWhole = !finding.literal || rows.columns === columns;
  const range = finding.literal?.range ?? { start: 0, end: 0 };
  findings.push(
    isWhole
      ? finding
      : problemFinding(problemAt('ragged', range.start, range.end, { row: 0, found: rows.columns, expected: columns })),
  );
}

/** How many columns a line of labels `[,1] [,2]` names, counted from 1; 0 for any other line. */
function headColumns(text: string, { start, end }: TextLine): number {
  let count = 0;
  for (let at = skipBlanks(text, start); at < end; at = skipBlanks(text, at)) {
    if (!text.startsWith(`[,${count + 1}]`, at)) return 0;
    at = text.indexOf(']', at) + 1;
    count++;
  }
  return count;
}

function addRow(text: string, { start, end }: TextLine, rows: RowsBuilder): void {
  let at = skipBlanks(text, start);
  if (text[at] !== '[') return;
  at++;
  while (isDigit(text.charCodeAt(at))) at++;
  if (!text.startsWith(',]', at)) return;
  for (at = skipBlanks(text, at + 2); at < end; at = skipBlanks(text, at)) {
    const from = at;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
    const cell = readCell(text, from, at);
    if (cell.kind === 'number') rows.push(cell.value, cell.start, cell.end);
    else {
      const details = { row: rows.rowCount, found: quoted(text, cell.start, cell.end) };
      rows.fail(problemFinding(problemAt(cell.kind === 'complex' ? 'complex' : 'not-numeric', from, at, details)));
    }
  }
  rows.endRow({ start, end });
}
