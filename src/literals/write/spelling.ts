/** How a language spells the numbers that have no digits, and the zero that has a sign. */
export interface Spelling {
  readonly nan: string;
  readonly infinity: string;
  readonly minusZero: string;
  /** Where it is not the digits with `e` between them: what is written for `digits` times ten to the power of `exponent`. */
  readonly power?: (digits: string, exponent: string) => string;
}

/** Whole numbers from here on have digits that no double holds. */
const mostWhole = 2 ** 53;

/** A number in the fewest digits that read back as the same double, bit for bit. */
export function spelled(value: number, { nan, infinity, minusZero, power }: Spelling): string {
  if (value === 0) return Object.is(value, -0) ? minusZero : '0';
  if (Number.isNaN(value)) return nan;
  if (!Number.isFinite(value)) return value < 0 ? `-${infinity}` : infinity;
  const written = Math.abs(value) < mostWhole ? String(value) : value.toExponential();
  const at = power ? written.indexOf('e') : -1;
  if (!power || at < 0) return written;
  const exponent = written.slice(at + 1);
  return power(written.slice(0, at), exponent.startsWith('+') ? exponent.slice(1) : exponent);
}
