import type { Language } from '../languages';
import type { Machine } from './machine';
import { faulty, isScalar, type Numbers, sizeOf, type Value } from './value';

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
    return faulty('ambiguous', place, { found: machine.text.slice(place.start, place.end) });
  }
  pool.size = left.from;
  pool.push(value, place.start, place.end);
  const whole = bothWhole && (!isDivision(sign) || staysWhole(language, sign)) && Number.isInteger(value);
  return { ...left, ...place, whole };
}

function isDivision(sign: string): boolean {
  return sign === '/' || sign === './' || sign === '//' || sign === '\u00f7';
}

function staysWhole({ division, power }: Language, sign: string): boolean {
  return division === 'truncated' || (sign === '//' && power === '**') || sign === '\u00f7';
}

function compute(
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
      return a + b;
    case '-':
      return a - b;
    case '*':
    case '.*':
      return a * b;
    case '/':
    case './':
      return divide(language, a, b, whole);
    case '//':
      return language.power === '^' ? a / b : language.power === '**' ? Math.floor(a / b) : undefined;
    case '\u00f7':
      return whole ? Math.trunc(a / b) : undefined;
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

/** `left sign right` where at least one side has axes, number by number; undefined where the program would do something else. */
export function arrayArithmetic(machine: Machine, sign: string, left: Numbers, right: Numbers): Value | undefined {
  if (machine.language.lists === 'sequences' && isSequence(left) && isScalar(right))
    return repeated(machine, sign, left, right);
  if (!computes(machine, left) || !computes(machine, right)) return undefined;
  if (left.precision === 'narrow' || right.precision === 'narrow') return undefined;
  const isElementwise = isScalar(left) || isScalar(right) || sameShape(left.shape, right.shape);
  if (!isElementwise || isMatrixProduct(machine, sign, left, right)) return undefined;
  if (isScalar(left) && !isScalar(right) && sign === '/' && machine.language.blankCells) return undefined;
  return elementwise(machine, sign, left, right);
}

function isSequence({ holder, shape }: Numbers): boolean {
  return shape.length > 0 && (holder === 'list' || holder === 'tuple');
}

function computes({ language }: Machine, value: Numbers): boolean {
  return isScalar(value) || value.holder === 'array' || value.holder === 'matrix' || language.lists === 'arrays';
}

function isMatrixProduct({ language }: Machine, sign: string, left: Numbers, right: Numbers): boolean {
  if (isScalar(left) || isScalar(right)) return sign === '**' || sign === '^';
  if (sign === '.*' || sign === './') return false;
  if (sign === '+' || sign === '-') return false;
  return language.blankCells || language.isText || left.holder === 'matrix' || right.holder === 'matrix';
}

function sameShape(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((side, axis) => side === other[axis]);
}

function elementwise(machine: Machine, sign: string, left: Numbers, right: Numbers): Value | undefined {
  const { pool, language } = machine;
  const { values, starts, ends } = pool;
  const array = isScalar(left) ? right : left;
  const size = sizeOf(array.shape);
  const [a, b] = [left.from, right.from];
  const [stepA, stepB] = [isScalar(left) ? 0 : 1, isScalar(right) ? 0 : 1];
  const whole = left.whole && right.whole;
  const single = isSingle(left) || isSingle(right);
  const factor = values[a]!;
  for (let i = 0; i < size; i++) {
    const top = stepA === 0 ? factor : values[a + i]!;
    const value = compute(
      language,
      sign,
      single ? Math.fround(top) : top,
      roundedTo(single, values[b + i * stepB]!),
      whole,
    );
    if (typeof value !== 'number') return undefined;
    values[left.from + i] = single ? Math.fround(value) : value;
    starts[left.from + i] = starts[array.from + i]!;
    ends[left.from + i] = ends[array.from + i]!;
  }
  pool.size = left.from + size;
  const staysInteger = whole && !isDivision(sign);
  const holder = left.holder === 'matrix' || right.holder === 'matrix' ? 'matrix' : 'array';
  const precision = single ? 'single' : 'double';
  return {
    ...array,
    from: left.from,
    start: left.start,
    end: right.end,
    whole: staysInteger,
    holder,
    precision,
    computed: true,
  };
}

function isSingle(value: Numbers): boolean {
  return !isScalar(value) && value.precision === 'single';
}

function roundedTo(single: boolean, value: number): number {
  return single ? Math.fround(value) : value;
}

/** Python's `[0] * 3` and `[[0, 1]] * 2`. */
function repeated({ pool }: Machine, sign: string, list: Numbers, times: Numbers): Value | undefined {
  const count = pool.values[times.from]!;
  const size = sizeOf(list.shape);
  if (sign !== '*' || !times.whole || count < 1 || size === 0) return undefined;
  const place = { start: list.start, end: times.end };
  if (size * count > 2e6) {
    pool.size = list.from;
    return faulty('too-large', place, { found: size * count });
  }
  pool.size = list.from + size;
  pool.reserve(size * count);
  for (let i = size; i < size * count; i++) {
    const source = list.from + (i % size);
    pool.push(pool.values[source]!, pool.starts[source]!, pool.ends[source]!);
  }
  return { ...list, ...place, shape: [list.shape[0]! * count, ...list.shape.slice(1)], computed: true };
}
