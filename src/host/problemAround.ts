import type * as vscode from 'vscode';
import type { LiteralProblem, TextRange } from '../literals/literal';
import { readingLanguage } from './readingLanguage';
import type { TextReader } from './textReader';

/** A broken literal hardly has more lines without a blank one between. */
const mostCharacters = 50_000;

/** Why the literal that the caret seems to be in, among the lines up to the next blank ones, is none. */
export async function problemAround(
  document: vscode.TextDocument,
  offset: number,
  reader: TextReader,
): Promise<{ readonly found: LiteralProblem; readonly range: TextRange } | undefined> {
  const text = document.getText();
  const range = paragraphAround(text, offset);
  if (range.end - range.start > mostCharacters) return undefined;
  const request = { kind: 'matrices', text: text.slice(range.start, range.end), languageId: readingLanguage(document) };
  const { literals, problems } = await reader.readForPerson({ ...request, kind: 'matrices' });
  const isInLiteral = literals.some(
    (literal) => literal.range.start + range.start <= offset && offset <= literal.range.end + range.start,
  );
  // What a program computes is no literal that somebody has got wrong.
  const problem = problems.find((one) => one.problem !== 'no-matrix' && one.problem !== 'unsupported');
  if (!problem || isInLiteral) return undefined;
  const { start, end } = problem.range;
  return { found: { ...problem, range: { start: start + range.start, end: end + range.start } }, range };
}

function paragraphAround(text: string, offset: number): TextRange {
  const lineStart = (at: number) => text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = (at: number) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
  const isBlank = (start: number) => text.slice(start, lineEnd(start)).trim() === '';
  let start = lineStart(offset);
  while (start > 0 && offset - start < mostCharacters && !isBlank(lineStart(start - 1))) start = lineStart(start - 1);
  let end = lineEnd(offset);
  while (end < text.length && end - offset < mostCharacters && !isBlank(end + 1)) end = lineEnd(end + 1);
  return { start, end };
}
