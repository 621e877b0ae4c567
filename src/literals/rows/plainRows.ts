import type { Finding } from '../expression/machine';
import type { MatrixLiteral } from '../literal';
import { parameterLabels } from '../parameters/labels';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import { noteAt, type ReadingNote } from '../report/readingNote';
import { lineEndAt } from '../text/characters';
import { type RowLine, readRowLine, separatorOf } from './rowLine';
import { RowsBuilder } from './rowsBuilder';
import { readSimpleRow } from './simpleRow';

/** Rows of numbers without brackets: CSV, TSV, and what programs print between blanks. */
export const plainRowsReader: LiteralReader = { form: 'plain', read: readPlainRows };

interface Block {
  rows: RowsBuilder;
  heading: string | undefined;
  /** The line with the factor of all numbers. */
  factor: RowLine | undefined;
  /** The line of words above the rows, and whether it names columns. */
  words: RowLine | undefined;
  isHeader: boolean;
  /** The words are several columns' names, hence none of the matrix. */
  isNameless: boolean;
  /** How many words stand above the rows. */
  columns: number;
}

function readPlainRows(source: Source): readonly Finding[] | undefined {
  const { text } = source;
  const separator = separatorOf(source);
  const isTable = source.languageId === 'csv' || source.languageId === 'tsv';
  if (separator.isUnclear) return [unclear(text)];
  const findings: Finding[] = [];
  let block = newBlock(undefined);
  let words = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = lineEndAt(text, start);
    if (readSimpleRow(text, start, end, separator, block.rows)) continue;
    const row = readRowLine(text, start, end, separator);
    if (row.kind === 'words' && !row.isHeading) words++;
    if (row.kind === 'numbers' || row.kind === 'faulty') addRow(block, row);
    else if (row.kind === 'factor') block.factor = row;
    else if (row.kind === 'words' && isTable && row.hasNumbers) block.rows.fail(wordsProblem(row));
    else if (row.kind !== 'blank' || !block.rows.isEmpty) block = nextBlock(block, row, findings, isTable);
  }
  finishBlock(block, findings);
  // In a program, lines of numbers count only where there is nothing else.
  if (findings.length === 0 || (!source.language.isText && words > 0)) return undefined;
  return separator.decimalComma ? findings.map((finding) => withDecimalComma(finding, text)) : findings;
}

function unclear(text: string): Finding {
  const comma = Math.max(0, text.indexOf(','));
  const found = quoted(text, Math.max(0, comma - 1), comma + 2).trim();
  return problemFinding(problemAt('ambiguous', comma, Math.min(text.length, comma + 1), { found, choice: 'comma' }));
}

function newBlock(heading: string | undefined): Block {
  const rows = new RowsBuilder('plain');
  return { rows, heading, factor: undefined, words: undefined, isHeader: false, isNameless: false, columns: 0 };
}

function nextBlock(block: Block, row: RowLine, findings: Finding[], isTable: boolean): Block {
  const mixes = row.kind === 'words' && row.hasNumbers && !row.isHeading;
  // A word among the numbers of a block is a cell that cannot be read, not the end of the block.
  if (mixes && !block.rows.isEmpty) block.rows.fail(wordsProblem(row));
  finishBlock(block, findings);
  const next = newBlock(row.kind === 'words' ? row.heading : undefined);
  next.columns = row.kind === 'words' && row.heading && !row.hasNumbers ? row.heading.split(/\s+/).length : 0;
  if (row.kind === 'words' && row.heading && !row.isHeading) next.words = row;
  next.isHeader = isTable || next.columns > 1;
  next.isNameless = isTable && /[\s,;]/.test(row.heading ?? '');
  if (mixes && block.rows.isEmpty) next.rows.fail({ ...wordsProblem(row), weak: true });
  return next;
}

function wordsProblem(row: RowLine): Finding {
  return problemFinding(problemAt('not-numeric', row.start, row.end, { found: row.heading ?? '' }));
}

function addRow({ rows }: Block, row: RowLine): void {
  if (row.kind === 'faulty' && row.problem) rows.fail(problemFinding(row.problem(rows.rowCount)));
  for (const line of row.rows) {
    for (const { value, start, end } of line) rows.push(value, start, end);
    rows.endRow(row);
  }
}

/** A table with one word fewer above it than it has columns, and 0, 1, 2 … in the first: pandas numbers its rows. */
function isNumbered({ shape, data }: MatrixLiteral, columns: number): boolean {
  const [rows, width] = [shape[0]!, shape[1]!];
  if (columns < 1 || width !== columns + 1) return false;
  for (let row = 0; row < rows; row++) if (data[row * width] !== row) return false;
  return true;
}

function finishBlock(
  { rows, heading, factor, words, isHeader, isNameless, columns }: Block,
  findings: Finding[],
): void {
  if (words) rows.addNote(wordsNote(words, isHeader));
  if (factor) rows.addNote(noteAt('printed-factor', factor.start, factor.end, { found: factor.factor }));
  const finding = asVector(rows.finish(isNameless ? undefined : nameOf(heading)), heading);
  if (!finding || (finding.weak && rows.rowCount === 0)) return;
  const { literal } = finding;
  if (literal && literal.data.length < 2) return;
  if (literal && isNumbered(literal, columns)) {
    findings.push(
      problemFinding(problemAt('ambiguous', literal.range.start, literal.range.end, { found: heading ?? '' })),
    );
  } else if (!literal || !factor) findings.push(finding);
  else {
    const data = literal.data.map((value) => value * factor.factor);
    findings.push({ ...finding, literal: { ...literal, data, computed: true } });
  }
}

/** `Zero Padding: 1` above a matrix is no name of it. */
function nameOf(heading: string | undefined): string | undefined {
  return heading !== undefined && parameterLabels(heading, () => false).length > 0 ? undefined : heading;
}

/** Julia says that a column is a vector: `3-element Vector{Int64}:`. */
function asVector(finding: Finding | undefined, heading: string | undefined): Finding | undefined {
  const literal = finding?.literal;
  if (!literal || !heading || !/^\d+-element\b/.test(heading)) return finding;
  const shape = literal.shape[1] === 1 ? [literal.data.length] : literal.shape;
  return { ...finding, literal: { ...literal, name: undefined, shape } };
}

function wordsNote({ start, end, heading = '' }: RowLine, isHeader: boolean): ReadingNote {
  return noteAt(isHeader ? 'header' : 'labels', start, end, { found: heading });
}

/** In rows that semicolons divide, a comma is a decimal sign. */
function withDecimalComma(finding: Finding, text: string): Finding {
  const { literal } = finding;
  const comma = literal ? text.indexOf(',', literal.range.start) : -1;
  if (!literal || comma < 0 || comma >= literal.range.end) return finding;
  const note = noteAt('decimal-comma', comma, comma + 1);
  return { ...finding, literal: { ...literal, notes: [...(literal.notes ?? []), note] } };
}
