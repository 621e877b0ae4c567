import type { Language } from '../languages';
import { lineEndAt, skipBlanks } from './characters';

/** Marks of comments and quotations in languages of which nothing is known, longest first. */
const anyMarks = ['#>', '///', '//!', '//', '--', '#', '%', '*', '>', ';', "'", '!'];

/**
 * A text whose every line is a comment, with blanks in place of the marks so that all offsets stay; undefined when a
 * line is none.
 */
export function withoutCommentMarks(text: string, { commentPrefixes }: Language): string | undefined {
  return withoutMarks(text, commentPrefixes);
}

/** A text whose every line begins with the same mark, whatever language it is of, with blanks in place of it. */
export function withoutAnyMark(text: string): string | undefined {
  const at = skipBlanks(text.trimStart(), 0);
  const mark = anyMarks.find((one) => text.trimStart().startsWith(one, at));
  return mark === undefined ? undefined : withoutMarks(text, [mark]);
}

function withoutMarks(text: string, marks: readonly string[]): string | undefined {
  const parts: string[] = [];
  let last = 0;
  let marked = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = lineEndAt(text, start);
    const at = skipBlanks(text, start);
    if (at >= end) continue;
    const mark = marks.find((prefix) => text.startsWith(prefix, at));
    if (mark === undefined) return undefined;
    const markEnd = endOf(text, at, mark);
    parts.push(text.slice(last, at), ' '.repeat(markEnd - at));
    last = markEnd;
    marked++;
  }
  if (marked === 0) return undefined;
  const tail = text.slice(last);
  const open = tail.lastIndexOf('*/');
  parts.push(open < 0 ? tail : `${tail.slice(0, open)}  ${tail.slice(open + 2)}`);
  return parts.join('');
}

/** `/**` opens a comment as `/*` does, and its last line has a slash behind the mark. */
function endOf(text: string, at: number, mark: string): number {
  let end = at + mark.length;
  if (mark === '/*') while (text[end] === '*') end++;
  if (mark === '*' && text[end] === '/') end++;
  return end;
}
