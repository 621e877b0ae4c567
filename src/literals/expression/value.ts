import type { LiteralForm, LiteralProblem, LiteralProblemCode, MatrixLiteral } from '../literal';
import { problemAt } from '../problem';
import type { IndexItem } from './indexItems';

/** Numbers whose values lie in the pool from `from` on; a scalar has the shape `[]`. */
export interface Numbers {
  readonly kind: 'numbers';
  readonly shape: readonly number[];
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** Every number is written as a whole one, which matters to division. */
  readonly whole: boolean;
  /** What the language sees: a list of its own, a tuple, an array that computes, a matrix whose `*` is a product of matrices. */
  readonly holder: 'list' | 'tuple' | 'array' | 'matrix';
  /** What arithmetic rounds to; with `narrow` it is not computed here. */
  readonly precision: 'double' | 'single' | 'narrow';
  /** The least and greatest number of a narrow whole type, beyond which the program would wrap around. */
  readonly range?: readonly [number, number] | undefined;
  /** Whose array it is, where methods of one name do different things. */
  readonly library?: 'numpy' | 'torch' | undefined;
  /** An array of a size that waits to be filled. */
  readonly isBlank?: boolean;
  /** The numbers are not all those that stand in the text. */
  readonly computed: boolean;
  readonly form: LiteralForm;
  /** The literal that a name stands for whose numbers these are. */
  readonly source?: MatrixLiteral;
}

/** A dotted name: `np.array` has the path `np.array` and the name `array`. */
export interface NameValue {
  readonly kind: 'name';
  readonly name: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A method or attribute of numbers, before it is called. */
export interface MemberValue {
  readonly kind: 'member';
  readonly of: Numbers;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Matrices of any shapes in one bracket, which a call is about to join. */
export interface PartsValue {
  readonly kind: 'parts';
  readonly of: readonly (Numbers | PartsValue)[];
  readonly start: number;
  readonly end: number;
}

/** Something that is no matrix: a string, a call of which nothing is known, a slice. */
export interface OtherValue {
  readonly kind: 'other';
  readonly start: number;
  readonly end: number;
  readonly isText?: boolean;
  /** The name of which this is an element or the result of a call. */
  readonly partOf?: string;
  /** The sides in its index brackets, where they are whole numbers: `k[3][3]`. */
  readonly sides?: readonly (number | undefined)[];
  /** What stands in each of its index brackets, as far as it is an element of the name. */
  readonly indices?: readonly (readonly IndexItem[])[];
}

/** A matrix that cannot be read. */
export interface FaultyValue {
  readonly kind: 'faulty';
  readonly problem: LiteralProblem;
  /** Perhaps no matrix at all, such as a list of names: told only where there is nothing else to tell. */
  readonly weak: boolean;
  readonly start: number;
  readonly end: number;
}

export type Value = Numbers | NameValue | MemberValue | OtherValue | FaultyValue | PartsValue;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What cannot be read, at the given place. */
export function faulty(
  code: LiteralProblemCode,
  { start, end }: Place,
  details: LiteralProblem['details'] = {},
  weak = false,
): FaultyValue {
  return { kind: 'faulty', problem: problemAt(code, start, end, details), weak, start, end };
}

/** Something of which nothing is known, at the given place. */
export function other({ start, end }: Place, partOf?: string): OtherValue {
  return partOf === undefined ? { kind: 'other', start, end } : { kind: 'other', start, end, partOf };
}

/** How many numbers a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, side) => size * side, 1);
}

/** Whether a value is numbers with at least one axis. */
export function isMatrix(
  value: Value | undefined,
): value is Numbers & { readonly shape: readonly [number, ...number[]] } {
  return value?.kind === 'numbers' && value.shape.length > 0;
}

/** Whether a value is a single number. */
export function isScalar(value: Value | undefined): value is Numbers & { readonly shape: readonly [] } {
  return value?.kind === 'numbers' && value.shape.length === 0;
}

/** The numbers of parts that lie lowest in the pool. */
export function firstOf({ of }: PartsValue): Numbers | undefined {
  let part: Numbers | PartsValue | undefined = of[0];
  while (part?.kind === 'parts') part = part.of[0];
  return part;
}
