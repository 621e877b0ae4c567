import { type Language, languageOf } from '../languages';
import type { ReadingNote } from './readingNote';

/** What a person has settled about a text that can be read in more than one way; what it leaves open is read as usual. */
export interface ReadingChoice {
  readonly order?: Language['order'];
  readonly division?: 'true' | 'truncated';
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
  const { order, division } = value as Record<string, unknown>;
  const choice = {
    ...(order === 'rows' || order === 'columns' ? ({ order } as const) : {}),
    ...(division === 'true' || division === 'truncated' ? ({ division } as const) : {}),
  };
  return Object.keys(choice).length > 0 ? choice : undefined;
}
