import type { MatrixLiteral } from './literal';
import { allLiterals } from './literalAt';
import { nameAt } from './names/nameAt';
import type { SourceCell } from './names/program';
import { type NamedReading, readNamed } from './names/readNamed';
import { type Resolution, resolveName } from './names/resolveName';
import type { TextParameters } from './parameters/convolutionCall';
import { readParameters } from './parameters/readParameters';
import { type Reading, readMatrices } from './readMatrices';
import type { ReadingChoice } from './report/readingChoice';

/** What can be asked about texts, as plain data, so that another thread can answer. */
export type ReadRequest = ReadQuestion & {
  /** How many numbers are read from a text; texts with more are not read. */
  readonly mostNumbers?: number;
};

type ReadQuestion =
  /** The matrices of a text that a person has pointed out, and how to read it where that was chosen. */
  | {
      readonly kind: 'matrices';
      readonly text: string;
      readonly languageId: string;
      readonly choice?: ReadingChoice | undefined;
    }
  /** All literals of a file. */
  | {
      readonly kind: 'literals';
      readonly text: string;
      readonly languageId: string;
      readonly choice?: ReadingChoice | undefined;
    }
  /** The expressions between two offsets of a cell, with the names in them as they were last assigned. */
  | {
      readonly kind: 'named';
      readonly cells: readonly SourceCell[];
      readonly index: number;
      readonly start: number;
      readonly end: number;
    }
  /** The parameters that a text says; `before` is what stands before it. */
  | { readonly kind: 'parameters'; readonly text: string; readonly languageId: string; readonly before: string }
  /** The name at an offset of a cell, and what it stands for there. */
  | { readonly kind: 'name'; readonly cells: readonly SourceCell[]; readonly index: number; readonly offset: number };

/** A name in a text, undefined where there is none, and the literal it stands for or why that is not known. */
export interface NameReading {
  readonly name: string | undefined;
  readonly found: Resolution;
}

/** The answers by the kind of their request. */
export interface ReadAnswers {
  readonly matrices: Reading;
  readonly literals: readonly MatrixLiteral[];
  readonly named: NamedReading;
  readonly parameters: TextParameters;
  readonly name: NameReading;
}

/** Answers a request. Never throws; takes time in proportion to the texts. */
export function answerReading<K extends ReadRequest['kind']>(request: ReadRequest & { kind: K }): ReadAnswers[K];
export function answerReading(request: ReadRequest): ReadAnswers[ReadRequest['kind']] {
  switch (request.kind) {
    case 'matrices':
      return readMatrices(request.text, request.languageId, request.choice, request.mostNumbers);
    case 'literals':
      return allLiterals(request.text, request.languageId, request.choice, request.mostNumbers);
    case 'named':
      return readNamed(request.cells, request.index, request.start, request.end, request.mostNumbers);
    case 'parameters':
      return readParameters(request.text, request.languageId, request.before);
    case 'name':
      return nameReading(request);
  }
}

function nameReading({ cells, index, offset, mostNumbers }: ReadRequest & { kind: 'name' }): NameReading {
  const cell = cells[index];
  const place = cell && nameAt(cell.text, cell.languageId, offset);
  if (!place) return { name: undefined, found: { unresolved: 'not-found' } };
  return { name: place.name, found: resolveName(place.name, cells, index, offset, mostNumbers) };
}
