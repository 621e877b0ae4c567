import { languageOf } from '../languages';
import type { LiteralProblem, MatrixLiteral, TextRange } from '../literal';
import { allLiterals } from '../literalAt';
import { longestText } from '../longestText';
import { problemAt, quoted } from '../problem';
import { readMatrices } from '../readMatrices';
import { scan } from '../text/scanner';
import { type Tokens, tokenKinds, tokenText } from '../text/tokens';
import { type NameEvent, type NameHistory, nameHistory, statementEnd } from './occurrences';

/** A text in which names are looked up: a cell of a notebook, or a whole file. */
export interface SourceCell {
  readonly text: string;
  readonly languageId: string;
}

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

interface Place {
  readonly name: string;
  readonly cellIndex: number;
  readonly offset: number;
}

const mostRenames = 20;

/**
 * The literal that a name was last assigned before an offset of a cell, in it or in an earlier one, through renames; the
 * line that may have changed it since, where there is one. Nothing is run: loops and functions count as they are written.
 */
export function resolveName(name: string, cells: readonly SourceCell[], cellIndex: number, offset: number): Resolution {
  let place: Place = { name, cellIndex, offset };
  for (let renames = 0; renames < mostRenames; renames++) {
    const found = lookUp(place, cells);
    if (!('renamed' in found)) return found;
    place = found.renamed;
  }
  return { unresolved: 'not-found' };
}

function lookUp({ name, cellIndex, offset }: Place, cells: readonly SourceCell[]): Resolution | { renamed: Place } {
  for (let index = Math.min(cellIndex, cells.length - 1); index >= 0; index--) {
    const { text, languageId } = cells[index]!;
    if (text.length > longestText || !text.includes(name)) continue;
    const language = languageOf(languageId);
    const tokens = scan(text, language);
    const history = nameHistory(tokens, language, name, index === cellIndex ? offset : text.length);
    const event = lastEvent(history);
    if (!event) continue;
    const range = lineRange(text, tokens.starts[event.token]!);
    const isClosed = !history.blocks.isOpen(event.block);
    if (event.kind === 'written' || (event.kind === 'assigned' && isClosed)) {
      return { unresolved: 'written', cellIndex: index, range, line: lineNumber(text, range.start) };
    }
    return assignedValue(event, tokens, { name, cellIndex: index, offset }, cells[index]!, range);
  }
  return { unresolved: 'not-found' };
}

/** The last thing that happened to the name as seen from the place of use: what is local to other blocks does not count. */
function lastEvent({ events, blocks }: NameHistory): NameEvent | undefined {
  // On one line, what the right side does comes before the assignment.
  const ordered = [...events].sort(
    (one, other) => one.end - other.end || Number(one.kind === 'assigned') - Number(other.kind === 'assigned'),
  );
  return ordered.findLast((event) => {
    if (event.kind === 'parameter') return blocks.isOpen(event.block) && event.block !== 0;
    const isLocal = !blocks.isOpen(event.block) && (blocks.isForeign(event.block) || event.isDeclaration);
    return !isLocal;
  });
}

function assignedValue(
  { value, token }: NameEvent,
  tokens: Tokens,
  { name, cellIndex }: Place,
  { text, languageId }: SourceCell,
  range: TextRange,
): Resolution | { renamed: Place } {
  const language = languageOf(languageId);
  const end = statementEnd(tokens, language, value);
  const start = tokens.starts[token]!;
  const limit = tokens.ends[Math.max(value, end) - 1] ?? text.length;
  const alias = aliasOf(tokens, value, end);
  if (alias !== undefined && alias !== name)
    return { renamed: { name: alias, cellIndex, offset: Math.max(0, start - 1) } };
  const isHere = (literal: MatrixLiteral) =>
    literal.name === name && literal.range.start >= start && literal.range.start <= limit;
  const literal = alias === undefined ? allLiterals(text, languageId).find(isHere) : undefined;
  if (literal) return { literal, cellIndex };
  return {
    unresolved: 'unreadable',
    cellIndex,
    range,
    problem: problemOf(text, languageId, tokens.starts[value] ?? start, limit),
  };
}

/** The name that a value consists of: `a`, `a.copy()`. */
function aliasOf(tokens: Tokens, value: number, end: number): string | undefined {
  if (tokens.kinds[value] !== tokenKinds.name) return undefined;
  const isCopy =
    end - value === 5 &&
    tokens.kinds[value + 1] === tokenKinds.dot &&
    (tokenText(tokens, value + 2) === 'copy' || tokenText(tokens, value + 2) === 'clone');
  return end - value === 1 || isCopy ? tokenText(tokens, value) : undefined;
}

function problemOf(text: string, languageId: string, start: number, end: number): LiteralProblem {
  const [problem] = readMatrices(text.slice(start, end), languageId).problems;
  if (!problem || problem.problem === 'no-matrix' || problem.problem === 'empty') {
    return problemAt('unsupported', start, Math.max(start, end), { found: quoted(text, start, end) });
  }
  return { ...problem, range: { start: problem.range.start + start, end: problem.range.end + start } };
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
