import type { Machine } from './machine';
import { isScalar, type Numbers } from './value';

/** What the numbers of a result are: whole or not, how they round, and how far they reach. */
export type ElementType = Pick<Numbers, 'whole' | 'precision' | 'range'>;

/** The type of `left` combined with `right`; undefined where the libraries' rules for such a pair are not followed. */
export function elementType(
  { pool, language }: Machine,
  left: Numbers,
  right: Numbers,
  whole: boolean,
): ElementType | undefined {
  // MATLAB rounds to its whole types, and keeps to their ends.
  const isMatlab = language.blankCells && !language.dottedArithmetic;
  if (isMatlab && (left.range || right.range)) return undefined;
  if (isScalar(left) || isScalar(right)) {
    const array = isScalar(left) ? right : left;
    const scalar = isScalar(left) ? left : right;
    if (array.range && scalar.whole && !within(array.range, pool.values[scalar.from]!)) return undefined;
    return { whole, precision: array.precision, range: whole ? array.range : undefined };
  }
  const isMixed = left.range?.join() !== right.range?.join();
  if (isMixed && ((left.range && left.whole && !isDouble(right)) || (right.range && !isDouble(left)))) return undefined;
  const precision = left.precision === 'single' && right.precision === 'single' ? 'single' : 'double';
  return { whole, precision, range: whole && !isMixed ? left.range : undefined };
}

function isDouble({ precision, whole }: Numbers): boolean {
  return precision === 'double' && !whole;
}

/** Whether a number can be one of the type, without being wrapped around. */
export function fitsElement({ whole, range }: ElementType, value: number): boolean {
  return !whole || !range || (Number.isInteger(value) && within(range, value));
}

function within([least, most]: readonly [number, number], value: number): boolean {
  return value >= least && value <= most;
}
