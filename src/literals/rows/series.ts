import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, literalFinding, problemFinding, type Source } from '../reading';
import { noteAt } from '../report/readingNote';
import { type TextLine, textLines } from '../text/textLines';
import { readCell } from './cell';
import { RowsBuilder } from './rowsBuilder';
import { wordsOf } from './words';

/** A pandas series: a label and a number in every line, and `dtype: float64` below. */
export const seriesReader: LiteralReader = { form: 'table', read: readSeries };

const footer = /^(?:Name: .{0,200}|Length: \d+, |Freq: .{0,20}, )?dtype: /;

function readSeries({ text, language }: Source): readonly Finding[] | undefined {
  if (!language.isText || !text.includes('dtype: ')) return undefined;
  const lines = textLines(text);
  const findings: Finding[] = [];
  for (const [index, { start, end }] of lines.entries()) {
    if (!footer.test(text.slice(start, Math.min(end, start + 300)))) continue;
    let first = index;
    while (first > 0 && wordsOf(text, lines[first - 1]!).length === 2) first--;
    if (first < index) findings.push(seriesOf(text, lines.slice(first, index)));
  }
  return findings.length > 0 ? findings : undefined;
}

function seriesOf(text: string, lines: readonly TextLine[]): Finding {
  const rows = new RowsBuilder('table');
  rows.addNote(noteAt('index-column', lines[0]!.start, lines[0]!.end));
  for (const line of lines) {
    const [, word] = wordsOf(text, line) as readonly [TextLine, TextLine];
    const cell = readCell(text, word.start, word.end);
    if (cell.kind === 'number') rows.push(cell.value, cell.start, cell.end);
    else {
      const isLeftOut = cell.kind === 'truncated' || text.slice(word.start, word.end) === '..';
      const details = { row: rows.rowCount, column: 0, found: quoted(text, word.start, word.end) };
      rows.fail(problemFinding(problemAt(isLeftOut ? 'truncated' : 'not-numeric', word.start, word.end, details)));
    }
    rows.endRow(line);
  }
  const finding = rows.finish(undefined) ?? problemFinding(problemAt('empty', lines[0]!.start, lines.at(-1)!.end));
  const { literal } = finding;
  return literal ? literalFinding({ ...literal, shape: [literal.data.length] }) : finding;
}
