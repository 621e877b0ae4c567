import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, literalFinding, problemFinding, type Source } from '../reading';
import { noteAt } from '../report/readingNote';
import { skipBlanks } from '../text/characters';
import { type TextLine, textLines } from '../text/textLines';
import { readCell } from './cell';
import { joinedColumns } from './joinedColumns';
import { RowsBuilder } from './rowsBuilder';
import { wordsOf } from './words';

/** What R prints: a matrix with `[,1] [,2]` above and `[1,]` at the left, in blocks of columns when it is wide; a vector behind `[1]`. */
export const rPrintReader: LiteralReader = { form: 'r-print', read: readRPrints };

/** A matrix that is being printed, and how many columns there were so far. */
interface Print {
  readonly blocks: RowsBuilder[];
  columns: number;
}

function readRPrints({ text }: Source): readonly Finding[] | undefined {
  if (text.includes('[,1]') && text.includes('[1,]')) return readMatrices(text);
  return text.includes('[1] ') && /^[ \t]*\[1\] /m.test(text) ? readVectors(text) : undefined;
}

function readMatrices(text: string): readonly Finding[] | undefined {
  const findings: Finding[] = [];
  let print: Print = { blocks: [], columns: 0 };
  for (const line of textLines(text)) {
    const head = headColumns(text, line);
    if (head && head.first === print.columns + 1 && head.first > 1) startBlock(text, line, print, head.count);
    else if (head) {
      push(findings, print);
      print = { blocks: [], columns: 0 };
      startBlock(text, line, print, head.count);
      if (head.first > 1) print.blocks[0]!.fail(problemFinding(problemAt('truncated', line.start, line.end)));
    } else if (print.blocks.length > 0) addRow(text, line, print.blocks.at(-1)!);
  }
  push(findings, print);
  return findings.length > 0 ? findings : undefined;
}

function startBlock(text: string, { start, end }: TextLine, print: Print, count: number): void {
  const rows = new RowsBuilder('r-print');
  rows.addNote(noteAt('header', start, end, { found: quoted(text, start, end).trim() }));
  if (print.blocks.length === 0) rows.addNote({ note: 'index-column', details: {} });
  print.blocks.push(rows);
  print.columns += count;
}

function push(findings: Finding[], { blocks, columns }: Print): void {
  const finding = joinedColumns(blocks, undefined);
  if (!finding) return;
  const found = finding.literal?.shape[1];
  const range = finding.literal?.range ?? { start: 0, end: 0 };
  const isWhole = found === undefined || found === columns;
  const details = { row: 0, found: found ?? 0, expected: columns };
  findings.push(isWhole ? finding : problemFinding(problemAt('ragged', range.start, range.end, details)));
}

/** The first of the columns that a line of labels `[,1] [,2]` names, and how many; undefined for any other line. */
function headColumns(text: string, line: TextLine): { readonly first: number; readonly count: number } | undefined {
  const open = skipBlanks(text, line.start);
  if (!text.startsWith('[,', open)) return undefined;
  const words = wordsOf(text, line);
  const first = Number.parseInt(text.slice(open + 2, open + 9), 10);
  const isHead = words.every(({ start, end }, i) => text.slice(start, end) === `[,${first + i}]`);
  return isHead ? { first, count: words.length } : undefined;
}

function addRow(text: string, line: TextLine, rows: RowsBuilder): void {
  const [label, ...cells] = wordsOf(text, line);
  if (!label || text.slice(label.start, label.end) !== `[${rows.rowCount + 1},]`) return;
  addCells(text, cells, rows);
  rows.endRow(line);
}

function addCells(text: string, cells: readonly TextLine[], rows: RowsBuilder): void {
  for (const { start, end } of cells) {
    const cell = readCell(text, start, end);
    if (cell.kind === 'number') rows.push(cell.value, cell.start, cell.end);
    else {
      const details = { row: rows.rowCount, found: quoted(text, cell.start, cell.end) };
      rows.fail(problemFinding(problemAt(cell.kind === 'complex' ? 'complex' : 'not-numeric', start, end, details)));
    }
  }
}

/** Vectors: `[1] 1 2 3`, and in further lines the index of the number that follows. */
function readVectors(text: string): readonly Finding[] | undefined {
  const findings: Finding[] = [];
  let rows = new RowsBuilder('r-print');
  for (const line of textLines(text)) {
    const [label, ...cells] = wordsOf(text, line);
    const index = label ? text.slice(label.start, label.end) : '';
    if (index === '[1]') {
      pushVector(findings, rows);
      rows = new RowsBuilder('r-print');
      rows.addNote({ note: 'index-column', details: {} });
    }
    if (cells.length > 0 && index === `[${rows.pool.size + 1}]`) addCells(text, cells, rows);
    else if (label && !/^[>+]/.test(index)) return undefined;
  }
  pushVector(findings, rows);
  return findings.length > 0 ? findings : undefined;
}

function pushVector(findings: Finding[], rows: RowsBuilder): void {
  rows.endRow({ start: 0, end: 0 });
  const finding = rows.finish(undefined);
  const { literal } = finding ?? {};
  if (literal && literal.data.length > 1) findings.push(literalFinding({ ...literal, shape: [literal.data.length] }));
  else if (finding?.problem) findings.push(finding);
}
