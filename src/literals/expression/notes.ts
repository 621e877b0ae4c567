import type { TextRange } from '../literal';
import { quoted } from '../problem';
import { type NoteCode, noteAt, type ReadingNote } from '../report/readingNote';
import type { Argument } from './frame';
import type { Machine } from './machine';
import { isScalar, type Numbers } from './value';

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

/** The notes on what lies in a range, in the order of the text, and on what was passed over in it; those that say the same come once. */
export function notesIn({ notes, tokens }: Machine, range: TextRange): readonly ReadingNote[] {
  const found = new Map<string, ReadingNote>();
  const left = (['comments', 'prompts'] as const).flatMap((code) => leftOut(code, tokens[code], range));
  for (const note of [...left, ...notes]) {
    const { start, end } = note.range!;
    if (start < range.start || end > range.end) continue;
    const key = `${note.note} ${Object.values(note.details).join(' ')}`;
    if (!found.has(key)) found.set(key, note);
  }
  return [...found.values()];
}

/** One note on all that was passed over in a range, from the starts and ends of such places in turn. */
function leftOut(code: NoteCode, places: readonly number[], { start, end }: TextRange): readonly ReadingNote[] {
  if (places.length === 0) return [];
  const first = placeFrom(places, start);
  const count = placeFrom(places, end) - first;
  return count > 0 ? [noteAt(code, places[2 * first]!, places[2 * first + 1]!, { count })] : [];
}

/** The index of the first place that begins at or after an offset. */
function placeFrom(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[2 * middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Notes what an operator did to a matrix: a factor, or something else that is computed. */
export function noteArithmetic(machine: Machine, sign: string, left: Numbers, right: Numbers): void {
  const { text, language } = machine;
  const place = { start: left.start, end: right.end };
  const scalar = isScalar(left) ? left : isScalar(right) ? right : undefined;
  const repeats = language.lists === 'sequences' && left.shape.length > 0 && left.holder !== 'array';
  const isFactor = sign === '*' || sign === '.*' || ((sign === '/' || sign === './') && scalar === right);
  if (!scalar || repeats || !isFactor)
    addNote(machine, 'computed', place, { found: quoted(text, place.start, place.end) });
  else {
    const factor = quoted(text, scalar.start, scalar.end);
    addNote(machine, 'factor', place, { found: sign.endsWith('/') ? `1/${factor}` : factor });
  }
}

/** Notes what a method or attribute made of a matrix, where it is more than a copy. */
export function noteMember(machine: Machine, name: string, of: Numbers, place: TextRange): void {
  const code = Object.hasOwn(memberNotes, name) ? memberNotes[name] : undefined;
  const from = Math.max(of.end, machine.text.lastIndexOf(`.${name}`, place.end));
  if (code) addNote(machine, code, place, { found: quoted(machine.text, from, place.end) });
}

const memberNotes: Readonly<Record<string, NoteCode>> = {
  T: 'transposed',
  mT: 'transposed',
  t: 'transposed',
  transpose: 'transposed',
  permute: 'transposed',
  reshape: 'reshaped',
  view: 'reshaped',
  flatten: 'reshaped',
  ravel: 'reshaped',
  squeeze: 'reshaped',
  unsqueeze: 'reshaped',
};

/** Notes the keywords of a call that leave the numbers at a place alone: types, devices and the like. */
export function noteKeywords(machine: Machine, args: readonly Argument[], place: TextRange): void {
  const named = args.flatMap(({ keyword, value }) =>
    keyword === undefined ? [] : [`${keyword}=${quoted(machine.text, value.start, value.end)}`],
  );
  if (named.length > 0) addNote(machine, 'keywords', place, { found: named.join(', ') });
}
