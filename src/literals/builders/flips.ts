import { gathered, gatheredView, tooMuch } from '../expression/gather';
import type { Numbers, Value } from '../expression/value';
import { flipped, permuted, sourcesOf, type View, viewOf } from '../expression/views';
import type { BuilderCall } from './builders';
import { arrayOf, axisIn, bound, integerOf, integersOf, isNone, libraryOf } from './parameters';

/** `flip(a, axis)` of NumPy, `flip(a, dims)` of PyTorch, `flip(a, dim)` of MATLAB. */
export function flip(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given = bound(call, library === 'torch' ? (['m', 'dims'] as const) : (['m', 'axis'] as const)) as
    | { m?: Value; axis?: Value; dims?: Value }
    | undefined;
  const array = arrayOf(call, given?.m);
  if (!given || !array) return undefined;
  const axes = array.shape.length;
  const chosen = given.axis ?? given.dims;
  if (library === 'numpy' && isNone(chosen))
    return viewed(call, array, [...array.shape.keys()].reduce(flipped, viewOf(array)));
  const numbers = chosen ? integersOf(call, chosen) : library === 'matlab' ? [firstLongAxis(array) + 1] : undefined;
  if (!numbers || (library !== 'numpy' && library !== 'torch' && library !== 'matlab')) return undefined;
  return flippedAlong(
    call,
    array,
    numbers.map((axis) => axisIn(axes, library === 'matlab' ? axis - 1 : axis)),
  );
}

function firstLongAxis({ shape }: Numbers): number {
  return Math.max(
    0,
    shape.findIndex((side) => side > 1),
  );
}

/** `flipud(a)`: rows from the last to the first. */
export function flipud(call: BuilderCall): Value | undefined {
  return flippedAt(call, 0);
}

/** `fliplr(a)`: columns from the last to the first. */
export function fliplr(call: BuilderCall): Value | undefined {
  return flippedAt(call, 1);
}

function flippedAt(call: BuilderCall, axis: number): Value | undefined {
  const array = arrayOf(call, bound(call, ['m'])?.m);
  const isKnown = ['numpy', 'torch', 'matlab'].includes(libraryOf(call) ?? '');
  return array && isKnown && array.shape.length > axis ? flippedAlong(call, array, [axis]) : undefined;
}

/** Julia's `reverse(a, dims=…)` and `reverse(a)`, R's `rev(a)`, Wolfram's `Reverse[a]`, TensorFlow's `reverse(a, axis=[…])`. */
export function reverse(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given = bound(
    call,
    library === 'tensorflow' ? ['a', 'axis'] : library === 'julia' ? ['a', 'dims'] : ['a', 'level'],
  ) as { a?: Value; axis?: Value; dims?: Value; level?: Value } | undefined;
  const array = arrayOf(call, given?.a);
  if (!given || !array) return undefined;
  const chosen = given.axis ?? given.dims ?? given.level;
  const axes = array.shape.length;
  if (library === 'r') return axes === 1 && !chosen ? flippedAlong(call, array, [0]) : undefined;
  if (library === 'julia' && !chosen) return flippedAlong(call, array, [...array.shape.keys()]);
  if (library === 'wolfram' && !chosen) return flippedAlong(call, array, [0]);
  const numbers = integersOf(call, chosen);
  if (!numbers || (library !== 'julia' && library !== 'wolfram' && library !== 'tensorflow')) return undefined;
  return flippedAlong(
    call,
    array,
    numbers.map((axis) => axisIn(axes, library === 'tensorflow' ? axis : axis - 1)),
  );
}

/** `rot90(a, k)`: quarter turns against the clock. */
export function rot90(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given = bound(call, ['m', 'k']);
  const array = arrayOf(call, given?.m);
  const turns = given?.k ? integerOf(call, given.k) : 1;
  const isKnown = library === 'numpy' || library === 'torch' || library === 'matlab';
  if (!array || turns === undefined || !isKnown || array.shape.length !== 2) return undefined;
  return viewed(call, array, turned(viewOf(array), turns));
}

/** Julia's `rotl90`, `rotr90` and `rot180`. */
export function turnedBy(quarters: number): (call: BuilderCall) => Value | undefined {
  return (call) => {
    const given = bound(call, ['a', 'k']);
    const array = arrayOf(call, given?.a);
    const times = given?.k ? integerOf(call, given.k) : 1;
    if (!array || times === undefined || libraryOf(call) !== 'julia' || array.shape.length !== 2) return undefined;
    return viewed(call, array, turned(viewOf(array), quarters * times));
  };
}

function turned(view: View, quarters: number): View {
  let result = view;
  for (let turn = ((quarters % 4) + 4) % 4; turn > 0; turn--) result = flipped(permuted(result, [1, 0]), 0);
  return result;
}

/** `roll(a, shift, axis)` of NumPy and `circshift(a, k)` of MATLAB and Julia, along one axis. */
export function roll(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const isNumpy = library === 'numpy' || library === 'torch';
  const given = bound(call, ['a', 'shift', 'axis']);
  const array = arrayOf(call, given?.a);
  const shifts = integersOf(call, given?.shift);
  if (!given || !array || !shifts || (!isNumpy && library !== 'matlab')) return undefined;
  const axis = given.axis ? integerOf(call, given.axis) : undefined;
  if (given.axis && axis === undefined) return undefined;
  const place = axisIn(array.shape.length, axis === undefined ? undefined : isNumpy ? axis : axis - 1);
  if (shifts.length > 1 || (place === undefined && axis !== undefined)) return undefined;
  const along = place ?? (isNumpy ? undefined : firstLongAxis(array));
  return rolled(call, array, shifts[0]!, along);
}

function rolled(call: BuilderCall, array: Numbers, shift: number, axis: number | undefined): Value {
  const { machine, base, place } = call;
  const fault = tooMuch(machine, array.shape, place);
  if (fault) return fault;
  const sources = sourcesOf(viewOf(array));
  const step = axis === undefined ? 1 : array.shape.slice(axis + 1).reduce((size, side) => size * side, 1);
  const length = axis === undefined ? sources.length : array.shape[axis]!;
  const result = sources.map((_, i) => {
    const along = Math.floor(i / step) % length;
    const from = (((along - shift) % length) + length) % length;
    return array.from + i + (from - along) * step;
  });
  return gathered(machine, { base, like: array, place }, array.shape, result);
}

function flippedAlong(call: BuilderCall, array: Numbers, axes: readonly (number | undefined)[]): Value | undefined {
  let view = viewOf(array);
  for (const axis of axes) {
    if (axis === undefined) return undefined;
    view = flipped(view, axis);
  }
  return viewed(call, array, view);
}

function viewed({ machine, base, place }: BuilderCall, like: Numbers, view: View): Value {
  return gatheredView(machine, { base, like, place }, view);
}
