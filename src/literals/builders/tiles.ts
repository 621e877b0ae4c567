import { elementType } from '../expression/elementTypes';
import { dropped, gatheredView, tooMuch } from '../expression/gather';
import { type Numbers, sizeOf, type Value } from '../expression/value';
import { sourcesOf, type View, viewOf, withAxes } from '../expression/views';
import type { BuilderCall } from './builders';
import { arrayOf, axisIn, bound, integerOf, integersOf, isNone, libraryOf } from './parameters';

/** `tile(a, reps)` of NumPy, PyTorch and TensorFlow: the matrix laid out again along each axis. */
export function tile(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given = bound(call, ['a', library === 'tensorflow' ? 'multiples' : library === 'torch' ? 'dims' : 'reps']) as
    | Record<string, Value | undefined>
    | undefined;
  const array = arrayOf(call, given?.a);
  const times = integersOf(call, given?.multiples ?? given?.dims ?? given?.reps);
  const isKnown = library === 'numpy' || library === 'torch' || library === 'tensorflow';
  return array && times && isKnown ? laidOut(call, array, times) : undefined;
}

/** `repmat(a, m, n)` of MATLAB, `repeat(a, m, n)` of Julia. */
export function repmat(call: BuilderCall): Value | undefined {
  const [first, ...counts] = call.args;
  const array = arrayOf(call, first?.value);
  const library = libraryOf(call);
  if (!array || (library !== 'matlab' && library !== 'julia') || first?.keyword !== undefined) return undefined;
  const sides = counts.map(({ keyword, value }) => (keyword === undefined ? integersOf(call, value) : undefined));
  if (sides.length === 0 || sides.some((side) => side === undefined)) return undefined;
  const times = sides.flat() as number[];
  if (library === 'matlab') return laidOut(call, array, times.length === 1 ? [times[0]!, times[0]!] : times);
  // Julia counts axes from the first: a vector is a column.
  const missing = Math.max(0, times.length - array.shape.length);
  const column = { ...array, shape: [...array.shape, ...new Array<number>(missing).fill(1)] };
  const more = new Array<number>(column.shape.length - times.length).fill(1);
  return laidOut(call, column, [...times, ...more]);
}

function laidOut({ machine, base, place }: BuilderCall, array: Numbers, times: readonly number[]): Value | undefined {
  if (times.some((count) => count < 0)) return undefined;
  const axes = Math.max(array.shape.length, times.length);
  const { shape, strides, offset } = withAxes(viewOf(array), axes);
  const counts = [...new Array<number>(axes - times.length).fill(1), ...times];
  const view: View = {
    shape: shape.flatMap((side, axis) => [counts[axis]!, side]),
    strides: strides.flatMap((stride) => [0, stride]),
    offset,
  };
  const sides = shape.map((side, axis) => side * counts[axis]!);
  return gatheredView(machine, { base, like: array, place }, view, sides);
}

/** `repeat(a, n, axis)` of NumPy and `repeat_interleave` of PyTorch: each entry `n` times in a row. */
export function repeat(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  if (library === 'julia') return repmat(call);
  const isTorch = call.callee.name === 'repeat_interleave' && library === 'torch';
  const given = bound(call, ['a', 'repeats', isTorch ? 'dim' : 'axis']) as
    | Record<string, Value | undefined>
    | undefined;
  const array = arrayOf(call, given?.a);
  const count = integerOf(call, given?.repeats);
  if (!given || !array || count === undefined || count < 0) return undefined;
  if (!isTorch && library !== 'numpy' && library !== 'tensorflow') return undefined;
  const chosen = given.axis ?? given.dim;
  if (isNone(chosen)) return stretchedAlong(call, { ...array, shape: [sizeOf(array.shape)] }, 0, count);
  const axis = axisIn(array.shape.length, integerOf(call, chosen));
  return axis === undefined ? undefined : stretchedAlong(call, array, axis, count);
}

function stretchedAlong({ machine, base, place }: BuilderCall, array: Numbers, axis: number, count: number): Value {
  const { shape, strides, offset } = viewOf(array);
  const view: View = {
    shape: [...shape.slice(0, axis + 1), count, ...shape.slice(axis + 1)],
    strides: [...strides.slice(0, axis + 1), 0, ...strides.slice(axis + 1)],
    offset,
  };
  const sides = shape.map((side, k) => (k === axis ? side * count : side));
  return gatheredView(machine, { base, like: array, place }, view, sides);
}

/** `kron(a, b)`: `b` times every entry of `a`. */
export function kron(call: BuilderCall): Value | undefined {
  const { machine, args, base, place } = call;
  const [one, two] = [arrayOf(call, args[0]?.value), arrayOf(call, args[1]?.value)];
  if (args.length !== 2 || !one || !two || libraryOf(call) === undefined) return undefined;
  const axes = Math.max(one.shape.length, two.shape.length);
  const [left, right] = [withAxes(viewOf(one), axes), withAxes(viewOf(two), axes)];
  const shape = left.shape.map((side, axis) => side * right.shape[axis]!);
  const fault = tooMuch(machine, shape, place);
  if (fault) return dropped(machine, call, fault);
  const whole = one.whole && two.whole;
  const type = elementType(machine, one, two, whole);
  if (!type || type.range || one.precision !== 'double' || two.precision !== 'double') return undefined;
  const sides = left.shape.flatMap((side, axis) => [side, right.shape[axis]!]);
  const sources = sourcesOf({ shape: sides, strides: left.strides.flatMap((s) => [s, 0]), offset: left.offset });
  const others = sourcesOf({ shape: sides, strides: right.strides.flatMap((s) => [0, s]), offset: right.offset });
  const { values } = machine.pool;
  const products = Float64Array.from(sources, (source, i) => values[source]! * values[others[i]!]!);
  const starts = new Uint32Array(products.length).fill(place.start);
  const ends = new Uint32Array(products.length).fill(place.end);
  if (whole && !products.every((value) => Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return undefined;
  machine.pool.put(base, products, starts, ends);
  return { ...one, ...type, shape, from: base, ...place, form: 'builder', computed: true };
}
