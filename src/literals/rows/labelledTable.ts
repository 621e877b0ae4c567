import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import { noteAt } from '../report/readingNote';
import { readNumber } from '../text/number';
import { type TextLine, textLines } from '../text/textLines';
import { readCell } from './cell';
import { joinedColumns } from './joinedColumns';
import { RowsBuilder } from './rowsBuilder';
import { wordsOf } from './words';

/** Tables as pandas and R print them: names above the columns, flush right with them, and a label before every row. */
export const labelledTableReader: LiteralReader = { form: 'table', read: readLabelledTables };

interface Line extends TextLine {
  readonly words: readonly TextLine[];
}

interface Block {
  readonly rows: RowsBuilder;
  readonly labels: readonly string[];
  /** pandas breaks wide tables; a `\` behind the names says that more columns follow. */
  readonly goesOn: boolean;
  readonly end: number;
}

const longestLine = 4000;

function readLabelledTables({ text, language }: Source): readonly Finding[] | undefined {
  // The names stand behind the blanks above the labels.
  if (!language.isText || !(text.startsWith('  ') || text.includes('\n  '))) return undefined;
  const lines = textLines(text).filter(({ start, end }) => end - start < longestLine);
  const findings: Finding[] = [];
  let open: Block[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const block = text.startsWith('  ', lines[i]!.start) ? blockAt(text, lines, i) : undefined;
    if (!block) continue;
    const before = open.at(-1);
    if (before && (!before.goesOn || before.labels.join('\n') !== block.labels.join('\n')))
      open = flush(open, findings);
    open.push(block);
    i = block.end - 1;
  }
  flush(open, findings);
  return findings.length > 0 ? findings : undefined;
}

function flush(open: readonly Block[], findings: Finding[]): Block[] {
  const last = open.at(-1);
  if (last?.goesOn) last.rows.fail(problemFinding(problemAt('truncated', 0, 0)));
  const finding = joinedColumns(
    open.map(({ rows }) => rows),
    undefined,
  );
  if (finding) findings.push(finding);
  return [];
}

/** The table whose names stand in line `index`, and the line behind it. */
function blockAt(text: string, lines: readonly TextLine[], index: number): Block | undefined {
  const named = lineAt(text, lines, index);
  const goesOn = named.words.length > 1 && text[named.words.at(-1)!.start] === '\\';
  const head = goesOn ? { ...named, words: named.words.slice(0, -1) } : named;
  const body: Line[] = [];
  let end = index + 1;
  for (; end < lines.length; end++) {
    const line = lineAt(text, lines, end);
    if (!isBelow(head, line)) break;
    body.push(line);
  }
  if (
    body.length === 0 ||
    head.words.length === 0 ||
    (end < lines.length && isCrooked(text, head, lineAt(text, lines, end)))
  )
    return undefined;
  const labels = body.map(({ words }) => text.slice(words[0]!.start, words[0]!.end));
  const standing = standingOf(text, head, labels);
  if (standing === 'none') return undefined;
  const rows = rowsOf(text, head, body);
  if (standing === 'unclear')
    rows.fail(
      problemFinding(
        problemAt('ambiguous', head.start, body.at(-1)!.end, { found: quoted(text, head.start, head.end).trim() }),
      ),
    );
  return { rows, labels, goesOn, end };
}

function lineAt(text: string, lines: readonly TextLine[], index: number): Line {
  const line = lines[index]!;
  return { ...line, words: wordsOf(text, line) };
}

/** Whether a line has one word more than the names above, and all others end where the names do. */
function isBelow(head: Line, line: Line): boolean {
  const { words } = line;
  if (words.length !== head.words.length + 1) return false;
  return head.words.every((name, i) => name.end - head.start === words[i + 1]!.end - line.start);
}

/** Whether a line could be a row of the table but for the places of its numbers. */
function isCrooked(text: string, head: Line, { words }: Line): boolean {
  if (words.length < 2 || words.length < head.words.length) return false;
  return words.slice(1).every(({ start, end }) => readNumber(text.slice(start, end)) !== undefined);
}

/** Whether the first words of the rows are labels; numbers that count may be, others may be the first column. */
function standingOf(text: string, head: Line, labels: readonly string[]): 'labels' | 'unclear' | 'none' {
  const names = head.words.map(({ start, end }) => text.slice(start, end));
  const counts = (words: readonly string[], from: number) => words.every((word, i) => word === String(i + from));
  const areNumbers = (words: readonly string[]) => words.every((word) => readNumber(word) !== undefined);
  const hasCount = counts(labels, 0) || counts(labels, 1);
  if (areNumbers(names)) return counts(names, 0) && hasCount ? 'labels' : 'none';
  if (hasCount || labels.every((label) => readNumber(label) === undefined)) return 'labels';
  return areNumbers(labels) ? 'unclear' : 'labels';
}

function rowsOf(text: string, head: Line, body: readonly Line[]): RowsBuilder {
  const rows = new RowsBuilder('table');
  rows.addNote(noteAt('header', head.start, head.end, { found: quoted(text, head.start, head.end).trim() }));
  const [{ words: first }] = body as readonly [Line, ...Line[]];
  rows.addNote(noteAt('index-column', first[0]!.start, first[0]!.end));
  for (const [row, line] of body.entries()) {
    for (const [column, { start, end }] of line.words.slice(1).entries()) {
      const cell = readCell(text, start, end);
      if (cell.kind === 'number') rows.push(cell.value, start, end);
      else {
        const isLeftOut = cell.kind === 'truncated' || text.slice(start, end) === '..';
        const code = isLeftOut ? 'truncated' : cell.kind === 'complex' ? 'complex' : 'not-numeric';
        rows.fail(problemFinding(problemAt(code, start, end, { row, column, found: quoted(text, start, end) })));
      }
    }
    rows.endRow(line);
  }
  return rows;
}
