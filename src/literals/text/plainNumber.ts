import type { ByteWindow } from './byteWindow';
import { exactDigits, powersOfTen } from './powersOfTen';

const point = 46;

/** What `readPlain` found beside the value. */
export interface PlainScan {
  /** No number so far had a point or an exponent. */
  whole: boolean;
}

/**
 * Reads the decimal number at a window's place, with a minus right before it, and moves the place behind it; NaN for
 * anything else, also for what some languages read otherwise, such as `017`.
 */
export function readPlain(window: ByteWindow, scan: PlainScan): number {
  const { bytes } = window;
  const isNegative = bytes[window.at] === 45;
  const first = isNegative ? window.at + 1 : window.at;
  let at = first;
  let value = 0;
  let code = bytes[at]!;
  while (code >= 48 && code <= 57) {
    value = (Math.imul(value, 10) + code - 48) | 0;
    code = bytes[++at]!;
  }
  let digits = at - first;
  if (digits > 1 && bytes[first] === 48) return Number.NaN;
  let decimals = 0;
  if (code === point) {
    scan.whole = false;
    code = bytes[++at]!;
    const from = at;
    while (code >= 48 && code <= 57) {
      value = (Math.imul(value, 10) + code - 48) | 0;
      code = bytes[++at]!;
    }
    decimals = at - from;
    digits += decimals;
  }
  if (digits === 0) return Number.NaN;
  window.at = at;
  // Nine digits fit 32 bits.
  const isShort = digits < 10 && (code | 32) !== 101;
  const size = isShort ? value / powersOfTen[decimals]! : longValue(window, scan, first, decimals);
  return isNegative ? -size : size;
}

/** The value of many digits, or of digits with an exponent, which is read too. */
function longValue(window: ByteWindow, scan: PlainScan, first: number, decimals: number): number {
  const { bytes, text, base } = window;
  const end = window.at;
  let exponent = -decimals;
  if ((bytes[end]! | 32) === 101) {
    scan.whole = false;
    exponent += readExponent(window);
  }
  let value = 0;
  let digits = 0;
  for (let at = first; at < end; at++) {
    if (bytes[at] === point) continue;
    value = value * 10 + bytes[at]! - 48;
    if (value > 0) digits++;
  }
  if (digits > exactDigits || Math.abs(exponent) > 22) return Number(text.slice(base + first, base + window.at));
  return exponent < 0 ? value / powersOfTen[-exponent]! : value * powersOfTen[exponent]!;
}

/** Reads `e-05`; the place stays where it is when no digits follow. */
function readExponent(window: ByteWindow): number {
  const { bytes } = window;
  let at = window.at + 1;
  const sign = bytes[at];
  if (sign === 45 || sign === 43) at++;
  const first = at;
  let exponent = 0;
  for (; bytes[at]! >= 48 && bytes[at]! <= 57; at++) exponent = Math.min(9999, exponent * 10 + bytes[at]! - 48);
  if (at > first) window.at = at;
  return sign === 45 ? -exponent : exponent;
}
