import type { Tensor } from '../engine/tensor';
import type { LiteralProblem, MatrixLiteral, TextRange } from '../literals/literal';
import type { Reading } from '../literals/readMatrices';
import type { ReadingNote } from '../literals/report/readingNote';
import type { CellPlaces, Operand, OperandReading } from './operand';
import { placesOf } from './placesOf';
import { readingOf } from './readingOf';

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

/** The whole lines that a range touches, which are read again after their text has changed. */
export function linesAround(text: string, range: TextRange): TextRange {
  const lineEnd = text.indexOf('\n', range.end);
  return { start: text.lastIndexOf('\n', range.start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
}

/** Looks for the literal of `range` in what the lines around it, which begin at `lineStart`, were read as. */
export function followedIn(
  { literals, problems }: Reading,
  lineStart: number,
  range: TextRange,
  name: string | undefined,
): Followed {
  const moved = literals.map((literal) => movedBy(literal, lineStart));
  const touching = moved.filter((l) => l.range.start <= range.end && l.range.end >= range.start);
  const literal = touching.find((l) => l.name === name) ?? touching[0];
  if (literal) return { literal };
  const problem = problems[0];
  if (problem === undefined || problem.problem === 'no-matrix') return { gone: true };
  return { problem: { ...problem, range: shifted(problem.range, lineStart) } };
}

/** The operand after its literal was read again; the very same one where nothing has changed. */
export function withLiteral(operand: Operand, literal: MatrixLiteral): Operand {
  const { origin } = operand;
  if (origin.kind !== 'text') return operand;
  const { start, end } = literal.range;
  const moved =
    origin.start === start && origin.end === end ? operand : { ...operand, origin: { ...origin, start, end } };
  const named = moved.name === literal.name ? moved : { ...moved, name: literal.name };
  const placed = withReading(withPlaces(named, placesOf(literal)), readingOf(literal));
  if (isSame(operand.written ?? operand.tensor, literal)) return placed;
  const isShape = sameShape(operand.tensor.shape, literal.shape);
  const tensor = { shape: literal.shape, data: literal.data };
  return { ...placed, tensor, plane: isShape ? operand.plane : 0, written: undefined };
}

/** Where the literal was found does not stand on its lines, and stays as it was. */
function withReading(operand: Operand, read: OperandReading): Operand {
  const where = operand.reading?.notes?.filter(({ note }) => note === 'named' || note === 'in-cell') ?? [];
  const reading = where.length > 0 ? { ...read, notes: [...where, ...(read.notes ?? [])] } : read;
  const isSame = operand.reading && JSON.stringify(operand.reading) === JSON.stringify(reading);
  return isSame ? operand : { ...operand, reading };
}

/** The operand with what its characters say known no more: they have changed, and say no matrix. */
export function withoutPlaces(operand: Operand): Operand {
  return operand.places === undefined ? operand : { ...operand, places: undefined };
}

/** A matrix that was resized here has other cells than its text. */
function withPlaces(operand: Operand, places: CellPlaces): Operand {
  const isResized = operand.written !== undefined && !sameShape(operand.written.shape, operand.tensor.shape);
  if (isResized) return withoutPlaces(operand);
  return operand.places && isSamePlace(operand.places, places) ? operand : { ...operand, places };
}

/** A literal that was read from a part of a text, with the offsets of the whole. */
export function movedBy(literal: MatrixLiteral, offset: number): MatrixLiteral {
  return {
    ...literal,
    range: shifted(literal.range, offset),
    starts: shiftedAll(literal.starts, offset),
    ends: shiftedAll(literal.ends, offset),
    ...(literal.notes && { notes: literal.notes.map((note) => movedNote(note, offset)) }),
  };
}

function movedNote(note: ReadingNote, offset: number): ReadingNote {
  return note.range ? { ...note, range: shifted(note.range, offset) } : note;
}

function shifted(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}

function shiftedAll(places: Uint32Array, offset: number): Uint32Array {
  const moved = places.slice();
  for (let i = 0; i < moved.length; i++) moved[i]! += offset;
  return moved;
}

/** A history holds the same tensor many times over, so what was compared is remembered. */
function once<A extends object, B extends object>(compare: (one: A, other: B) => boolean): typeof compare {
  const known = new WeakMap<A, WeakMap<B, boolean>>();
  return (one, other) => {
    const ofOne = known.get(one) ?? new WeakMap<B, boolean>();
    known.set(one, ofOne);
    const same = ofOne.get(other) ?? compare(one, other);
    ofOne.set(other, same);
    return same;
  };
}

const isSame = once<Tensor, MatrixLiteral>((one, other) => {
  if (!sameShape(one.shape, other.shape)) return false;
  for (let i = 0; i < one.data.length; i++) if (!Object.is(one.data[i], other.data[i])) return false;
  return true;
});

const isSamePlace = once<CellPlaces, CellPlaces>((one, other) => {
  if (one.computed !== other.computed || one.starts.length !== other.starts.length) return false;
  for (let i = 0; i < one.starts.length; i++)
    if (one.starts[i] !== other.starts[i] || one.ends[i] !== other.ends[i]) return false;
  return true;
});

function sameShape(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((side, i) => side === other[i]);
}
