import { isBlank } from '../text/characters';
import { type TextLine, textLines } from '../text/textLines';

const bars = /[|\u00a6\u2502\u2503\u2506\u250a\u2551\u239b-\u23ae\u23a1-\u23a6]/;
const allBars = /[|\u00a6\u2502\u2503\u2506\u250a\u2551\u239b-\u23ae\u23a1-\u23a6]/g;
/** Two bars with nothing but blanks between them: a cell without a number. */
const emptyCell = /[|\u2502\u2503\u2551][ \t]+[|\u2502\u2503\u2551]/;
/** The line below the names of a Markdown table, which is read as such or not at all. */
const dashes = /^[\s|:-]*$/;
const longestLine = 4000;

/**
 * A text with blanks in place of the lines drawn around and between its numbers: bars, boxes, brackets of several lines,
 * as long as the text; undefined where nothing is drawn, or a cell is empty. A line that is only drawn joins the next one.
 */
export function withoutBorders(text: string): string | undefined {
  const lines = textLines(text);
  const parts: string[] = [];
  let last = 0;
  let drawn = 0;
  for (const { start, end } of lines) {
    if (end - start > longestLine) return undefined;
    const line = text.slice(start, end);
    const isRule = isDrawn(line);
    if (line.includes('|') && dashes.test(line)) return undefined;
    const plain = isRule ? blanked(line) : withoutBars(line);
    if (plain === undefined) return undefined;
    if (plain !== line) drawn++;
    const feeds = !isRule ? 0 : text[end] === '\n' ? 1 : text.startsWith('\r\n', end) ? 2 : 0;
    parts.push(text.slice(last, start), plain, ' '.repeat(feeds));
    last = end + feeds;
  }
  parts.push(text.slice(last));
  return drawn > 1 ? withoutSlashes(parts.join('')) : withoutSlashes(text, true);
}

function blanked(line: string): string {
  return ' '.repeat(line.length);
}

/** Whether a line holds nothing but drawing: `+---+---+`, `├───┤`, `⎢   ⎥`, `===  ===`; a Markdown table's dashes are none. */
function isDrawn(line: string): boolean {
  let drawing = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isBlank(code) || code === 45 || code === 124) continue;
    if (code !== 43 && code !== 61 && !(code >= 0x2500 && code <= 0x257f) && !(code >= 0x239b && code <= 0x23ae))
      return false;
    drawing = true;
  }
  return drawing && (!line.includes('=') || /^[\s=+|]*$/.test(line)) && line.trim().length > 1;
}

function withoutBars(line: string): string | undefined {
  if (!bars.test(line)) return line;
  return emptyCell.test(line) ? undefined : line.replace(allBars, ' ');
}

/** Blanks in place of `/ 1 2 \` above `\ 3 4 /`, a round bracket of several lines; `isAll` where nothing else was drawn. */
function withoutSlashes(text: string, isAll = false): string | undefined {
  const unchanged = isAll ? undefined : text;
  if (!text.includes('\\')) return unchanged;
  const lines = textLines(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const [first, final] = [lines[0], lines.at(-1)];
  if (!first || !final || first === final) return unchanged;
  if (!isBetween(text, first, '/', '\\') || !isBetween(text, final, '\\', '/')) return unchanged;
  const chars = [...lines.values()].flatMap((line) => (line === first || line === final ? edges(text, line) : []));
  return chars.reduce((plain, at) => `${plain.slice(0, at)} ${plain.slice(at + 1)}`, text);
}

function edges(text: string, { start, end }: TextLine): readonly number[] {
  const line = text.slice(start, end);
  return [start + line.length - line.trimStart().length, start + line.trimEnd().length - 1];
}

function isBetween(text: string, { start, end }: TextLine, open: string, close: string): boolean {
  const line = text.slice(start, end).trim();
  return line.length > 2 && line.startsWith(open) && line.endsWith(close);
}
