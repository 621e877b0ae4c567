import { type Language, languageOf } from '../languages';
import type { LiteralProblem } from '../literal';
import type { ReadingNote } from './readingNote';

/** What a person has settled about a text that can be read in more than one way; what it leaves open is read as usual. */
export interface ReadingChoice {
  readonly order?: Language['order'];
  readonly division?: 'true' | 'truncated';
  /** Whether `1,5` is one number or two. */
  readonly comma?: 'decimal' | 'separator';
  /** What the first line of a table is. */
  readonly head?: 'header' | 'row';
}

const possible = {
  order: ['columns', 'rows'],
  division: ['true', 'truncated'],
  comma: ['decimal', 'separator'],
  head: ['header', 'row'],
} as const satisfies { readonly [K in keyof ReadingChoice]-?: readonly ReadingChoice[K][] };

/** Everything that can be chosen of one thing. */
export function choicesOf(question: keyof ReadingChoice): readonly ReadingChoice[] {
  return possible[question].map((answer) => ({ [question]: answer }));
}

/** What a person can be asked so that a text becomes clear; undefined where it is, or where that was asked before. */
export function openQuestion(
  problem: LiteralProblem | undefined,
  choice: ReadingChoice | undefined,
): keyof ReadingChoice | undefined {
  const asked = problem?.details.choice;
  if (problem?.problem !== 'ambiguous' || typeof asked !== 'string' || !isQuestion(asked)) return undefined;
  return choice?.[asked] === undefined ? asked : undefined;
}

function isQuestion(key: string): key is keyof ReadingChoice {
  return Object.hasOwn(possible, key);
}

/** The traits of a VS Code language id, with what was chosen in place of its own. */
export function chosenLanguage(languageId: string | undefined, choice: ReadingChoice | undefined): Language {
  const language = languageOf(languageId);
  return choice === undefined ? language : { ...language, ...choice, choice };
}

/** What else could be chosen of a literal with these notes: the key of each choice that makes a difference. */
export function openChoices(notes: readonly ReadingNote[]): readonly (keyof ReadingChoice)[] {
  const has = (one: ReadingNote['note'], other: ReadingNote['note']) =>
    notes.some(({ note }) => note === one || note === other);
  return [
    ...(has('columns-first', 'rows-first') ? (['order'] as const) : []),
    ...(has('integer-division', 'true-division') ? (['division'] as const) : []),
  ];
}

/** A choice out of stored JSON; undefined where it is none. */
export function readChoice(value: unknown): ReadingChoice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = Object.entries(value).filter(
    ([key, answer]) => isQuestion(key) && (possible[key] as readonly unknown[]).includes(answer),
  );
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}
