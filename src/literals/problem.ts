import type { LiteralProblem, LiteralProblemCode } from './literal';

/** A problem with its place and what a message needs. */
export function problemAt(
  problem: LiteralProblemCode,
  start: number,
  end: number,
  details: LiteralProblem['details'] = {},
): LiteralProblem {
  return { problem, range: { start, end }, details };
}

/** The most characters of a text that a problem repeats. */
const longestQuote = 40;

/** A piece of text as a problem shows it: short, on one line. */
export function quoted(text: string, start: number, end: number): string {
  const piece = text.slice(start, Math.min(end, start + longestQuote + 1)).replaceAll(/\s/g, ' ');
  return piece.length > longestQuote ? `${piece.slice(0, longestQuote)}…` : piece;
}
