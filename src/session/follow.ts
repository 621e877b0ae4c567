import type { Tensor } from '../engine/tensor';
import type { LiteralProblem, MatrixLiteral, TextRange } from '../literals/literal';
import { readMatrices } from '../literals/readMatrices';
import type { Operand } from './operand';

/** One replacement in a text, in UTF-16 code units of the text before it. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** Where a range lies after a change: moved with the text before it, stretched by changes inside it. */
export function shiftRange(range: TextRange, change: TextChange): TextRange {
  const end = change.start + change.removed;
  const delta = change.inserted - change.removed;
  if (end <= range.start && change.start < range.start) return { start: range.start + delta, end: range.end + delta };
  if (change.start >= range.end && change.removed > 0) return range;
  if (change.start > range.end) return range;
  const start = Math.min(range.start, change.start);
  return { start, end: Math.max(range.end, end) + delta };
}

/** What became of a literal: read again, there but not readable, or gone. */
export type Followed =
  | { readonly literal: MatrixLiteral }
  | { readonly problem: LiteralProblem }
  | { readonly gone: true };

/** Looks for a literal again in the lines that `range` touches, after its text has changed. */
export function followLiteral(text: string, languageId: string, range: TextRange, name: string | undefined): Followed {
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', range.end);
  const { literals, problems } = readMatrices(text.slice(start, lineEnd < 0 ? undefined : lineEnd), languageId);
  const moved = literals.map((literal) => movedBy(literal, start));
  const touching = moved.filter((l) => l.range.start <= range.end && l.range.end >= range.start);
  const literal = touching.find((l) => l.name === name) ?? touching[0];
  if (literal) return { literal };
  const problem = problems[0];
  if (problem === undefined || problem.problem === 'no-matrix') return { gone: true };
  return { problem: { ...problem, range: shifted(problem.range, start) } };
}

/** The operand after its literal was read again; the very same one where nothing has changed. */
export function withLiteral(operand: Operand, literal: MatrixLiteral): Operand {
  const { origin } = operand;
  if (origin.kind !== 'text') return operand;
  const { start, end } = literal.range;
  const moved =
    origin.start === start && origin.end === end ? operand : { ...operand, origin: { ...origin, start, end } };
  const named = moved.name === literal.name ? moved : { ...moved, name: literal.name };
  if (sameNumbers(operand.written ?? operand.tensor, literal)) return named;
  return { ...named, tensor: { shape: literal.shape, data: literal.data }, plane: 0, written: undefined };
}

/** A literal that was read from a part of a text, with the offsets of the whole. */
export function movedBy(literal: MatrixLiteral, offset: number): MatrixLiteral {
  return {
    ...literal,
    range: shifted(literal.range, offset),
    starts: literal.starts.map((start) => start + offset),
    ends: literal.ends.map((end) => end + offset),
  };
}

function shifted(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}

function sameNumbers(one: Tensor, other: Tensor): boolean {
  return (
    one.shape.length === other.shape.length &&
    one.shape.every((side, axis) => side === other.shape[axis]) &&
    one.data.every((value, i) => Object.is(value, other.data[i]))
  );
}
