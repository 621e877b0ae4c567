import { isDigit, isMinus, isNamePart, skipBlanks } from './characters';
import { exactDigits, powersOfTen } from './powersOfTen';
import { vulgarFraction } from './vulgarFractions';

/** How a number token may be written: whole, with a point or exponent, complex, or not a number at all. */
export type NumberKind = 'integer' | 'decimal' | 'complex' | 'bad';

/** What `scanNumber` found. */
export interface NumberScan {
  end: number;
  value: number;
  kind: NumberKind;
}

/** Where languages differ in writing numbers. */
export interface NumberStyle {
  /** `017` is fifteen. */
  readonly octal: boolean;
  /** A point before an operator belongs to the operator: `1./x`. */
  readonly dotOperators: boolean;
}

const plainStyle: NumberStyle = { octal: false, dotOperators: false };
const suffix =
  /^(?:[uiIf](?:8|16|32|64|128|size)|_[uif](?:8|16|32|64|128|size)|[fFdDmMlLnN]|[uU][lL]{0,2}|[lL]{1,2}[uU]?)$/;
const floatSuffix = /^_?[fFdDmM]/;
const complexSuffix = /^(?:[iIjJ]|im)$/;

/** The number that a whole text writes: sign, decimal, hex or exponent form, or a fraction `1/9`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const top = signedNumber(text, skipBlanks(text, 0));
  if (!top) return undefined;
  let at = skipBlanks(text, top.end);
  if (at === text.length) return top.value;
  if (text[at] !== '/') return undefined;
  const bottom = signedNumber(text, skipBlanks(text, at + 1));
  if (!bottom) return undefined;
  at = skipBlanks(text, bottom.end);
  const value = top.value / bottom.value;
  return at === text.length && Number.isFinite(value) ? value : undefined;
}

function signedNumber(text: string, from: number): { value: number; end: number } | undefined {
  const sign = text.charCodeAt(from);
  const negative = isMinus(sign);
  const start = negative || sign === 43 ? skipBlanks(text, from + 1) : from;
  if (!startsNumber(text, start)) return undefined;
  const scan: NumberScan = { end: start, value: 0, kind: 'bad' };
  scanNumber(text, start, plainStyle, scan);
  if ((scan.kind !== 'integer' && scan.kind !== 'decimal') || !Number.isFinite(scan.value)) return undefined;
  return { value: negative ? -scan.value : scan.value, end: scan.end };
}

/** Whether a number, without its sign, begins at a place. */
export function startsNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1))) || vulgarFraction(code) !== undefined;
}

/** Reads the number token that begins at `start` into `scan`; what is glued to it makes it bad as a whole. */
export function scanNumber(text: string, start: number, style: NumberStyle, scan: NumberScan): void {
  let at = start;
  let value = 0;
  while (isDigit(text.charCodeAt(at))) value = value * 10 + text.charCodeAt(at++) - 48;
  const next = text.charCodeAt(at);
  // Most numbers are short and whole; up to 15 digits the running value is exact.
  if (at - start <= 15 && endsWholeNumber(next) && (at - start === 1 || text.charCodeAt(start) !== 48)) {
    scan.end = at;
    scan.value = value;
    scan.kind = 'integer';
    return;
  }
  if (next === 46 && scanPoint(text, start, at, value, scan)) return;
  if (text.charCodeAt(start) === 48 && at === start + 1 && isRadixMark(next)) scanRadix(text, start, scan);
  else if (at === start && vulgarFraction(next) !== undefined) scanFraction(next, start, scan);
  else scanDecimal(text, start, style, scan);
  scanTail(text, start, scan);
}

/** Reads on behind a point; false where the number has more digits than are exact, or does not end with them. */
function scanPoint(text: string, start: number, point: number, whole: number, scan: NumberScan): boolean {
  let at = point + 1;
  let value = whole;
  while (isDigit(text.charCodeAt(at))) value = value * 10 + text.charCodeAt(at++) - 48;
  const decimals = at - point - 1;
  if (at - start - 1 > exactDigits || decimals === 0 || !endsWholeNumber(text.charCodeAt(at))) return false;
  scan.end = at;
  scan.value = value / powersOfTen[decimals]!;
  scan.kind = 'decimal';
  return true;
}

function endsWholeNumber(code: number): boolean {
  return code === 44 || code === 32 || code === 93 || code === 125 || code === 41 || code === 10 || code === 59;
}

function isRadixMark(code: number): boolean {
  const lower = code | 32;
  return lower === 120 || lower === 98 || lower === 111;
}

function scanFraction(code: number, start: number, scan: NumberScan): void {
  scan.end = start + 1;
  scan.value = vulgarFraction(code)!;
  scan.kind = 'decimal';
}

function scanRadix(text: string, start: number, scan: NumberScan): void {
  let end = start + 2;
  while (isNamePart(text.charCodeAt(end))) end++;
  const written = text.slice(start, end);
  const hex = (text.charCodeAt(start + 1) | 32) === 120;
  const typed = written.search(
    hex ? /_[ui](?:8|16|32|64|128|size)$|[uUlL]{1,3}$|n$/ : /_?[ui](?:8|16|32|64|128|size)$|[uUlL]{1,3}$|n$/,
  );
  const digits = typed < 0 ? written : written.slice(0, typed);
  const isClean = digits.length < 300 && !digits.includes('__') && !digits.endsWith('_');
  const value = isClean ? Number(digits.replaceAll('_', '').toLowerCase()) : Number.NaN;
  scan.end = end;
  scan.value = value;
  scan.kind = Number.isNaN(value) ? 'bad' : 'integer';
}

function scanDecimal(text: string, start: number, style: NumberStyle, scan: NumberScan): void {
  let at = digitsEnd(text, start);
  scan.kind = 'integer';
  if (text.charCodeAt(at) === 46 && !belongsToOperator(text, at, style)) {
    scan.kind = 'decimal';
    at = digitsEnd(text, at + 1);
  }
  const exponent = exponentEnd(text, at);
  if (exponent > at) scan.kind = 'decimal';
  scan.end = exponent;
  scan.value = writtenValue(text.slice(start, exponent));
  if (Number.isNaN(scan.value)) scan.kind = 'bad';
  if (scan.kind === 'integer' && style.octal && text.charCodeAt(start) === 48 && exponent > start + 1) {
    scan.value = Number(`0o${text.slice(start + 1, exponent).replaceAll('_', '')}`);
    if (Number.isNaN(scan.value)) scan.kind = 'bad';
  }
}

function belongsToOperator(text: string, dot: number, style: NumberStyle): boolean {
  const next = text[dot + 1];
  return next === '.' || (style.dotOperators && next !== undefined && "*/^\\'".includes(next));
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const divides = (code === 95 || code === 39) && at > from && isDigit(text.charCodeAt(at - 1));
    if (!isDigit(code) && !(divides && isDigit(text.charCodeAt(at + 1)))) return at;
    at++;
  }
}

function exponentEnd(text: string, at: number): number {
  const code = text.charCodeAt(at) | 32;
  const isWolfram = text.charCodeAt(at) === 42 && text.charCodeAt(at + 1) === 94;
  if (code !== 101 && code !== 100 && !isWolfram) return at;
  let from = at + (isWolfram ? 2 : 1);
  const sign = text.charCodeAt(from);
  if (sign === 43 || isMinus(sign)) from++;
  const end = digitsEnd(text, from);
  return end > from ? end : at;
}

function writtenValue(written: string): number {
  const direct = Number(written);
  if (!Number.isNaN(direct)) return direct;
  return Number(written.replace(/[_']/g, '').replace('\u2212', '-').replace('*^', 'e').replace(/[dD]/, 'e'));
}

function scanTail(text: string, start: number, scan: NumberScan): void {
  let end = scan.end;
  while (isTail(text.charCodeAt(end))) end++;
  const tail = text.slice(scan.end, Math.min(end, scan.end + 9));
  if (end > scan.end) {
    if (complexSuffix.test(tail)) scan.kind = 'complex';
    else if (!suffix.test(tail)) scan.kind = 'bad';
    else if (scan.kind !== 'bad' && floatSuffix.test(tail)) scan.kind = 'decimal';
    scan.end = end;
  }
  if (text.charCodeAt(scan.end) === 46 && isDigit(text.charCodeAt(scan.end + 1)) && text.charCodeAt(start) !== 46) {
    scan.kind = 'bad';
    while (isDigit(text.charCodeAt(scan.end)) || text.charCodeAt(scan.end) === 46) scan.end++;
  }
}

/** What makes a number glued to it bad: letters, digits and fractions, as in `1½`, and what joins unseen. */
function isTail(code: number): boolean {
  return isNamePart(code) || isGlue(code) || vulgarFraction(code) !== undefined;
}

/** Invisible characters inside a number: joined to it, so that `1​2` is neither twelve nor two numbers. */
function isGlue(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code === 0x2060;
}
