import type { Finding } from '../expression/machine';
import { problemAt } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import { noteAt } from '../report/readingNote';
import { type TextLine, textLines } from '../text/textLines';
import { joinedColumns } from './joinedColumns';
import { type RowLine, readRowLine } from './rowLine';
import { RowsBuilder } from './rowsBuilder';

/** A wide matrix as MATLAB, Octave and old PyTorch print it: `Columns 1 through 8`, rows, `Columns 9 and 10`, rows. */
export const columnBlocksReader: LiteralReader = { form: 'plain', read: readColumnBlocks };

interface Columns extends TextLine {
  readonly first: number;
  readonly last: number;
}

/** A matrix that is being printed: its name, its factor, its blocks. */
interface Print {
  readonly heading: string | undefined;
  factor: RowLine | undefined;
  columns: Columns | undefined;
  readonly blocks: RowsBuilder[];
}

const heading = /^\s*Columns?\s+(\d{1,7})(?:\s+(?:through|thru|to|and)\s+(\d{1,7}))?\s*:?\s*$/;
const longestHeading = 80;
const blanks = { cells: 'blanks', rows: false, decimalComma: false } as const;

function readColumnBlocks({ text }: Source): readonly Finding[] | undefined {
  if (!text.includes('Column')) return undefined;
  const findings: Finding[] = [];
  let print = newPrint(undefined);
  let found = 0;
  for (const line of textLines(text)) {
    const columns = columnsOf(text, line);
    const row = columns ? undefined : readRowLine(text, line.start, line.end, blanks);
    if (columns) {
      found++;
      print = startBlock(print, columns, findings);
    } else if (row!.kind === 'words') {
      finish(print, findings);
      print = newPrint(row!.heading);
    } else if (row!.kind === 'factor') print.factor = row;
    else if (row!.kind !== 'blank') addRow(print, row!);
  }
  finish(print, findings);
  return found > 1 ? findings : undefined;
}

function newPrint(name: string | undefined): Print {
  return { heading: name, factor: undefined, columns: undefined, blocks: [] };
}

function columnsOf(text: string, { start, end }: TextLine): Columns | undefined {
  if (end - start > longestHeading) return undefined;
  const match = heading.exec(text.slice(start, end));
  if (!match) return undefined;
  const first = Number(match[1]);
  return { start, end, first, last: Number(match[2] ?? match[1]) };
}

/** The print to which a block of columns belongs: the one before where it goes on with it, else a new one. */
function startBlock(print: Print, columns: Columns, findings: Finding[]): Print {
  const before = print.columns;
  const goesOn = before === undefined ? print.blocks.length === 0 : columns.first === before.last + 1;
  if (!goesOn) finish(print, findings);
  const next = goesOn ? print : newPrint(undefined);
  const block = new RowsBuilder('plain');
  if (!before && columns.first > 1) block.fail(problemFinding(problemAt('truncated', columns.start, columns.end)));
  block.addNote(noteAt('labels', columns.start, columns.end, { found: `Columns ${columns.first}…${columns.last}` }));
  next.columns = columns;
  next.blocks.push(block);
  return next;
}

function addRow(print: Print, row: RowLine): void {
  if (print.blocks.length === 0) print.blocks.push(new RowsBuilder('plain'));
  const rows = print.blocks.at(-1)!;
  if (row.problem) rows.fail(problemFinding(row.problem(rows.rowCount)));
  for (const line of row.rows) {
    for (const { value, start, end } of line) rows.push(value, start, end);
    rows.endRow(row);
    const { columns } = print;
    if (columns && line.length !== columns.last - columns.first + 1) {
      const details = { row: rows.rowCount - 1, found: line.length, expected: columns.last - columns.first + 1 };
      rows.fail(problemFinding(problemAt('ragged', row.start, row.end, details)));
    }
  }
}

function finish({ blocks, factor, heading: name }: Print, findings: Finding[]): void {
  if (factor) blocks[0]?.addNote(noteAt('printed-factor', factor.start, factor.end, { found: factor.factor }));
  const finding = joinedColumns(blocks, name);
  if (!finding) return;
  const { literal } = finding;
  if (!literal || !factor) findings.push(finding);
  else {
    const data = literal.data.map((value) => value * factor.factor);
    findings.push({ ...finding, literal: { ...literal, data, computed: true } });
  }
}
