import type { TextRange } from '../literal';
import { type NoteCode, noteAt, type ReadingNote } from '../report/readingNote';
import type { Machine } from './machine';

/** A matrix of a million divisions needs no million notes: the oldest give way. */
const mostNotes = 128;

/** Notes that something at a place was settled, for the literal that it will be part of. */
export function addNote(
  { notes }: Machine,
  code: NoteCode,
  { start, end }: TextRange,
  details: ReadingNote['details'] = {},
): void {
  if (notes.length >= mostNotes) notes.splice(0, mostNotes / 2);
  notes.push(noteAt(code, start, end, details));
}

/** The notes on what lies in a range, in the order of the text, and on its comments; those that say the same come once. */
export function notesIn({ notes, tokens }: Machine, range: TextRange): readonly ReadingNote[] {
  const found = new Map<string, ReadingNote>();
  for (const note of [...commentsIn(tokens.comments, range), ...notes]) {
    const { start, end } = note.range!;
    if (start < range.start || end > range.end) continue;
    const key = `${note.note} ${Object.values(note.details).join(' ')}`;
    if (!found.has(key)) found.set(key, note);
  }
  return [...found.values()];
}

/** One note on the comments of a range, from their starts and ends in turn. */
function commentsIn(comments: readonly number[], { start, end }: TextRange): readonly ReadingNote[] {
  const first = commentFrom(comments, start);
  const count = commentFrom(comments, end) - first;
  return count > 0 ? [noteAt('comments', comments[2 * first]!, comments[2 * first + 1]!, { count })] : [];
}

/** The index of the first comment that begins at or after an offset. */
function commentFrom(comments: readonly number[], offset: number): number {
  let low = 0;
  let high = comments.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[2 * middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
