import { languageOf } from '../languages';
import { withoutBorders } from '../rows/borders';
import { withoutRowNames } from '../rows/rowNames';
import { withoutAnyMark, withoutCommentMarks } from './commentMarks';
import { notebookText } from './notebook';

/** A text as long as another, with blanks in place of what stands around its matrices, and the language to read it in. */
export interface TextView {
  readonly text: string;
  readonly languageId: string | undefined;
  /** Whether the marks of comments were taken away. */
  readonly isUncommented: boolean;
}

/** Longer texts were not drawn or put into comments by hand. */
const longestDrawn = 200_000;

/** The strings of a notebook's JSON, as its cells and as what they printed; none for any other text. */
export function notebookViews(text: string, languageId: string | undefined): readonly TextView[] {
  const isJson = languageId === undefined || /^(?:json[c5l]?|plaintext|ipynb)$/.test(languageId);
  const inside = isJson ? notebookText(text) : undefined;
  if (inside === undefined) return [];
  return ['python', 'plaintext'].map((id) => ({ text: inside, languageId: id, isUncommented: false }));
}

/** A text that is a comment, read in its own language. */
export function codeViews(text: string, languageId: string | undefined): readonly TextView[] {
  const uncommented = withoutCommentMarks(text, languageOf(languageId));
  return uncommented === undefined ? [] : [{ text: uncommented, languageId, isUncommented: true }];
}

/** A text that is drawn with characters: in a comment, between bars or in boxes, with its name before a row. */
export function drawnViews(text: string, languageId: string | undefined): readonly TextView[] {
  if (text.length > longestDrawn) return [];
  const language = languageOf(languageId);
  const uncommented = withoutCommentMarks(text, language) ?? withoutAnyMark(text);
  const isUncommented = uncommented !== undefined;
  if (!isUncommented && !language.isText) return [];
  const plain = uncommented ?? text;
  const unbordered = withoutBorders(plain);
  const views = [isUncommented ? plain : undefined, unbordered, withoutRowNames(unbordered ?? plain)];
  return views.flatMap((view) => (view === undefined ? [] : [{ text: view, languageId: 'plaintext', isUncommented }]));
}
