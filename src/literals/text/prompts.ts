import { isBlank, isDigit, skipBlanks } from './characters';

/** The end of an interpreter's prompt, or of the mark of a quoted mail, that begins at `lineStart`; `lineStart` without one. */
export function promptEnd(text: string, lineStart: number, hasPrompts: boolean): number {
  const at = skipBlanks(text, lineStart);
  const code = text.charCodeAt(at);
  if (code === 62) return arrowsEnd(text, at, lineStart);
  if (code === 73 && text.startsWith('In [', at)) return numberedEnd(text, at + 4, ']:', lineStart);
  if (code === 79 && text.startsWith('Out[', at)) return numberedEnd(text, at + 4, ']:', lineStart);
  if (code === 106 && text.startsWith('julia> ', at)) return at + 7;
  if (code === 111 && text.startsWith('octave:', at)) return numberedEnd(text, at + 7, '> ', lineStart);
  // The next line of an input; a truncated print has its dots indented.
  const goesOn = hasPrompts && at === lineStart && text.startsWith('...', at);
  return goesOn && (isBlank(text.charCodeAt(at + 3)) || text[at + 3] === '\n') ? at + 3 : lineStart;
}

function arrowsEnd(text: string, from: number, lineStart: number): number {
  let at = from;
  while (at < from + 3 && text.charCodeAt(at) === 62) at++;
  return isBlank(text.charCodeAt(at)) ? at : lineStart;
}

function numberedEnd(text: string, from: number, close: string, lineStart: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at > from && text.startsWith(close, at) ? at + close.length : lineStart;
}
