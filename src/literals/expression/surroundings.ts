import type { LiteralProblem, MatrixLiteral } from '../literal';
import { isNamePart } from '../text/characters';
import type { Frame } from './frame';
import { tooMuch } from './gather';
import type { Machine } from './machine';
import { addNote } from './notes';
import { operand } from './operands';
import type { NameValue, Numbers, Value } from './value';

/** What arithmetic has to know of numbers beside their values. */
export type NumberTraits = Pick<Numbers, 'whole' | 'holder' | 'precision' | 'range' | 'library'>;

/** The numbers that a name stands for; a single one has no shape. */
export interface NamedNumbers {
  readonly literal: MatrixLiteral;
  readonly traits: NumberTraits;
  /** The literal's places are places of the text that is read. */
  readonly isHere: boolean;
}

/** What the text around an expression tells of it. Tokens are counted in the expression. */
export interface Surroundings {
  /** What the name at a token stands for; undefined where that is not known. */
  readonly named: (name: string, token: number) => NamedNumbers | undefined;
  /** What the call whose bracket opens at an offset draws from a generator of random numbers, as a problem where that cannot be said. */
  readonly drawn: (start: number) => DrawnNumbers | LiteralProblem | undefined;
  /** Single numbers with a name are found, too. */
  readonly takesScalars: boolean;
}

/** Numbers that a generator gives, and how. */
export interface DrawnNumbers {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  readonly whole: boolean;
  readonly precision: Numbers['precision'];
  readonly generator: string;
  readonly seed: number;
}

/** Reads a name as the numbers it stands for. */
export function readNamed(machine: Machine, frame: Frame, { start, end }: NameValue, named: NamedNumbers): void {
  const { pool } = machine;
  const { literal, traits, isHere } = named;
  const { data } = literal;
  const from = pool.size;
  if (isHere) pool.put(from, data, literal.starts, literal.ends);
  else {
    const size = data.length;
    pool.put(from, data, new Uint32Array(size).fill(start), new Uint32Array(size).fill(end));
  }
  const { shape, form } = literal;
  operand(frame, { kind: 'numbers', shape, from, start, end, ...traits, computed: true, form, source: literal });
}

/** The value of a call that draws random numbers; undefined for any other call. */
export function drawnValue(machine: Machine, frame: Frame, place: { start: number; end: number }): Value | undefined {
  const { pool, surroundings } = machine;
  const drawn = surroundings?.drawn(frame.start);
  if (!drawn) return undefined;
  pool.size = frame.base;
  if ('problem' in drawn) return { kind: 'faulty', problem: drawn, weak: false, ...place };
  const { data, shape, whole, precision, generator, seed } = drawn;
  const fault = tooMuch(machine, shape, place);
  if (fault) return fault;
  const size = data.length;
  pool.put(frame.base, data, new Uint32Array(size).fill(place.start), new Uint32Array(size).fill(place.end));
  addNote(machine, 'seeded', place, { found: generator, seed });
  return {
    kind: 'numbers',
    shape,
    from: frame.base,
    ...place,
    whole,
    holder: 'array',
    precision,
    computed: true,
    form: 'builder',
  };
}

/** The literal that a name stands for, where nothing was done to its numbers; undefined elsewhere. */
export function unchangedSource(
  { source, shape, from, start, end }: Numbers,
  { text, pool }: Machine,
): MatrixLiteral | undefined {
  if (source?.shape !== shape) return undefined;
  // Whatever is done to a name stands around it, and its result reaches that far.
  for (let at = start; at < end; at++) if (!isNamePart(text.charCodeAt(at))) return undefined;
  const isSame = source.data.every((value, i) => Object.is(value, pool.values[from + i]));
  return isSame ? source : undefined;
}
