import { times } from '../expression/repeats';
import { shapeOf } from '../expression/shapes';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builtNumbers, positional } from './builtNumbers';
import { bound, integerOf, libraryOf } from './parameters';
import { columnsFirst } from './shaping';

/** Julia's `fill(x, m, n)` and `fill(x, (m, n))`. */
export function fill(call: BuilderCall): Value | undefined {
  const [value, ...sides] = call.args;
  const shape = shapeOf(call.machine, sides);
  if (libraryOf(call) !== 'julia' || !isScalar(value?.value) || !shape) return undefined;
  return constant(call, shape, value.value);
}

/** Rust's `Array2::from_elem((m, n), x)` of ndarray, `DMatrix::from_element(m, n, x)` of nalgebra. */
export function fromElement(call: BuilderCall): Value | undefined {
  const value = call.args.at(-1)?.value;
  const shape = shapeOf(call.machine, call.args.slice(0, -1));
  return isScalar(value) && shape && positional(call).length === call.args.length
    ? constant(call, shape, value)
    : undefined;
}

function constant(call: BuilderCall, shape: readonly number[], { from, whole }: Numbers): Value {
  const number = call.machine.pool.values[from]!;
  return builtNumbers(call, shape, () => number, whole);
}

/** Swift's `Array(repeating: x, count: n)`; JavaScript's `Array(n)` and `new Float32Array(n)`, to be filled. */
export function arrayOfSize(call: BuilderCall): Value | undefined {
  const { machine, callee } = call;
  const repeated = bound(call, ['repeating', 'count']);
  const count = integerOf(call, repeated?.count);
  if (repeated?.repeating?.kind === 'numbers' && count !== undefined && call.args.every(({ keyword }) => keyword)) {
    return again(call, repeated.repeating, count);
  }
  const isScript = machine.language.quotes.includes('`') || machine.language.power === '**';
  const size = integerOf(call, call.args[0]?.value);
  if (!isScript || machine.language.lists !== 'opaque' || call.args.length !== 1 || size === undefined)
    return undefined;
  const built = builtNumbers(call, [size], () => 0, false);
  return built.kind === 'numbers' ? { ...built, holder: 'list', isBlank: callee.name === 'Array' } : built;
}

/** JavaScript's `Array.from({ length: n }, () => x)`, where `x` is made of numbers alone. */
export function arrayFrom(call: BuilderCall): Value | undefined {
  const { machine, args, callee } = call;
  const [source, value] = args.map((arg) => arg.value);
  if (callee.path !== 'Array.from' || args.length !== 2 || value?.kind !== 'numbers' || !source) return undefined;
  const written = machine.text.slice(source.start, Math.min(source.end, source.start + 40));
  const given = /^\{\s?length\s?:\s?(\d{1,7})\s?\}$/.exec(written);
  const count = isMatrix(source) ? source.shape[0] : given ? Number(given[1]) : undefined;
  return count === undefined ? undefined : again(call, value, count);
}

function again({ machine, base, place }: BuilderCall, value: Numbers, count: number): Value | undefined {
  const repeated = count >= 1 ? times(machine, value, count, place, base) : undefined;
  return repeated?.kind === 'numbers' ? { ...repeated, holder: 'list', ...place } : repeated;
}

/** `Matrix3::new(…)` of nalgebra, `cv::Matx33f(…)`: numbers row by row, as many as the type has. */
export function fixedMatrix(call: BuilderCall): Value | undefined {
  const { args, callee, place, base, machine } = call;
  const type = /(?:^|\.)(?:Matx(\d)(\d)[fd]|Matrix(\d)(?:x(\d))?\.new)$/.exec(callee.path);
  const rows = Number(type?.[1] ?? type?.[3]);
  const columns = Number(type?.[2] ?? type?.[4] ?? rows);
  const [first] = args;
  if (!type || args.length !== rows * columns || !isScalar(first?.value)) return undefined;
  if (!args.every(({ keyword, value }) => keyword === undefined && isScalar(value))) return undefined;
  machine.pool.size = base + args.length;
  return {
    ...first.value,
    shape: [rows, columns],
    from: base,
    ...place,
    whole: false,
    holder: 'array',
    form: 'brackets',
  };
}

/** `DMatrix::from_row_slice(m, n, &[…])` of nalgebra, `mat.NewDense(m, n, []float64{…})` of Gonum. */
export function fromRows(call: BuilderCall): Value | undefined {
  const given = flatAnd(call);
  return given && columnsOrRows(call, given, false);
}

/** `DMatrix::from_vec(m, n, vec![…])` and `from_column_slice`: columns first. */
export function fromColumns(call: BuilderCall): Value | undefined {
  const given = flatAnd(call);
  return given && columnsOrRows(call, given, true);
}

interface FlatMatrix {
  readonly list: Numbers;
  readonly shape: readonly number[];
}

function flatAnd(call: BuilderCall): FlatMatrix | undefined {
  const { args, callee } = call;
  const list = args.at(-1)?.value;
  const type = /(?:^|\.)Matrix(\d)(?:x(\d))?\./.exec(callee.path);
  const fixed = type && [Number(type[1]), Number(type[2] ?? type[1])];
  const shape = args.length === 3 ? shapeOf(call.machine, args.slice(0, 2)) : args.length === 1 ? fixed : undefined;
  const isFlat = isMatrix(list) && list.shape.length === 1;
  return isFlat && shape && shape[0]! * shape[1]! === sizeOf(list.shape) ? { list, shape } : undefined;
}

function columnsOrRows(call: BuilderCall, { list, shape }: FlatMatrix, isByColumn: boolean): Value | undefined {
  const { machine, base, place } = call;
  const [rows, columns] = [shape[0]!, shape[1]!];
  const size = rows * columns;
  const { pool } = machine;
  pool.put(
    base,
    pool.values.slice(list.from, list.from + size),
    pool.starts.slice(list.from, list.from + size),
    pool.ends.slice(list.from, list.from + size),
  );
  const flat: Numbers = { ...list, from: base, shape: [rows, columns], ...place, holder: 'array', whole: false };
  return isByColumn ? columnsFirst(call, { ...flat, shape: [size] }, shape) : flat;
}
