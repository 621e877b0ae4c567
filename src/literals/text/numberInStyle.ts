import { namedNumber } from './namedNumbers';
import { readNumber } from './number';

/** A number's characters, taken apart. */
interface Writing {
  readonly plus: boolean;
  readonly minus: string;
  readonly whole: string;
  /** The decimal sign, empty where there is none, and the digits behind it. */
  readonly point: string;
  readonly decimals: string;
  /** `e`, `E`, `d`, `*^`; empty where there is no exponent. */
  readonly mark: string;
  readonly exponentSign: string;
  readonly exponentDigits: number;
  readonly suffix: string;
}

/** Longer numbers are written by programs, and in no style that anybody would miss. */
const longestWritten = 100;

const pattern =
  /^([+\-\u2212]?)\s*(\d(?:[_']?\d)*)?(?:([.,])(\d(?:[_']?\d)*)?)?(?:([eEdD]|\*\^)([+\-\u2212]?)(\d+))?(_?[a-zA-Z][a-zA-Z0-9]*)?$/;
const wholeSuffix = /^(?:_?[uiI](?:8|16|32|64|128|size)|[uU]|[uU]?[lLnN]{1,2}|[lL]{1,2}[uU])$/;
const unsigned = /^_?[uU]|[uU]$/;

/**
 * `value` in the style in which `written` writes `was`: decimals, point, suffix, exponent, plus and divided thousands as far
 * as the value permits, else the shortest digits that read as the value. Undefined where the characters do not say `was`.
 */
export function numberInStyle(
  written: string,
  was: number,
  value: number,
  decimalSign: '.' | ',' = '.',
): string | undefined {
  const said = spokenValue(written);
  if (said === undefined || !Object.is(said, was)) return undefined;
  const radix = inRadix(written, value);
  if (radix !== undefined) return radix;
  const plain = plainText(value).replace('.', decimalSign);
  const writing = writingOf(written);
  if (writing === undefined) return plain;
  const styled = signed(writing, value, unsignedText(writing, value, decimalSign));
  return Object.is(spokenValue(styled), value) ? styled : plain;
}

/** What the characters of a number say by themselves. */
function spokenValue(written: string): number | undefined {
  return readNumber(written) ?? readNumber(written.replace(',', '.')) ?? namedNumber(written);
}

function writingOf(written: string): Writing | undefined {
  const parts = written.length <= longestWritten ? pattern.exec(written) : null;
  if (parts === null) return undefined;
  const [, sign = '', whole = '', point = '', decimals = '', mark = '', exponentSign = '', exponent = '', suffix = ''] =
    parts;
  return {
    plus: sign === '+',
    minus: sign === '\u2212' || exponentSign === '\u2212' ? '\u2212' : '-',
    whole,
    point,
    decimals,
    mark,
    exponentSign,
    exponentDigits: exponent.length,
    suffix,
  };
}

function signed({ plus, minus }: Writing, value: number, text: string): string {
  if (value < 0 || Object.is(value, -0)) return `${minus}${text}`;
  return plus ? `+${text}` : text;
}

function unsignedText(writing: Writing, value: number, decimalSign: string): string {
  const { suffix, mark } = writing;
  const size = Math.abs(value);
  const digits = mark === '' ? withDecimals(writing, size, decimalSign) : withExponent(writing, size, decimalSign);
  const isRefused = (wholeSuffix.test(suffix) && !Number.isInteger(value)) || (unsigned.test(suffix) && value < 0);
  return isRefused ? digits : `${digits}${suffix}`;
}

function withDecimals(writing: Writing, value: number, decimalSign: string): string {
  const shortest = String(value);
  if (shortest.includes('e')) return shortest;
  const { point, decimals, whole } = writing;
  const count = digitCount(decimals);
  const fixed = value.toFixed(count);
  const [units = '', behind = ''] = (Number(fixed) === value ? fixed : shortest).split('.');
  const shownUnits = whole === '' && units === '0' && behind !== '' ? '' : divided(whole, units);
  // `3.` says that a number is no whole one, and so does its point.
  return behind === '' ? `${shownUnits}${point}` : `${shownUnits}${point || decimalSign}${behind}`;
}

function withExponent(writing: Writing, value: number, decimalSign: string): string {
  const { point, decimals, mark, exponentSign, exponentDigits, minus } = writing;
  const fixed = value.toExponential(digitCount(decimals));
  const [mantissa = '', exponent = ''] = (Number(fixed) === value ? fixed : value.toExponential()).split('e');
  const [units = '', behind = ''] = mantissa.split('.');
  const sign = exponent.startsWith('-') ? minus : exponentSign === '+' || exponentDigits > 1 ? '+' : '';
  const shown = behind === '' ? `${units}${point}` : `${units}${point || decimalSign}${behind}`;
  return `${shown}${mark}${mark === '*^' && sign === '+' ? '' : sign}${exponent.slice(1).padStart(exponentDigits, '0')}`;
}

function digitCount(digits: string): number {
  return digits.replace(/[_']/g, '').length;
}

/** Thousands are divided as they were. */
function divided(written: string, units: string): string {
  const mark = written.includes('_') ? '_' : written.includes("'") ? "'" : undefined;
  if (mark === undefined) return units;
  const groups: string[] = [];
  for (let end = units.length; end > 0; end -= 3) groups.unshift(units.slice(Math.max(0, end - 3), end));
  return groups.join(mark);
}

/** A whole number in the base, case and width of one that is written with `0x`, `0b` or `0o`. */
function inRadix(written: string, value: number): string | undefined {
  const parts = /^0([xXbBoO])([0-9a-fA-F]+)$/.exec(written);
  if (parts === null || !Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) return undefined;
  const [, mark = 'x', digits = ''] = parts;
  const base = { x: 16, b: 2, o: 8 }[mark.toLowerCase()] ?? 16;
  const text = value.toString(base).padStart(digits.length, '0');
  return `0${mark}${/[A-F]/.test(digits) ? text.toUpperCase() : text}`;
}

function plainText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
