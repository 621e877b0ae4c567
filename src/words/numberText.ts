/** A number as a person reads it; `exact` is false where digits were left out. */
export interface NumberText {
  readonly text: string;
  readonly exact: boolean;
}

const minus = '−';

/** The shortest exact text of a number if it has at most `room` characters, else as many significant digits as fit. */
export function numberText(value: number, room = 14): NumberText {
  if (Number.isNaN(value)) return { text: 'NaN', exact: true };
  if (!Number.isFinite(value)) return { text: value < 0 ? `${minus}∞` : '∞', exact: true };
  if (Object.is(value, -0)) return { text: `${minus}0`, exact: true };
  const exact = withMinus(String(value));
  if (exact.length <= room) return { text: exact, exact: true };
  for (let digits = 15; digits >= 1; digits--) {
    const rounded = Number(value.toPrecision(digits));
    // Zeros in the place of digits that were left out would read as exact.
    const isCut = rounded !== value && Math.abs(rounded) >= 10 ** digits;
    const text = withMinus(isCut ? rounded.toExponential() : shorter(String(rounded), rounded.toExponential()));
    if (text.length <= room || digits === 1) return { text, exact: rounded === value };
  }
  return { text: exact, exact: true };
}

/** The text alone. */
export function shortNumber(value: number, room?: number): string {
  return numberText(value, room).text;
}

/** A number that stands after a sign of multiplication or addition: negatives in brackets. */
export function bracketed(value: number, room?: number): string {
  const { text } = numberText(value, room);
  return text.startsWith(minus) ? `(${text})` : text;
}

/** A count, with thin spaces between thousands from 10 000 on. */
export function countText(count: number): string {
  const digits = String(count);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u2009');
}

function withMinus(text: string): string {
  return text.replace('e+', 'e').replaceAll('-', minus);
}

function shorter(plain: string, exponential: string): string {
  return exponential.replace('+', '').length < plain.length ? exponential : plain;
}
