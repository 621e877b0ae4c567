import type { Language } from '../languages';
import { isNamePart } from './characters';

/**
 * The end of the string whose quote stands at `at`, or `at` where the quote opens none. `unclosed` remembers, for each
 * quote, up to where no end was found, so that many quotes without an end are searched once.
 */
export function stringEnd(text: string, at: number, language: Language, unclosed: Map<string, number>): number {
  const quote = text[at]!;
  const triple = quote.repeat(3);
  if (language.tripleQuotes && text.startsWith(triple, at)) {
    const end = text.indexOf(triple, at + 3);
    return end < 0 ? at : end + 3;
  }
  if (language.isText && at > 0 && isNamePart(text.charCodeAt(at - 1))) return at;
  if ((unclosed.get(quote) ?? 0) > at) return at;
  let i = at + 1;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote.charCodeAt(0)) return i + 1;
    if (code === 92) i++;
    else if (code === 10 && quote !== '`') break;
  }
  unclosed.set(quote, i);
  return at;
}
