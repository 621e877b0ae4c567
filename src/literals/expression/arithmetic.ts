import { outerProduct } from '../builders/products';
import { type ElementType, elementType, fitsElement } from './elementTypes';
import { dropped, gatheredView, tooMuch } from './gather';
import type { Machine } from './machine';
import { matrixProduct } from './matrixProduct';
import { compute, isDivision, staysWhole } from './scalars';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from './value';
import { commonShape, sourcesOf, stretched, type View, viewOf } from './views';

/** `left sign right` where at least one side has axes; undefined where the program would do something that is not read. */
export function arrayArithmetic(machine: Machine, sign: string, left: Numbers, right: Numbers): Value | undefined {
  const { language } = machine;
  if (language.lists === 'sequences') {
    if (isSequence(left) && isScalar(right)) return repeated(machine, sign, left, right);
    if (isSequence(right) && isScalar(left)) return repeated(machine, sign, right, left);
    if (isSequence(left) && isSequence(right)) return sign === '+' ? appended(machine, left, right) : undefined;
  }
  if (!computes(machine, left) || !computes(machine, right)) return undefined;
  if (left.precision === 'narrow' || right.precision === 'narrow') return undefined;
  if (sign === '%o%')
    return outerProduct({ machine, base: left.from, place: placeOf(left, right), callee: { path: '' } }, left, right);
  if (isProduct(machine, sign, left, right)) return matrixProduct(machine, left, right);
  if (isOfMatrices(machine, sign, left, right)) return undefined;
  return elementwise(machine, sign, left, right);
}

function placeOf({ start }: Numbers, { end }: Numbers): { readonly start: number; readonly end: number } {
  return { start, end };
}

function isSequence({ holder, shape }: Numbers): boolean {
  return shape.length > 0 && (holder === 'list' || holder === 'tuple');
}

/** Whether a value computes with others; NumPy makes an array of the list beside one. */
function computes({ language }: Machine, value: Numbers): boolean {
  if (isScalar(value)) return true;
  // JavaScript makes NaN of it.
  if (language.lists === 'opaque' && language.division === 'true') return false;
  if (value.holder === 'array' || value.holder === 'matrix') return true;
  return language.lists === 'arrays' || (language.lists === 'sequences' && isSequence(value));
}

/** Whether a sign between two matrices is the product of matrices. */
function isProduct({ language }: Machine, sign: string, left: Numbers, right: Numbers): boolean {
  if (isScalar(left) || isScalar(right)) return false;
  if (sign === '@') return language.lists === 'sequences';
  if (sign === '.') return language.callsInSquares;
  if (sign === '%*%') return language.arrow;
  if (sign !== '*') return false;
  return language.blankCells || left.holder === 'matrix' || right.holder === 'matrix';
}

/** Signs that divide by matrices, raise them to powers, or multiply them in a way that a text does not say. */
function isOfMatrices({ language }: Machine, sign: string, left: Numbers, right: Numbers): boolean {
  const isMatrixLanguage = language.blankCells || left.holder === 'matrix' || right.holder === 'matrix';
  if (sign === '@' || sign === '.' || sign === '%*%' || sign === '%x%' || sign === '%') return true;
  if (sign === '**' || sign === '^') return isMatrixLanguage || language.isText;
  if (sign === '/' && isMatrix(right)) return isMatrixLanguage || (language.isText && isMatrix(left));
  if (sign === '*' && isMatrix(left) && isMatrix(right)) return language.isText;
  return (
    language.dottedArithmetic && !sign.startsWith('.') && isMatrix(left) !== isMatrix(right) && '+-'.includes(sign)
  );
}

/** Where shapes differ, only libraries that stretch them compute; a text may mean anything. */
function shapeFor({ language }: Machine, sign: string, left: Numbers, right: Numbers): readonly number[] | undefined {
  const isSame =
    left.shape.length === right.shape.length && left.shape.every((side, axis) => side === right.shape[axis]);
  if (isSame) return left.shape;
  if (isScalar(left) || isScalar(right)) return isScalar(left) ? right.shape : left.shape;
  const isStretching =
    language.lists === 'sequences' || (language.blankCells && (!language.dottedArithmetic || sign.startsWith('.')));
  return isStretching && !language.isText ? commonShape(left.shape, right.shape) : undefined;
}

function elementwise(machine: Machine, sign: string, left: Numbers, right: Numbers): Value | undefined {
  const shape = shapeFor(machine, sign, left, right);
  const [one, two] = [shape && stretched(viewOf(left), shape), shape && stretched(viewOf(right), shape)];
  const isWholeResult = left.whole && right.whole && (!isDivision(sign) || staysWhole(machine.language, sign));
  const type = elementType(machine, left, right, isWholeResult);
  if (!shape || !one || !two || !type) return undefined;
  const place = { start: left.start, end: right.end };
  const fault = tooMuch(machine, shape, place);
  if (fault) return dropped(machine, { base: left.from }, fault);
  const values = combined(machine, sign, { left, right, one, two }, type);
  if (!values) return undefined;
  putCombined(machine, { left, right, one, two }, values);
  const form = isScalar(left) || left.form === 'builder' ? right.form : left.form;
  const holder = left.holder === 'matrix' || right.holder === 'matrix' ? 'matrix' : 'array';
  return { ...left, ...type, ...place, shape, holder, form: isScalar(right) ? left.form : form, computed: true };
}

interface Operands {
  readonly left: Numbers;
  readonly right: Numbers;
  readonly one: View;
  readonly two: View;
}

/** The results, number by number; undefined where one of them is not known. */
function combined(
  { pool, language }: Machine,
  sign: string,
  { left, right, one, two }: Operands,
  type: ElementType,
): Float64Array | undefined {
  const [sources, others] = [sourcesOf(one), sourcesOf(two)];
  const whole = left.whole && right.whole;
  const isSingle = type.precision === 'single' && !type.whole;
  const [roundsLeft, roundsRight] = [isSingle || isFloat32(left), isSingle || isFloat32(right)];
  const values = new Float64Array(sources.length);
  for (let i = 0; i < values.length; i++) {
    const a = pool.values[sources[i]!]!;
    const b = pool.values[others[i]!]!;
    // NumPy raises whole numbers to no negative whole powers.
    if (sign === '**' && whole && b < 0) return undefined;
    const value = compute(language, sign, roundsLeft ? Math.fround(a) : a, roundsRight ? Math.fround(b) : b, whole);
    if (typeof value !== 'number' || !Number.isFinite(value) || !fitsElement(type, value)) return undefined;
    values[i] = isSingle ? Math.fround(value) : value;
  }
  return values;
}

function isFloat32(value: Numbers): boolean {
  return isMatrix(value) && value.precision === 'single' && !value.whole;
}

/** Puts the results where the left side lay; each stands where its number in the written one of the two stands. */
function putCombined({ pool }: Machine, { left, right, one, two }: Operands, values: Float64Array): void {
  const isLeftWritten = isMatrix(left) && (left.form !== 'builder' || isScalar(right));
  const sources = sourcesOf(isLeftWritten || (isMatrix(left) && right.form === 'builder') ? one : two);
  const starts = new Uint32Array(values.length);
  const ends = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    starts[i] = pool.starts[sources[i]!]!;
    ends[i] = pool.ends[sources[i]!]!;
  }
  pool.put(left.from, values, starts, ends);
}

/** Python's `[0] * 3` and `2 * [[0, 1]]`. */
function repeated(machine: Machine, sign: string, list: Numbers, times: Numbers): Value | undefined {
  const count = machine.pool.values[times.from]!;
  if (sign !== '*' || !times.whole || count < 1 || sizeOf(list.shape) === 0) return undefined;
  const place = { start: Math.min(list.start, times.start), end: Math.max(list.end, times.end) };
  const view = viewOf(list);
  const shape = [list.shape[0]! * count, ...list.shape.slice(1)];
  const base = Math.min(list.from, times.from);
  const again = { shape: [count, ...view.shape], strides: [0, ...view.strides], offset: view.offset };
  const value = gatheredView(machine, { base, like: list, place }, again, shape);
  // Rows that were repeated are one and the same list: what is put into one is in all of them.
  const holder = list.shape.length > 1 ? 'tuple' : list.holder;
  return value.kind === 'numbers' ? { ...value, holder } : value;
}

/** Python's `[1, 2] + [3]`. */
function appended(machine: Machine, left: Numbers, right: Numbers): Value | undefined {
  const [length, ...rest] = left.shape;
  if (left.holder !== right.holder || rest.join() !== right.shape.slice(1).join()) return undefined;
  if (rest.length !== right.shape.length - 1) return undefined;
  machine.pool.size = right.from + sizeOf(right.shape);
  return {
    ...left,
    end: right.end,
    shape: [length! + right.shape[0]!, ...rest],
    whole: left.whole && right.whole,
    computed: left.computed || right.computed,
  };
}
