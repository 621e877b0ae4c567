import { languageOf } from '../languages';
import type { TextRange } from '../literal';
import { longestText } from '../longestText';
import { isDigit, isNamePart } from '../text/characters';
import { scan } from '../text/scanner';
import { tokenKinds } from '../text/tokens';
import { isMember } from './program';

/** An identifier and where it stands. */
export interface NamedPlace {
  readonly name: string;
  readonly range: TextRange;
}

const longestName = 200;

/** The identifier at an offset, or ending there; undefined in a comment, a string, a number or between words. */
export function nameAt(text: string, languageId: string, offset: number): NamedPlace | undefined {
  let start = offset;
  while (start > 0 && offset - start < longestName && isNamePart(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end - offset < longestName && isNamePart(text.charCodeAt(end))) end++;
  if (start === end || isDigit(text.charCodeAt(start)) || text.length > longestText) return undefined;
  return isCode(text, languageId, start, end) ? { name: text.slice(start, end), range: { start, end } } : undefined;
}

function isCode(text: string, languageId: string, start: number, end: number): boolean {
  const tokens = scan(text, languageOf(languageId));
  const { kinds, starts, ends, count } = tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  return kinds[low] === tokenKinds.name && starts[low] === start && ends[low] === end && !isMember(tokens, low);
}
