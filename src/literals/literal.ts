import type { FileFormat } from './files/fileReading';
import type { ReadingNote } from './report/readingNote';

/** A stretch of text in UTF-16 code units, half-open. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A matrix read from text, with the place of every number. */
export interface MatrixLiteral {
  /** The variable or label that the text gives it. */
  readonly name: string | undefined;
  /** Row-major, any rank from 1 to 4; a single number has no shape and is no matrix. */
  readonly shape: readonly number[];
  readonly data: Float64Array;
  /** Where number `i` stands: starts[i] to ends[i]. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The whole literal, from its first bracket (or number) to its last. */
  readonly range: TextRange;
  /** Which syntax it was read as. */
  readonly form: LiteralForm;
  /** Set where numbers are not what their characters say: a factor, a transpose or a builder stands around them. */
  readonly computed?: boolean;
  /** The number type that the text gives or its numbers show; without it, whole numbers count as `int`. */
  readonly type?: NumberTypeName;
  /** What was left out, decided and doubted while it was read; nothing where the text says it all. */
  readonly notes?: readonly ReadingNote[];
}

export type LiteralForm =
  | 'brackets'
  | 'printed'
  | 'r-print'
  | 'tensor-print'
  | 'braces'
  | 'rows'
  | 'latex'
  | 'table'
  | 'plain'
  | 'builder'
  | FileFormat;

export type NumberTypeName = 'int' | 'float' | 'float32';

export type LiteralProblemCode =
  | 'ragged'
  | 'empty'
  | 'not-numeric'
  | 'complex'
  | 'unbalanced'
  | 'truncated'
  | 'no-matrix'
  | 'unsupported'
  | 'ambiguous'
  | 'too-deep'
  | 'too-large'
  | 'not-finite';

/** Why a text was not read: a code, the place, and what a message needs (row, column, found, expected …). */
export interface LiteralProblem {
  readonly problem: LiteralProblemCode;
  readonly range: TextRange;
  readonly details: Readonly<Record<string, string | number>>;
}
