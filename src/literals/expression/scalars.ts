import type { Language } from '../languages';
import type { TextRange } from '../literal';
import { quoted } from '../problem';
import type { Machine } from './machine';
import { addNote } from './notes';
import { faulty, type Numbers, type Value } from './value';

/** `left sign right` of two single numbers, as the language computes it; undefined where that is not known. */
export function scalarArithmetic(machine: Machine, sign: string, left: Numbers, right: Numbers): Value | undefined {
  const { pool, language } = machine;
  const [a, b] = [pool.values[left.from]!, pool.values[right.from]!];
  const bothWhole = left.whole && right.whole;
  const place = { start: left.start, end: right.end };
  if (isDivision(sign) && b === 0) {
    pool.size = left.from;
    return faulty('not-finite', place, { found: machine.text.slice(place.start, place.end) });
  }
  const value = compute(language, sign, a, b, bothWhole);
  if (value === undefined) return undefined;
  if (value === 'ambiguous') {
    pool.size = left.from;
    return faulty('ambiguous', place, { found: machine.text.slice(place.start, place.end), choice: 'division' });
  }
  if (bothWhole && sign === '/' && !Number.isInteger(a / b)) noteDivision(machine, value, place);
  pool.size = left.from;
  pool.push(value, place.start, place.end);
  const whole = bothWhole && (!isDivision(sign) || staysWhole(language, sign)) && Number.isInteger(value);
  return { ...left, ...place, whole };
}

/** Whole numbers were divided: in a language that cuts fractions off, many who write `1 / 9` do not mean 0. */
function noteDivision(machine: Machine, value: number, place: TextRange): void {
  const { division, choice } = machine.language;
  const found = quoted(machine.text, place.start, place.end);
  if (division === 'truncated') addNote(machine, 'integer-division', place, { found, value });
  else if (choice?.division === 'true') addNote(machine, 'true-division', place, { found });
}

/** Whether a sign divides. */
export function isDivision(sign: string): boolean {
  return sign === '/' || sign === './' || sign === '//' || sign === '\u00f7' || sign === '%/%';
}

/** Whether whole numbers divided with a sign give whole numbers. */
export function staysWhole({ division, power }: Language, sign: string): boolean {
  return division === 'truncated' || (sign === '//' && power === '**') || sign === '\u00f7' || sign === '%/%';
}

/** What the language makes of `a sign b`; undefined where that is not known, or no double holds it. */
export function compute(
  language: Language,
  sign: string,
  a: number,
  b: number,
  whole: boolean,
): number | 'ambiguous' | undefined {
  const value = computeExactly(language, sign, a, b, whole);
  // Beyond this a language's whole numbers and the doubles here part.
  if (whole && typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 53) return undefined;
  if (whole && language.division === 'truncated' && typeof value === 'number' && Math.abs(value) > 2 ** 31)
    return undefined;
  return value;
}

function computeExactly(
  language: Language,
  sign: string,
  a: number,
  b: number,
  whole: boolean,
): number | 'ambiguous' | undefined {
  switch (sign) {
    case '+':
    case '.+':
      return a + b;
    case '-':
    case '.-':
      return a - b;
    case '*':
    case '.*':
      return a * b;
    // In Wolfram's language what stands side by side is multiplied; in a text it may be anything.
    case '\u2062':
      return language.callsInSquares ? a * b : undefined;
    case '%/%':
      return Math.floor(a / b);
    case '/':
    case './':
      return divide(language, a, b, whole);
    case '//':
      return language.power === '^' ? a / b : language.power === '**' ? Math.floor(a / b) : undefined;
    case '\u00f7':
      return whole ? Math.trunc(a / b) : undefined;
    case '%':
      return language.lists === 'sequences' && whole && b > 0 ? a - b * Math.floor(a / b) : undefined;
    case '**':
      return language.power === '**' ? a ** b : undefined;
    case '^':
    case '.^':
      return language.power === '^' ? a ** b : undefined;
    default:
      return undefined;
  }
}

function divide({ division }: Language, a: number, b: number, whole: boolean): number | 'ambiguous' {
  const quotient = a / b;
  if (!whole || division === 'true' || Number.isInteger(quotient)) return quotient;
  return division === 'truncated' ? Math.trunc(quotient) : 'ambiguous';
}
