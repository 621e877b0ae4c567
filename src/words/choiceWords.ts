import type { ReadingChoice } from '../literals/report/readingChoice';
import type { Translate } from './translate';

/** What is asked where a text can be read in more than one way; `found` is the place in doubt. */
export function questionText(t: Translate, question: keyof ReadingChoice, found: string): string {
  return questions[question](t, found);
}

/** What a person calls a choice of one thing. */
export function choiceName(t: Translate, { order, division, comma, head }: ReadingChoice): string {
  if (order !== undefined) return order === 'rows' ? t('Rows first') : t('Columns first');
  if (division !== undefined)
    return division === 'true' ? t('Divisions with their fraction') : t('Divisions without fraction');
  if (comma !== undefined) return comma === 'decimal' ? t('Commas are decimal signs') : t('Commas divide numbers');
  return head === 'header' ? t('The first line is a header') : t('The first line is a row');
}

const questions: Readonly<Record<keyof ReadingChoice, (t: Translate, found: string) => string>> = {
  order: (t) => t('Which is filled first, rows or columns?'),
  division: (t, found) => t('What is {0} here?', found),
  comma: (t, found) => t('What is the comma in {0}?', found),
  head: (t, found) => t('What is the line {0}?', found),
};
