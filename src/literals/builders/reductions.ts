import { isSafeSum } from '../expression/matrixProduct';
import { isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { arrayOf, libraryOf } from './parameters';

/** One number made of all numbers of a matrix. */
export type Reduction = 'sum' | 'mean' | 'max' | 'min';

/** `sum(a)`, `mean(a)`, `max(a)`, `min(a)` over the whole matrix. */
export function reduction(kind: Reduction): (call: BuilderCall) => Value | undefined {
  return (call) => {
    const array = arrayOf(call, call.args[0]?.value);
    const library = libraryOf(call);
    const isWhole =
      library === 'numpy' || library === 'torch' || (library === 'r' && kind !== 'mean') || isLine(library, array);
    if (!array || call.args.length !== 1 || !isWhole) return undefined;
    return reduced(call, array, kind);
  };
}

/** MATLAB adds up columns, but a row or a column whole; Julia everything. */
function isLine(library: string | undefined, array: Numbers | undefined): boolean {
  if (library === 'julia') return true;
  return library === 'matlab' && array?.shape.length === 2 && array.shape.includes(1);
}

/** The one number; undefined where the order of adding, or a type, would show in it. */
export function reduced(
  { machine: { pool }, base, place }: Pick<BuilderCall, 'machine' | 'base' | 'place'>,
  array: Numbers,
  kind: Reduction,
): Value | undefined {
  const count = sizeOf(array.shape);
  const values = pool.values.subarray(array.from, array.from + count);
  const value = kind === 'max' || kind === 'min' ? extreme(values, kind) : sumOf(values, array);
  if (value === undefined || array.precision === 'narrow') return undefined;
  const result = kind === 'mean' ? value / count : value;
  if (kind === 'mean' && array.precision === 'single') return undefined;
  pool.size = base;
  pool.push(result, place.start, place.end);
  const whole = array.whole && kind !== 'mean';
  return { ...array, shape: [], from: base, ...place, whole, range: undefined, computed: true, form: 'builder' };
}

function extreme(values: Float64Array, kind: 'max' | 'min'): number {
  return values.reduce((best, value) => (kind === 'max' ? Math.max(best, value) : Math.min(best, value)));
}

function sumOf(values: Float64Array, { precision, whole }: Numbers): number | undefined {
  let sum = 0;
  let size = 0;
  let isExact = true;
  for (const value of values) {
    sum += value;
    size += Math.abs(value);
    isExact &&= Number.isInteger(value * 2 ** 20);
  }
  if (precision === 'single' && !(isExact && (whole || size <= 16))) return undefined;
  return isSafeSum(sum, size, values.length, isExact) ? sum : undefined;
}

const functions: Readonly<Record<string, (value: number) => number>> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  fabs: Math.abs,
  exp: Math.exp,
  Sqrt: Math.sqrt,
  Exp: Math.exp,
};

/** `sqrt(2)`, `exp(-1)` and their like, of a single number; `Math.sqrt`, `np.exp`, `std::sqrt`. */
export function scalarFunction(call: BuilderCall): Value | undefined {
  const { machine, args, callee, base, place } = call;
  const [first] = args;
  const prefix = callee.path.slice(0, -callee.name.length - 1);
  const isKnown =
    prefix === '' ? machine.language.blankCells || machine.language.arrow || isC(call) : mathNamespaces.has(prefix);
  if (args.length !== 1 || !isScalar(first?.value) || first.keyword !== undefined || !isKnown) return undefined;
  const value = functions[callee.name]!(machine.pool.values[first.value.from]!);
  if (!Number.isFinite(value)) return undefined;
  machine.pool.size = base;
  machine.pool.push(value, place.start, place.end);
  return { ...first.value, from: base, ...place, whole: callee.name === 'abs' && first.value.whole, computed: true };
}

const mathNamespaces = new Set(['np', 'numpy', 'math', 'Math', 'std']);

/** C's and Wolfram's functions stand without a namespace. */
function isC({ machine: { language }, callee: { name } }: BuilderCall): boolean {
  return language.callsInSquares || (language.octal && language.lists === 'opaque' && name !== 'abs');
}
