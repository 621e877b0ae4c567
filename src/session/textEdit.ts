import type { TextRange } from '../literals/literal';
import { isNamePart } from '../literals/text/characters';
import type { TextReplacement } from './cellEdit';
import { shiftRange, type TextChange } from './follow';

/** A replacement that was made in a text; its range moves with what is changed there. */
export interface TextEdit {
  readonly uri: string;
  readonly place: string;
  /** Where it stands, with `after` in it once it is made and `before` once it is taken back. */
  readonly range: TextRange;
  readonly before: string;
  readonly after: string;
}

/** Which way a replacement goes: made again, or taken back. */
export type Direction = 'again' | 'back';

/** The edit after changes in the text of its address. */
export function shiftEdit(edit: TextEdit, changes: readonly TextChange[]): TextEdit {
  return changes.length === 0 ? edit : { ...edit, range: changes.reduce<TextRange>(shiftRange, edit.range) };
}

/**
 * The replacement in `text` that makes an edit again or takes it back; undefined where its characters, or those that
 * touch them and would make another number of them, are no longer as the edit has left them.
 */
export function repeated(
  { range, before, after }: TextEdit,
  text: string,
  way: Direction,
): TextReplacement | undefined {
  const [there, next] = way === 'back' ? [after, before] : [before, after];
  const { start, end } = range;
  if (text.slice(start, end) !== there) return undefined;
  const isJoined = (at: number) => isNamePart(text.charCodeAt(at)) || text.charAt(at) === '.';
  const touches = (isJoined(start - 1) && isJoined(start)) || (isJoined(end - 1) && isJoined(end));
  return touches ? undefined : { start, end, text: next };
}
