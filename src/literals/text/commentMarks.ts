import type { Language } from '../languages';
import { lineEndAt, skipBlanks } from './characters';

/**
 * A text whose every line is a comment, with blanks in place of the marks so that all offsets stay; undefined when a
 * line is none.
 */
export function withoutCommentMarks(text: string, { commentPrefixes }: Language): string | undefined {
  const parts: string[] = [];
  let last = 0;
  let marked = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = lineEndAt(text, start);
    const at = skipBlanks(text, start);
    if (at >= end) continue;
    const mark = commentPrefixes.find((prefix) => text.startsWith(prefix, at));
    if (mark === undefined) return undefined;
    parts.push(text.slice(last, at), ' '.repeat(mark.length));
    last = at + mark.length;
    marked++;
  }
  if (marked === 0) return undefined;
  const tail = text.slice(last);
  const open = tail.lastIndexOf('*/');
  parts.push(open < 0 ? tail : `${tail.slice(0, open)}  ${tail.slice(open + 2)}`);
  return parts.join('');
}
