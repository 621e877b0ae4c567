import type { LiteralProblem, MatrixLiteral, TextRange } from '../literal';
import { mostNumbers } from '../longestText';
import { problemAt, quoted } from '../problem';
import { noteAt } from '../report/readingNote';
import { type Tokens, tokenText } from '../text/tokens';
import { isTooMuch } from '../typedNumbers';
import { type NamedValue, type NameReader, nameReader, valueAt } from './nameReader';
import { cellOf, tokenOf } from './position';
import { isMember, type SourceCell } from './program';
import { nameOf } from './recordName';

/** What a name stands for: a literal and the cell it is written in, or why that is not known. */
export type Resolution =
  | { readonly literal: MatrixLiteral; readonly cellIndex: number }
  | {
      readonly unresolved: 'written';
      readonly cellIndex: number;
      /** The line that may have changed what the name holds. */
      readonly range: TextRange;
      /** That line's number, counted from 0. */
      readonly line: number;
    }
  | {
      readonly unresolved: 'unreadable';
      readonly cellIndex: number;
      readonly range: TextRange;
      readonly problem: LiteralProblem;
    }
  | { readonly unresolved: 'not-found' };

/**
 * The literal that a name was last assigned before an offset of a cell, in it or in an earlier one, through renames and
 * arithmetic; the line that may have changed it since, where there is one. Nothing is run: loops and functions count as
 * they are written.
 */
export function resolveName(
  name: string,
  cells: readonly SourceCell[],
  cellIndex: number,
  offset: number,
  most = mostNumbers,
): Resolution {
  if (cells.some(({ text }) => isTooMuch(text, most))) return { unresolved: 'not-found' };
  const reader = nameReader(cells, cellIndex);
  const program = reader.index.programs[cellIndex];
  const token = program && tokenAt(program.tokens, offset);
  if (!program || token === undefined || isMember(program.tokens, token)) return { unresolved: 'not-found' };
  if (nameOf({ program }, token) !== name) return { unresolved: 'not-found' };
  return resolutionOf(reader, valueAt(reader, program, token), name);
}

/** The name token that holds an offset or ends there. */
function tokenAt(tokens: Tokens, offset: number): number | undefined {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.ends[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  const isBehind = tokens.ends[low] === offset && tokens.starts[low + 1] === offset && !isName(tokens, low);
  const token = isBehind ? low + 1 : low;
  return isName(tokens, token) && tokens.starts[token]! <= offset ? token : undefined;
}

function isName(tokens: Tokens, token: number): boolean {
  return token < tokens.count && /^[\p{L}_$]/u.test(tokenText(tokens, token).slice(0, 2));
}

/** The value of a name as it is told. */
export function resolutionOf({ index }: NameReader, value: NamedValue | undefined, name: string): Resolution {
  if (!value) return { unresolved: 'not-found' };
  if ('literal' in value) {
    if (value.literal.shape.length === 0) return { unresolved: 'not-found' };
    return { literal: withNotes(value.literal, name, value.cell, index.programs.length > 1), cellIndex: value.cell };
  }
  const position = 'blocked' in value ? value.blocked : value.unreadable.at;
  const cellIndex = cellOf(position);
  const { tokens } = index.programs[cellIndex]!;
  const range = lineRange(tokens.text, tokens.starts[tokenOf(position)]!);
  if ('blocked' in value && !value.isBound)
    return { unresolved: 'written', cellIndex, range, line: lineNumber(tokens.text, range.start) };
  return { unresolved: 'unreadable', cellIndex, range, problem: problemOf(tokens, value) };
}

/** The literal with what there is to say of a name's. */
export function withNotes(literal: MatrixLiteral, name: string, cell: number, isNotebook: boolean): MatrixLiteral {
  const { start, end } = literal.range;
  const named = noteAt('named', start, end, { found: name });
  const inCell = isNotebook ? [noteAt('in-cell', start, end, { cell: cell + 1 })] : [];
  return { ...literal, notes: [...(literal.notes ?? []), named, ...inCell] };
}

function problemOf({ text, starts, ends }: Tokens, value: Exclude<NamedValue, { literal: unknown }>): LiteralProblem {
  if ('problem' in value && value.problem) return value.problem;
  const [at, end] =
    'blocked' in value ? [value.blocked, value.blocked + 1] : [value.unreadable.at, value.unreadable.statementEnd];
  const range = { start: starts[tokenOf(at)]!, end: ends[Math.max(tokenOf(end), tokenOf(at) + 1) - 1]! };
  return problemAt('unsupported', range.start, range.end, { found: quoted(text, range.start, range.end) });
}

function lineRange(text: string, offset: number): TextRange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  return { start, end: feed < 0 ? text.length : feed };
}

function lineNumber(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
