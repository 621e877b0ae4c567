import { skipBlanks } from './characters';
import { type TextLine, textLines } from './textLines';

/** Keys whose string is a cell's text or what it printed. */
const textKeys = new Set(['source', 'text', 'text/plain']);

/**
 * What stands in the strings of a notebook's JSON, line by line, with blanks in place of everything else, as long as the
 * text: the lines of a cell, or of its output, in an `.ipynb` file opened as text. Undefined where the text is no such JSON.
 */
export function notebookText(text: string): string | undefined {
  if (!text.includes('\\n')) return undefined;
  const parts: string[] = [];
  let strings = 0;
  let last = 0;
  for (const line of textLines(text)) {
    const inside = stringOf(text, line);
    if (inside) strings++;
    const plain = inside ? shown(text, line, inside) : ' '.repeat(line.end - line.start);
    parts.push(text.slice(last, line.start), plain);
    last = line.end;
  }
  parts.push(text.slice(last));
  return strings > 0 ? parts.join('') : undefined;
}

/** The inside of the string that is all of a line but its comma, or the value of a key that holds text. */
function stringOf(text: string, { start, end }: TextLine): TextLine | undefined {
  const open = skipBlanks(text, start);
  if (open >= end || text[open] !== '"') return undefined;
  const close = closingQuote(text, open, end);
  if (close < 0) return undefined;
  const next = skipBlanks(text, close + 1);
  if (next >= end || text[next] === ',')
    return next >= end || skipBlanks(text, next + 1) >= end ? { start: open + 1, end: close } : undefined;
  if (text[next] !== ':' || !textKeys.has(text.slice(open + 1, close))) return undefined;
  return stringOf(text, { start: next + 1, end });
}

function closingQuote(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { n: ' \n', t: ' \t', '"': ' "', '\\': ' \\', '/': ' /', r: '  ' };

function shown(text: string, line: TextLine, inside: TextLine): string {
  const body = text.slice(inside.start, inside.end).replace(/\\(u[\da-fA-F]{4}|.)/g, (found, code: string) => {
    if (code.length === 5) return ' '.repeat(5) + String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return escapes[code] ?? found;
  });
  return ' '.repeat(inside.start - line.start) + body + ' '.repeat(line.end - inside.end);
}
