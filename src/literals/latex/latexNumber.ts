import type { Cell } from '../rows/cell';
import { isMinus, skipBlanks } from '../text/characters';

/** The longest number that is looked at here. */
const longest = 80;

const infinity = '\\infty';
const notANumber = /^\\(?:mathrm|text|textrm|mathit|operatorname)\s?\{\s?nan\s?\}$/i;
const power = /^(\d+(?:\.\d*)?|\.\d+)\s?\\(?:cdot|times)\s?10\s?\^\s?(?:(\d)|\{\s?([+\-\u2212]?)\s?(\d{1,4})\s?\})$/;

/** The number between two offsets that LaTeX writes in its own way: `-\infty`, `\mathrm{NaN}`, `1.5 \cdot 10^{-7}`. */
export function latexNumber(text: string, start: number, end: number): Cell | undefined {
  if (end - start > longest) return undefined;
  const negative = isMinus(text.charCodeAt(start));
  const at = negative || text[start] === '+' ? skipBlanks(text, start + 1) : start;
  const size = sizeOf(text.slice(at, end));
  if (size === undefined) return undefined;
  if (size === Number.POSITIVE_INFINITY && text.slice(at, end) !== infinity)
    return { kind: 'huge', value: 0, start, end };
  return { kind: 'number', value: negative ? -size : size, start, end };
}

function sizeOf(written: string): number | undefined {
  if (written === infinity) return Number.POSITIVE_INFINITY;
  if (notANumber.test(written)) return Number.NaN;
  const match = power.exec(written);
  if (!match) return undefined;
  const [, digits, digit, sign = '', exponent] = match;
  return Number(`${digits}e${sign.replace('\u2212', '-')}${digit ?? exponent}`);
}
