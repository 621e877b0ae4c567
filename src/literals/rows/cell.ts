import { isBlank, isMinus, skipBlanks } from '../text/characters';
import { numberFromText } from '../text/namedNumbers';
import { type NumberScan, scanNumber, startsNumber } from '../text/number';

/** What a cell of a table or matrix in a text holds. */
export interface Cell {
  readonly kind: 'number' | 'empty' | 'complex' | 'truncated' | 'huge' | 'words';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const style = { octal: false, dotOperators: false };
const scan: NumberScan = { end: 0, value: 0, kind: 'bad' };

/** Reads the cell between two offsets: a signed number or fraction, nothing, dots, or words. */
export function readCell(text: string, from: number, to: number): Cell {
  const start = Math.min(skipBlanks(text, from), to);
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start === end) return { kind: 'empty', value: 0, start: from, end: to };
  const code = text.charCodeAt(start);
  if (code === 0x2026 || code === 0x22ef || text.startsWith('...', start))
    return { kind: 'truncated', value: 0, start, end };
  const fraction = (end - start < 80 && fractionOf(text, start, end)) || undefined;
  return fraction ?? signedCell(text, start, end);
}

function signedCell(text: string, start: number, end: number): Cell {
  const negative = isMinus(text.charCodeAt(start));
  const at = negative || text.charCodeAt(start) === 43 ? skipBlanks(text, start + 1) : start;
  if (!startsNumber(text, at)) return namedCell(text, start, end);
  scanNumber(text, at, style, scan);
  if (scan.kind === 'complex') return { kind: 'complex', value: 0, start, end };
  if (scan.end !== end || scan.kind === 'bad') return { kind: 'words', value: 0, start, end };
  if (!Number.isFinite(scan.value)) return { kind: 'huge', value: 0, start, end };
  return { kind: 'number', value: negative ? -scan.value : scan.value, start, end };
}

function fractionOf(text: string, start: number, end: number): Cell | undefined {
  const slash = text.slice(start, end).indexOf('/');
  if (slash < 0) return undefined;
  const top = signedCell(text, start, trimmedEnd(text, start, start + slash));
  // Julia's fractions have two.
  const behind = start + slash + (text.startsWith('//', start + slash) ? 2 : 1);
  const bottom = signedCell(text, skipBlanks(text, behind), end);
  const isNumber = top.kind === 'number' && bottom.kind === 'number' && bottom.value !== 0;
  return { kind: isNumber ? 'number' : 'words', value: top.value / bottom.value, start, end };
}

function trimmedEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function namedCell(text: string, start: number, end: number): Cell {
  const value = end - start < 12 ? numberFromText(text.slice(start, end).replace('\u2212', '-')) : undefined;
  return { kind: value === undefined ? 'words' : 'number', value: value ?? 0, start, end };
}
