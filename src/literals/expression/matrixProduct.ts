import { dropped, tooMuch } from './gather';
import type { Machine } from './machine';
import { faulty, type Numbers, type Value } from './value';

/** Sums of more products than this are refused before they are begun. */
const mostProducts = 2e7;

/** The product of two matrices or vectors, as `@` computes it; undefined where the shapes do not fit or rounding would show. */
export function matrixProduct(machine: Machine, left: Numbers, right: Numbers): Value | undefined {
  const sides = sidesOf(asColumn(machine, left.shape, right.shape), right.shape);
  const isMixed = left.precision !== right.precision || (left.precision === 'single' && left.whole !== right.whole);
  if (!sides || isMixed || left.range || right.range) return undefined;
  const { rows, inner, columns, shape } = sides;
  const place = { start: left.start, end: right.end };
  const fault = tooMuch(machine, shape, place);
  if (fault) return dropped(machine, { base: left.from }, fault);
  if (rows * inner * columns > mostProducts || machine.built + rows * inner * columns > mostProducts * 4) {
    return dropped(machine, { base: left.from }, faulty('too-large', place, { found: rows * inner * columns }));
  }
  machine.built += rows * inner * columns;
  const { values: numbers } = machine.pool;
  const values = new Float64Array(rows * columns);
  const isSingle = left.precision === 'single' && !(left.whole && right.whole);
  for (let i = 0; i < values.length; i++) {
    const row = left.from + Math.floor(i / columns) * inner;
    const column = right.from + (i % columns);
    const sum = isSingle
      ? singleSum(numbers, row, column, columns, inner)
      : productSum(numbers, row, column, columns, inner);
    if (sum === undefined) return undefined;
    values[i] = sum;
  }
  return put(machine, { left, right, shape, values });
}

/** Julia's vectors are columns: times a row they give a matrix. */
function asColumn({ language }: Machine, left: readonly number[], right: readonly number[]): readonly number[] {
  const isColumn = language.dottedArithmetic && left.length === 1 && right.length === 2;
  return isColumn ? [left[0]!, 1] : left;
}

interface Sides {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly shape: readonly number[];
}

function sidesOf(left: readonly number[], right: readonly number[]): Sides | undefined {
  if (left.length > 2 || right.length > 2) return undefined;
  const [rows, inner] = left.length === 1 ? [1, left[0]!] : [left[0]!, left[1]!];
  const [height, columns] = right.length === 1 ? [right[0]!, 1] : [right[0]!, right[1]!];
  if (inner !== height) return undefined;
  const shape = [...(left.length === 2 ? [rows] : []), ...(right.length === 2 ? [columns] : [])];
  return { rows, inner, columns, shape };
}

/**
 * The sum of the products of a row and a column. Libraries add in orders of their own; where that could be seen, since the
 * sum is small beside its products and these are not exact, there is none.
 */
function productSum(
  values: Float64Array,
  row: number,
  column: number,
  step: number,
  inner: number,
): number | undefined {
  let sum = 0;
  let size = 0;
  let isExact = true;
  for (let k = 0; k < inner; k++) {
    const [one, two] = [values[row + k]!, values[column + k * step]!];
    isExact &&= Number.isInteger(one * 1024) && Number.isInteger(two * 1024);
    sum += one * two;
    size += Math.abs(one * two);
  }
  return inner === 1 || isSafeSum(sum, size, inner, isExact) ? sum : undefined;
}

/** The sum in single precision: of one product, or of whole numbers that it holds exactly. */
function singleSum(values: Float64Array, row: number, column: number, step: number, inner: number): number | undefined {
  if (inner === 1) return Math.fround(Math.fround(values[row]!) * Math.fround(values[column]!));
  let sum = 0;
  let size = 0;
  for (let k = 0; k < inner; k++) {
    const product = values[row + k]! * values[column + k * step]!;
    if (!Number.isInteger(product)) return undefined;
    sum += product;
    size += Math.abs(product);
  }
  return size <= 2 ** 24 ? sum : undefined;
}

/** Whether a sum is the same to the tenth digit in whatever order it was added; `isExact` for multiples of 2⁻²⁰. */
export function isSafeSum(sum: number, size: number, count: number, isExact: boolean): boolean {
  if (isExact) return size <= 2 ** 32;
  return Number.isFinite(size) && size * count * Number.EPSILON <= Math.abs(sum) * 1e-10;
}

function put(
  { pool }: Machine,
  { left, right, shape, values }: { left: Numbers; right: Numbers; shape: readonly number[]; values: Float64Array },
): Numbers {
  const starts = new Uint32Array(values.length).fill(left.start);
  const ends = new Uint32Array(values.length).fill(right.end);
  pool.put(left.from, values, starts, ends);
  const holder = left.holder === 'matrix' || right.holder === 'matrix' ? 'matrix' : 'array';
  const whole = left.whole && right.whole;
  return { ...left, shape, end: right.end, whole, holder, form: 'builder', computed: true };
}
