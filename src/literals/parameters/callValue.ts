import { isMinus } from '../text/characters';
import { type Tokens, tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { CallValue } from './convolutionCall';

const other: CallValue = { kind: 'other' };

/** Longer lists are no parameters. */
const mostNumbers = 16;

/** What the tokens from `from` up to `to` are worth as an argument. */
export function callValue(tokens: Tokens, from: number, to: number): CallValue {
  const kind = tokens.kinds[from];
  if (from >= to) return other;
  if (to - from === 1 && kind === tokenKinds.string) return { kind: 'word', word: unquoted(tokenText(tokens, from)) };
  const path = pathEnd(tokens, from, to);
  if (path === to) return { kind: 'word', word: tokenText(tokens, to - 1) };
  // OpenCV's Point(-1, -1) is a list as well.
  return path > from ? listValue(tokens, path, to) : listValue(tokens, from, to);
}

/** The token behind a dotted path that begins at `from`; `from` itself where there is none. */
export function pathEnd(tokens: Tokens, from: number, to: number): number {
  if (from >= to || tokens.kinds[from] !== tokenKinds.name) return from;
  let at = from + 1;
  while (at + 1 < to && joins(tokens, at) && tokens.kinds[at + 1] === tokenKinds.name) at += 2;
  return at;
}

/** Whether a token joins the names of a path: `.` or `::`. */
export function joins(tokens: Tokens, token: number): boolean {
  return tokens.kinds[token] === tokenKinds.dot || tokenText(tokens, token) === '::';
}

/** A number, or numbers in brackets, from the inside of which nothing else comes. */
function listValue(tokens: Tokens, from: number, to: number): CallValue {
  const numbers: number[] = [];
  let sign = 1;
  for (let at = from; at < to; at++) {
    const kind = tokens.kinds[at];
    if (kind === tokenKinds.integer || kind === tokenKinds.decimal) {
      if (numbers.length === mostNumbers) return other;
      numbers.push(sign * tokens.values[at]!);
      sign = 1;
    } else if (kind === tokenKinds.operator && at + 1 < to && isSign(tokens, at)) {
      if (startsItem(tokens, at, from)) sign = isMinus(tokenCode(tokens, at)) ? -1 : 1;
      else return other;
    } else if (!isFraming(kind)) return other;
  }
  const isList = tokens.kinds[from] === tokenKinds.open;
  return numbers.length === 1 || (isList && numbers.length > 0) ? { kind: 'numbers', numbers } : other;
}

function isSign(tokens: Tokens, at: number): boolean {
  const text = tokenText(tokens, at);
  return text === '+' || isMinus(text.charCodeAt(0));
}

function startsItem(tokens: Tokens, at: number, from: number): boolean {
  const before = tokens.kinds[at - 1];
  return at === from || before === tokenKinds.open || before === tokenKinds.comma;
}

function isFraming(kind: number | undefined): boolean {
  return (
    kind === tokenKinds.open || kind === tokenKinds.close || kind === tokenKinds.comma || kind === tokenKinds.newline
  );
}

function unquoted(text: string): string {
  const open = text.search(/['"`]/);
  const quote = text.charAt(open);
  const end = text.lastIndexOf(quote);
  return open < 0 || end <= open ? text : text.slice(open + 1, end);
}
