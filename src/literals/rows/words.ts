import { isBlank } from '../text/characters';
import type { TextLine } from '../text/textLines';

/** The stretches of a line between its blanks. */
export function wordsOf(text: string, { start, end }: TextLine): readonly TextLine[] {
  const words: TextLine[] = [];
  for (let at = start; at < end; ) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    const from = at;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
    if (at > from) words.push({ start: from, end: at });
  }
  return words;
}
