import type { TextRange } from '../literals/literal';
import type { Reading } from '../literals/readMatrices';
import type { ReadingChoice } from '../literals/report/readingChoice';
import { type Followed, followedIn, linesAround } from '../session/follow';
import type { TextReader } from './textReader';

/** A literal that was in a text: where it has to be now, its name, and how it was chosen to be read. */
export interface SoughtLiteral {
  readonly range: TextRange;
  readonly name: string | undefined;
  readonly choice?: ReadingChoice | undefined;
}

interface FoundText {
  readonly text: string;
  readonly languageId: string;
}

/**
 * Looks for literals of a text again: each in the lines around its range and, where these alone are none, as lines from
 * the middle of a call are, in the whole text. Nothing is read twice; rejects with a `JobError`.
 */
export function literalFinder(
  { text, languageId }: FoundText,
  reader: Pick<TextReader, 'read'>,
): (sought: SoughtLiteral) => Promise<Followed> {
  const readings = new Map<string, Promise<Reading>>();
  const once = (key: string, read: () => Promise<Reading>): Promise<Reading> => {
    const reading = readings.get(key) ?? read();
    readings.set(key, reading);
    return reading;
  };
  return async ({ range, name, choice }) => {
    const { start, end } = linesAround(text, range);
    const chosen = JSON.stringify(choice);
    const lines = await once(`${start} ${end} ${chosen}`, () =>
      reader.read({ kind: 'matrices', text: text.slice(start, end), languageId, choice }),
    );
    const followed = followedIn(lines, start, range, name);
    if ('literal' in followed || range.start === range.end) return followed;
    const whole = await once(`${chosen}`, async () => {
      return { literals: await reader.read({ kind: 'literals', text, languageId, choice }), problems: [] };
    });
    // A shorter one may be a row of what cannot be read as a whole.
    const literals = whole.literals.filter((one) => one.range.start <= range.start && one.range.end >= range.end);
    const inWhole = followedIn({ literals, problems: [] }, 0, range, name);
    return 'literal' in inWhole ? inWhole : followed;
  };
}
