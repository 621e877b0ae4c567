import type { LiteralProblemCode } from '../literal';
import type { Cell } from './cell';

const unfinished = /^[-+\u2212]?(?:\d{0,40}\.?\d{0,40})(?:[eEdD][-+\u2212]?|0[xXbBoO])?$/;
const longest = 90;

/** Why a cell that is no number was not read; one that the end of the text has cut off is not closed, rather than no number. */
export function cellProblem(text: string, { kind, start, end }: Cell): LiteralProblemCode {
  if (kind === 'complex' || kind === 'truncated') return kind;
  if (kind === 'huge') return 'not-finite';
  const isCut = end > start && end - start < longest && text.length - end < longest && text.slice(end).trim() === '';
  return isCut && kind === 'words' && unfinished.test(text.slice(start, end)) ? 'unbalanced' : 'not-numeric';
}
