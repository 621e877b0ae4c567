import { valueRange } from '../engine/picture/valueRange';
import type { LiteralForm, NumberTypeName } from '../literals/literal';
import { openChoices, type ReadingChoice } from '../literals/report/readingChoice';
import { type NoteKind, noteKind, type ReadingNote } from '../literals/report/readingNote';
import type { Operand } from './operand';
import { type Arrangement, arrangementsOf, likelyArrangement } from './planeLayout';

/** A way to read a text or to lay out its axes, by what *Read as …* calls it. */
export type ReadAs = Arrangement | keyof typeof choices;

/** What a matrix was read as, and all that was left out, decided and doubted on the way. */
export interface ReadingReport {
  readonly form: LiteralForm;
  readonly languageId: string | undefined;
  readonly shape: readonly number[];
  readonly type: NumberTypeName;
  /** Of the finite numbers; `min` is greater than `max` where there are none, or too many to look at. */
  readonly range: { readonly min: number; readonly max: number };
  /** The doubtful ones first. */
  readonly lines: readonly ReportLine[];
  /** Every reading that fits, those that exclude each other in turn. */
  readonly readings: readonly PossibleReading[];
}

export interface ReportLine {
  readonly kind: NoteKind;
  readonly note: ReadingNote;
}

export interface PossibleReading {
  readonly as: ReadAs;
  readonly isChosen: boolean;
}

const choices = {
  'columns-first': { order: 'columns' },
  'rows-first': { order: 'rows' },
  'true-division': { division: 'true' },
  'integer-division': { division: 'truncated' },
} as const satisfies Readonly<Record<string, ReadingChoice>>;

/** Every choice of how characters are read. */
export const textReadings = Object.keys(choices) as readonly (keyof typeof choices)[];

/** What the reader is told of a choice; undefined for one that only lays out axes. */
export function choiceOf(as: ReadAs): ReadingChoice | undefined {
  return isTextReading(as) ? choices[as] : undefined;
}

function isTextReading(as: ReadAs): as is keyof typeof choices {
  return Object.hasOwn(choices, as);
}

const kindOrder: readonly NoteKind[] = ['doubtful', 'decided', 'left-out'];

/** The report on how an operand was read; undefined for one that comes from no text. */
export function readingReport(operand: Operand): ReadingReport | undefined {
  const { reading, origin, tensor, written } = operand;
  if (!reading) return undefined;
  const { shape, data } = written ?? tensor;
  const numbers = factsOf(data);
  const choice = origin.kind === 'text' ? origin.choice : undefined;
  const lines = [...axesLines(operand), ...(reading.notes ?? []).map((note) => lineOf(note, choice))];
  return {
    form: reading.form,
    languageId: origin.kind === 'text' ? origin.languageId : undefined,
    shape,
    type: reading.type ?? (numbers.isWhole ? 'int' : 'float'),
    range: numbers.range,
    lines: kindOrder.flatMap((kind) => lines.filter((line) => line.kind === kind)),
    readings: [...textReadingsOf(operand), ...arrangementReadings(operand)],
  };
}

interface NumberFacts {
  readonly range: ReadingReport['range'];
  readonly isWhole: boolean;
}

const known = new WeakMap<Float64Array, NumberFacts>();

/** Looking at more takes longer than a moment. */
const mostLooked = 2 ** 22;
const notLooked: NumberFacts = {
  range: { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY },
  isWhole: false,
};

/** The same numbers are reported on again and again, and there may be millions of them. */
function factsOf(data: Float64Array): NumberFacts {
  if (data.length > mostLooked) return notLooked;
  const facts = known.get(data) ?? { range: valueRange(data), isWhole: data.every(Number.isInteger) };
  known.set(data, facts);
  return facts;
}

/** What the person has chosen is doubtful no more. */
function lineOf(note: ReadingNote, choice: ReadingChoice | undefined): ReportLine {
  const isChosen = note.note === 'integer-division' && choice?.division !== undefined;
  return { kind: isChosen ? 'decided' : noteKind(note.note), note };
}

function axesLines({ tensor, arrangement }: Operand): readonly ReportLine[] {
  const likely = likelyArrangement(tensor.shape);
  if (!likely) return [];
  const taken = takenArrangement(tensor.shape, arrangement) ?? likely.arrangement;
  const isSettled = likely.isSure || taken === arrangement;
  const note: ReadingNote = { note: 'axes', details: { arrangement: taken } };
  return [{ kind: isSettled ? 'decided' : 'doubtful', note }];
}

/** A text that is at hand no more cannot be read in another way. */
function textReadingsOf({ reading, origin }: Operand): readonly PossibleReading[] {
  if (origin.kind !== 'text') return [];
  const notes = reading?.notes ?? [];
  const has = (code: ReadingNote['note']) => notes.some(({ note }) => note === code);
  return openChoices(notes).flatMap((key) =>
    textReadings.filter((as) => key in choices[as]).map((as) => ({ as, isChosen: has(as) })),
  );
}

function arrangementReadings({ tensor, arrangement }: Operand): readonly PossibleReading[] {
  const taken = takenArrangement(tensor.shape, arrangement) ?? likelyArrangement(tensor.shape)?.arrangement;
  return arrangementsOf(tensor.shape).map((as) => ({ as, isChosen: as === taken }));
}

function takenArrangement(shape: readonly number[], arrangement: Arrangement | undefined): Arrangement | undefined {
  return arrangementsOf(shape).find((one) => one === arrangement);
}
