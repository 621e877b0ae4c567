import { numberFromText } from '../text/namedNumbers';
import { readNumber } from '../text/number';

/** 10⁰ to 10²², all of them exact doubles: a whole number below 2⁵³ times or by one of them is rounded once. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const exactDigits = 15;

/** No cell with a number is longer. */
const longest = 400;

/** The number that the bytes of a cell write, without blanks around it; `point` is the code of the decimal sign. Undefined for anything else. */
export function byteNumber(bytes: Uint8Array, start: number, end: number, point: number): number | undefined {
  const negative = bytes[start] === 45;
  let at = negative || bytes[start] === 43 ? start + 1 : start;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  let isEmpty = true;
  for (; at < end; at++) {
    const code = bytes[at]!;
    if (code >= 48 && code <= 57) {
      isEmpty = false;
      value = value * 10 + code - 48;
      if (value > 0) digits++;
      if (decimals >= 0) decimals++;
    } else if (code === point && decimals < 0) decimals = 0;
    else break;
  }
  const isPlain = at === end && !isEmpty && digits <= exactDigits && decimals <= 22;
  if (!isPlain) return writtenNumber(bytes, start, end, point);
  const size = decimals > 0 ? value / powersOfTen[decimals]! : value;
  return negative ? -size : size;
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Of what is longer, has an exponent, or is a word such as `nan`. */
function writtenNumber(bytes: Uint8Array, start: number, end: number, point: number): number | undefined {
  if (end - start > longest) return undefined;
  const cell = bytes.subarray(start, end);
  const digits = withPoint(String.fromCharCode(...cell), point);
  if (decimal.test(digits)) {
    const value = Number(digits);
    return Number.isFinite(value) ? value : undefined;
  }
  const words = withPoint(new TextDecoder().decode(cell), point);
  return readNumber(words) ?? numberFromText(words);
}

function withPoint(text: string, point: number): string {
  return point === 46 ? text : text.replace(',', '.');
}
