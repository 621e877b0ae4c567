import { standingReader } from './expression/expressions';
import { latexReader } from './latex/latex';
import type { MatrixLiteral } from './literal';
import { literalAround } from './literalAround';
import { mostNumbers } from './longestText';
import { type LiteralReader, sourceOf } from './reading';
import { chosenLanguage, type ReadingChoice } from './report/readingChoice';
import { plainRowsReader } from './rows/plainRows';
import { rPrintReader } from './rows/rPrint';
import { tableReader } from './rows/table';
import { plainCharacters } from './text/plainCharacters';
import { isTooMuch } from './typedNumbers';

/** Languages whose rows of numbers without brackets are matrices. */
const rowLanguages = new Set(['csv', 'tsv', 'plaintext', 'code-runner-output', 'python-output']);

/** The literal around an offset, such as the caret or the pointer; undefined where there is no matrix of at least two numbers. */
export function literalAt(text: string, languageId: string, offset: number): MatrixLiteral | undefined {
  return literalAround(allLiterals(text, languageId), offset);
}

/**
 * All literals of a file, in the order of the text and in one pass, in the way that was chosen where there are several;
 * none where more than `most` numbers are written.
 */
export function allLiterals(
  text: string,
  languageId: string,
  choice?: ReadingChoice,
  most = mostNumbers,
): readonly MatrixLiteral[] {
  if (isTooMuch(text, most)) return [];
  const source = sourceOf(plainCharacters(text), languageId, chosenLanguage(languageId, choice));
  const found: MatrixLiteral[] = [];
  for (const { read } of readersOf(languageId)) {
    for (const { literal, weak } of read(source) ?? []) {
      if (literal && !weak && counts(literal, languageId, most) && !overlaps(found, literal)) found.push(literal);
    }
    if (source.isTooLong()) return [];
    if (found.length > 0 && rowLanguages.has(languageId)) break;
  }
  return found.sort((one, other) => one.range.start - other.range.start);
}

function readersOf(languageId: string): readonly LiteralReader[] {
  if (languageId === 'csv' || languageId === 'tsv') return [plainRowsReader];
  if (languageId === 'latex' || languageId === 'tex') return [latexReader];
  if (languageId === 'markdown') return [latexReader, tableReader, standingReader];
  if (rowLanguages.has(languageId)) return [latexReader, tableReader, rPrintReader, standingReader, plainRowsReader];
  return [standingReader];
}

/** In prose, a row in brackets may be a citation or an interval; rows without brackets need company. */
function counts({ data, shape, form, name }: MatrixLiteral, languageId: string, most: number): boolean {
  if (data.length < 2 || data.length > most) return false;
  if (form === 'plain' && languageId !== 'csv' && languageId !== 'tsv') return shape[0]! > 1;
  const isProse = languageId === 'markdown' || languageId === 'plaintext';
  return !isProse || shape.length > 1 || name !== undefined;
}

function overlaps(found: readonly MatrixLiteral[], { range }: MatrixLiteral): boolean {
  const last = found.at(-1);
  return last !== undefined && range.start < last.range.end && last.range.start < range.end;
}
