import { isDigit, isNamePart } from './characters';

/** Beyond Latin-1; on a text that is kept as Latin-1 the search ends at once. */
const wide = /[\u2010-\u2015\u2044\u2215\ufe63\uff01-\uff5e]/;
const escapeText = /\\(?:u001[bB]|x1[bB]|033|e)\[[\d;]{0,30}m/g;

/**
 * A text with plain characters in place of their look-alikes: full-width digits and brackets, dashes that stand as signs,
 * slashes of fractions, and blanks in place of a terminal's colours. As long as the text, so that all offsets stay.
 */
export function plainCharacters(text: string): string {
  let plain = text;
  if (wide.test(text)) plain = withoutLookAlikes(text);
  if (plain.includes('\u001b')) plain = withoutEscapes(plain);
  if (plain.includes('\\') && /\\(?:u001[bB]|x1[bB]|033|e)\[/.test(plain)) plain = plain.replace(escapeText, blanks);
  return plain;
}

function blanks(found: string): string {
  return ' '.repeat(found.length);
}

function withoutLookAlikes(text: string): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x2010) continue;
    const plain = plainOf(text, at, code);
    if (plain === undefined) continue;
    parts.push(text.slice(last, at), plain);
    last = at + 1;
  }
  parts.push(text.slice(last));
  return parts.join('');
}

function plainOf(text: string, at: number, code: number): string | undefined {
  if (code >= 0xff01 && code <= 0xff5e) {
    const narrow = code - 0xfee0;
    return narrow === 45 && !isSign(text, at) ? undefined : String.fromCharCode(narrow);
  }
  if (code === 0x2044 || code === 0x2215) return '/';
  const isDash = (code >= 0x2010 && code <= 0x2015) || code === 0xfe63;
  return isDash && isSign(text, at) ? '-' : undefined;
}

/** A dash right before a number and behind nothing that it could be taken from, as in `1–3`. */
function isSign(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const isBeforeNumber = isDigit(next) || (next >= 0xff10 && next <= 0xff19) || next === 46 || next === 0xff0e;
  const before = at === 0 ? 10 : text.charCodeAt(at - 1);
  return isBeforeNumber && !isNamePart(before) && before !== 41 && before !== 93 && before !== 46 && before < 0xff00;
}

/** Blanks in place of a terminal's escape sequences; one between two digits would cut a number in two and stays. */
function withoutEscapes(text: string): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = text.indexOf('\u001b'); at >= 0; at = text.indexOf('\u001b', last)) {
    const end = escapeEnd(text, at);
    const cuts = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(end));
    parts.push(text.slice(last, at), cuts ? text.slice(at, end) : ' '.repeat(end - at));
    last = end;
  }
  parts.push(text.slice(last));
  return parts.join('');
}

const longestEscape = 30;

function escapeEnd(text: string, start: number): number {
  let at = start + 1;
  if (text[at] === '[') at++;
  const to = Math.min(text.length, at + longestEscape);
  while (at < to && '0123456789;'.includes(text[at]!)) at++;
  return Math.min(text.length, at + 1);
}
