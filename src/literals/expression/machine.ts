import type { Language } from '../languages';
import type { LiteralProblem, MatrixLiteral } from '../literal';
import type { ReadingNote } from '../report/readingNote';
import { NumberPool } from '../text/numberPool';
import type { Tokens } from '../text/tokens';
import type { DeclaredMatrix } from './commaLists';
import type { ElementWrite } from './elementWrites';
import type { Frame } from './frame';
import { notesIn } from './notes';
import { type NumberTraits, type Surroundings, unchangedSource } from './surroundings';
import { firstOf, type Numbers, other, sizeOf, type Value } from './value';

/** A literal or a problem, in the order of the text. */
export interface Finding {
  readonly literal?: MatrixLiteral;
  /** How a program would compute with the literal. */
  readonly traits?: NumberTraits;
  /** A statement assigns the literal to its name. */
  readonly isAssigned?: boolean;
  readonly problem?: LiteralProblem;
  /** Told only where there is nothing else to tell. */
  readonly weak: boolean;
  /** A bare row that belongs to a matrix with the rows after it. */
  readonly loose: boolean;
}

/** A statement that changes a name in place or gives it something that is not read. */
export interface Write {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Which part is given which numbers, where the statement says no more. */
  readonly element?: ElementWrite;
}

/** `b = a`, after which two names may stand for one matrix. */
export interface Alias {
  readonly name: string;
  readonly of: string;
}

/** The state of reading expressions: tokens in, findings out, brackets and numbers on stacks of its own. */
export interface Machine {
  readonly text: string;
  readonly tokens: Tokens;
  readonly language: Language;
  readonly pool: NumberPool;
  readonly frames: Frame[];
  readonly findings: Finding[];
  readonly writes: Write[];
  readonly aliases: Alias[];
  /** The sides of the C++ matrices that were declared so far. */
  readonly matrixSides: Map<string, DeclaredMatrix>;
  /** What was settled lately, for the literals that it will be part of. */
  readonly notes: ReadingNote[];
  /** For each opening bracket, whether a comma stands in it. */
  readonly commaInside: Uint8Array;
  /** What names and seeds around the text say; undefined where it stands alone. */
  readonly surroundings: Surroundings | undefined;
  weakFindings: number;
  /** How many numbers calls and operators made so far. */
  built: number;
  strongProblems: number;
  /** The token that is read next. */
  at: number;
}

/** A machine at the beginning of a text, without frames. */
export function newMachine(
  tokens: Tokens,
  language: Language,
  commaInside: Uint8Array,
  surroundings: Surroundings | undefined,
): Machine {
  return {
    text: tokens.text,
    tokens,
    language,
    pool: new NumberPool(),
    frames: [],
    findings: [],
    writes: [],
    aliases: [],
    matrixSides: new Map(),
    notes: [],
    commaInside,
    surroundings,
    weakFindings: 0,
    built: 0,
    strongProblems: 0,
    at: 0,
  };
}

/** Takes a value that nothing will be made of off the pool. */
export function discard({ pool }: Machine, value: Value): Value {
  const numbers = value.kind === 'member' ? value.of : value.kind === 'parts' ? firstOf(value) : value;
  if (numbers?.kind === 'numbers') pool.size = Math.min(pool.size, numbers.from);
  return other(value);
}

/** The literal that numbers amount to. */
export function literalOf(machine: Machine, numbers: Numbers, name: string | undefined): MatrixLiteral {
  const { pool } = machine;
  const source = unchangedSource(numbers, machine);
  if (source) return source;
  const { from, shape, start, end, form, whole, precision } = numbers;
  const notes = notesIn(machine, { start, end });
  const { values: data, starts, ends } = pool.take(from, from + sizeOf(shape));
  const literal = {
    name,
    shape,
    data,
    starts,
    ends,
    range: { start, end },
    form,
    type: whole ? 'int' : precision === 'single' ? 'float32' : 'float',
    ...(notes.length > 0 ? { notes } : {}),
  } as const;
  return numbers.computed ? { ...literal, computed: true } : literal;
}
