import type { Finding } from './expression/machine';
import { languageOf } from './languages';
import type { LiteralProblem, MatrixLiteral } from './literal';
import { longestText, mostNumbers } from './longestText';
import { problemAt } from './problem';
import { readers, rowReaders } from './readers';
import { sourceOf } from './reading';
import { chosenLanguage, type ReadingChoice } from './report/readingChoice';
import { noteAt } from './report/readingNote';
import { plainCharacters } from './text/plainCharacters';
import { codeViews, drawnViews, notebookViews, type TextView } from './text/views';
import { hasMoreNumbers } from './typedNumbers';

/** What a text was read as: its matrices in the order of the text, and what could not be read. */
export interface Reading {
  readonly literals: readonly MatrixLiteral[];
  /** Without a literal, the first is the most telling one. */
  readonly problems: readonly LiteralProblem[];
}

/**
 * Reads every matrix of a text, such as a selection, in the way that was chosen where there are several; offsets are
 * UTF-16 code units of `text`. More than `most` numbers are `too-large`, where they are written before there is room
 * made for them. Never throws.
 */
export function readMatrices(text: string, languageId?: string, choice?: ReadingChoice, most = mostNumbers): Reading {
  if (text.length > longestText) return refused(problemAt('too-large', 0, text.length, { found: text.length }));
  if (hasMoreNumbers(text, most)) return refused(problemAt('too-large', 0, text.length, { most }));
  return withoutLarge(readWhole(text, languageId, choice), most);
}

function readWhole(text: string, languageId: string | undefined, choice: ReadingChoice | undefined): Reading {
  if (text.trim() === '') return refused(problemAt('empty', 0, text.length));
  const plain = plainCharacters(text);
  const reading = firstOf(notebookViews(plain, languageId), choice, true) ?? readPlain(plain, languageId, choice);
  return text.includes(escapeCode) ? withColours(reading, text) : reading;
}

const escapeCode = '\u001b';

/** Notes on the literals in which a terminal's colours were passed over. */
function withColours({ literals, problems }: Reading, text: string): Reading {
  const coloured = (literal: MatrixLiteral): MatrixLiteral => {
    const { start, end } = literal.range;
    const at = text.slice(start, end).indexOf(escapeCode);
    if (at < 0) return literal;
    return { ...literal, notes: [noteAt('colours', start + at, start + at + 1), ...(literal.notes ?? [])] };
  };
  return { literals: literals.map(coloured), problems };
}

function readPlain(text: string, languageId: string | undefined, choice: ReadingChoice | undefined): Reading {
  const found = readingOf(text, languageId, choice);
  if (found.literals.length > 0) return found;
  const views = codeViews(text, languageId);
  const inside = views[0] && readingOf(views[0].text, languageId, choice);
  if (inside && inside.literals.length > 0) return withoutMarks(inside, text, languageId);
  const refusal = inside && isNothing(found) ? inside : found;
  return (isNothing(refusal) && firstOf(drawnViews(text, languageId), choice, false)) || refusal;
}

/** The first of the views in which there is a matrix, and beside it nothing that cannot be read unless that is allowed. */
function firstOf(
  views: readonly TextView[],
  choice: ReadingChoice | undefined,
  allowsProblems: boolean,
): Reading | undefined {
  for (const { text, languageId, isUncommented } of views) {
    const reading = readingOf(text, languageId, choice);
    const isRead = reading.literals.length > 0 && (allowsProblems || reading.problems.length === 0);
    if (isRead) return isUncommented ? withoutMarks(reading, text, languageId) : reading;
  }
  return undefined;
}

/** What was read between the marks of comments, with a note on it. */
function withoutMarks({ literals, problems }: Reading, text: string, languageId: string | undefined): Reading {
  const line = text.trimStart();
  const found = languageOf(languageId).commentPrefixes.find((prefix) => line.startsWith(prefix)) ?? '';
  const note = noteAt('comment-marks', 0, text.length, { found });
  return { literals: literals.map((literal) => ({ ...literal, notes: [note, ...(literal.notes ?? [])] })), problems };
}

function refused(problem: LiteralProblem): Reading {
  return { literals: [], problems: [problem] };
}

function isNothing({ problems }: Reading): boolean {
  return problems[0] === undefined || problems[0].problem === 'no-matrix' || problems[0].problem === 'not-numeric';
}

function readingOf(text: string, languageId: string | undefined, choice: ReadingChoice | undefined): Reading {
  const source = sourceOf(text, languageId, chosenLanguage(languageId, choice));
  const isRows = languageId === 'csv' || languageId === 'tsv';
  let best: readonly Finding[] = [];
  for (const { read } of isRows ? rowReaders : readers) {
    const findings = read(source) ?? [];
    if (findings.some(({ literal, weak }) => literal && !weak) && !source.isTooLong()) return toReading(findings);
    if (rank(findings) > rank(best)) best = findings;
    if (rank(best) === 3) break;
  }
  if (source.isTooLong()) return refused(problemAt('too-large', 0, text.length, { found: text.length }));
  const reading = toReading(best);
  return reading.literals.length + reading.problems.length > 0
    ? reading
    : refused(problemAt('no-matrix', 0, text.length));
}

function rank(findings: readonly Finding[]): number {
  if (findings.some(({ problem, weak }) => problem && !weak)) return 3;
  if (findings.some(({ literal }) => literal)) return 2;
  return findings.length > 0 ? 1 : 0;
}

function withoutLarge({ literals, problems }: Reading, most: number): Reading {
  const large = literals.filter(({ data }) => data.length > most);
  if (large.length === 0) return { literals, problems };
  const refusals = large.map(({ range: { start, end } }) => problemAt('too-large', start, end, { most }));
  return { literals: literals.filter(({ data }) => data.length <= most), problems: [...refusals, ...problems] };
}

/** Strong findings silence weak ones. */
function toReading(findings: readonly Finding[]): Reading {
  const strong = findings.filter(({ weak }) => !weak);
  const literals: MatrixLiteral[] = [];
  const problems: LiteralProblem[] = [];
  for (const { literal, problem } of strong.length > 0 ? strong : findings) {
    if (problem) problems.push(problem);
    else if (literal) literals.push(literal);
  }
  return { literals, problems };
}
