import { gatheredView } from '../expression/gather';
import { reshaped, shapeOf } from '../expression/shapes';
import { reordered, transposed } from '../expression/transpose';
import { isMatrix, type Numbers, sizeOf, type Value } from '../expression/value';
import { viewOf } from '../expression/views';
import type { BuilderCall } from './builders';
import { noteFilling } from './fillOrder';
import { arrayOf, axisIn, bound, integerOf, integersOf, isNone, libraryOf } from './parameters';

/** `transpose(a)`, with the order of the axes where it is given, and its short form in R and PyTorch. */
export function transpose(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given: { a?: Value; axes?: Value; perm?: Value } | undefined =
    library === 'tensorflow' ? bound(call, ['a', 'perm']) : bound(call, ['a', 'axes']);
  const array = arrayOf(call, given?.a);
  if (!array || !library) return undefined;
  const order = given?.axes ?? given?.perm;
  if (isNone(order))
    return library === 'torch' || library === 'julia'
      ? ofPlane(call, array)
      : atBase(call, transposed(call.machine, array, call.place));
  const axes = integersOf(call, order);
  return axes && library !== 'torch'
    ? inOrder(call, array, axes, library === 'matlab' || library === 'julia')
    : undefined;
}

/** `swapaxes(a, i, j)` and PyTorch's `transpose(a, i, j)`. */
export function swapAxes(call: BuilderCall): Value | undefined {
  const given = bound(call, ['a', 'i', 'j']);
  const array = arrayOf(call, given?.a);
  const library = libraryOf(call);
  if (call.args.length < 3) return transpose(call);
  if (!array || (library !== 'torch' && library !== 'numpy')) return undefined;
  const [i, j] = [given?.i, given?.j].map((value) => axisIn(array.shape.length, integerOf(call, value)));
  if (i === undefined || j === undefined) return undefined;
  return inOrder(call, array, [...array.shape.keys()].with(i, j).with(j, i), false);
}

/** `permute(a, order)`, `permutedims(a)`: the axes in another order. */
export function permute(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given = bound(call, ['a', 'order']);
  const array = arrayOf(call, given?.a);
  if (!array || !library) return undefined;
  if (!given?.order) return library === 'julia' ? ofPlane(call, array) : undefined;
  const axes = integersOf(call, given.order);
  return axes && inOrder(call, array, axes, library === 'matlab' || library === 'julia');
}

/** `moveaxis(a, from, to)`. */
export function moveAxis(call: BuilderCall): Value | undefined {
  const given = bound(call, ['a', 'source', 'destination']);
  const array = arrayOf(call, given?.a);
  if (!array || (libraryOf(call) !== 'numpy' && libraryOf(call) !== 'torch')) return undefined;
  const [from, to] = [given?.source, given?.destination].map((v) => axisIn(array.shape.length, integerOf(call, v)));
  if (from === undefined || to === undefined) return undefined;
  return inOrder(call, array, [...array.shape.keys()].toSpliced(from, 1).toSpliced(to, 0, from), false);
}

/** `reshape(a, shape)`: rows first in NumPy, PyTorch and TensorFlow, columns first in MATLAB and Julia. */
export function reshape(call: BuilderCall): Value | undefined {
  const { args, machine, place } = call;
  const library = libraryOf(call);
  const [first, ...sides] = args;
  const array = arrayOf(call, first?.value);
  if (!array || first?.keyword !== undefined) return undefined;
  if (library === 'matlab' || library === 'julia') return filled(call, array, sidesIn(call, sides), library);
  const isKnown = library === 'numpy' || library === 'torch' || library === 'tensorflow';
  const shape =
    sides.length === 1 && isKnown ? shapeOf(machine, [{ keyword: undefined, value: sides[0]!.value }]) : undefined;
  const keyword = sides[0]?.keyword;
  if (!shape || (keyword !== undefined && keyword !== 'shape' && keyword !== 'newshape')) return undefined;
  return atBase(call, reshaped(array, shape, place));
}

/** MATLAB's and Julia's reshape, or what it looks like where a person has chosen that. */
function filled(
  call: BuilderCall,
  array: Numbers,
  sides: readonly number[] | undefined,
  library: 'matlab' | 'julia',
): Value | undefined {
  const { machine, place } = call;
  const rowsFirst = machine.language.order === 'rows';
  const by = library === 'matlab' ? 'MATLAB' : 'Julia';
  if (sides) noteFilling(machine, array, { place, shape: sides, rowsFirst, by });
  return rowsFirst ? sides && atBase(call, reshaped(array, sides, place)) : columnsFirst(call, array, sides);
}

/** The sides of MATLAB's and Julia's `reshape`, one of which may be left open: `[]` or `:`. */
function sidesIn(call: BuilderCall, sides: BuilderCall['args']): readonly number[] | undefined {
  if (sides.some(({ keyword }) => keyword !== undefined)) return undefined;
  if (sides.length === 1) return integersOf(call, sides[0]!.value);
  const numbers = sides.map(({ value }) => integerOf(call, value) ?? (isOpenSide(call, value) ? -1 : undefined));
  return numbers.every((side) => side !== undefined) ? numbers : undefined;
}

function isOpenSide({ machine }: BuilderCall, { start, end }: Value): boolean {
  const written = machine.text.slice(start, Math.min(end, start + 9)).replaceAll(' ', '');
  return written === '[]' || written === ':';
}

/** The numbers in the order of the columns, laid out columns first in another shape. */
export function columnsFirst(
  call: Pick<BuilderCall, 'machine' | 'base' | 'place'>,
  array: Numbers,
  given: readonly number[] | undefined,
): Value | undefined {
  const { machine, base, place } = call;
  const size = sizeOf(array.shape);
  const known = given?.reduce((product, side) => (side === -1 ? product : product * side), 1) ?? 0;
  const shape = given?.map((side) => (side === -1 ? size / known : side));
  if (!shape || shape.length < 1 || shape.length > 4 || sizeOf(shape) !== size || shape.some((side) => !(side >= 1)))
    return undefined;
  const flat = columnOrder(viewOf(array));
  const value = gatheredView(machine, { base, like: array, place }, flat, [size]);
  if (value.kind !== 'numbers') return value;
  const turned = columnOrder({ ...viewOf({ ...value, shape: shape.toReversed() }) });
  return gatheredView(machine, { base, like: value, place }, turned, shape);
}

function columnOrder({ shape, strides, offset }: ReturnType<typeof viewOf>): ReturnType<typeof viewOf> {
  return { shape: shape.toReversed(), strides: strides.toReversed(), offset };
}

/** `ravel(a)`, `flatten(a)`: one axis, row by row. */
export function ravel(call: BuilderCall): Value | undefined {
  const array = arrayOf(call, call.args[0]?.value);
  const isKnown = libraryOf(call) === 'numpy' || libraryOf(call) === 'torch';
  if (!array || call.args.length !== 1 || !isKnown) return undefined;
  return atBase(call, reshaped(array, [sizeOf(array.shape)], call.place));
}

/** `squeeze(a)`: without the axes of one entry. */
export function squeeze(call: BuilderCall): Value | undefined {
  const array = arrayOf(call, call.args[0]?.value);
  const kept = array?.shape.filter((side) => side !== 1) ?? [];
  const library = libraryOf(call);
  const isKnown = library === 'numpy' || library === 'torch' || library === 'tensorflow';
  if (!array || call.args.length !== 1 || kept.length === 0 || !isKnown) return undefined;
  return atBase(call, reshaped(array, kept, call.place));
}

/** `expand_dims(a, axis)`, `unsqueeze(a, dim)`: with a further axis of one entry. */
export function expandDims(call: BuilderCall): Value | undefined {
  const given: { a?: Value; axis?: Value; dim?: Value } | undefined =
    bound(call, ['a', 'axis']) ?? bound(call, ['a', 'dim']);
  const array = arrayOf(call, given?.a);
  const at = array && axisIn(array.shape.length + 1, integerOf(call, given?.axis ?? given?.dim));
  if (!array || at === undefined || !libraryOf(call)) return undefined;
  return atBase(call, reshaped(array, array.shape.toSpliced(at, 0, 1), call.place));
}

/** `atleast_2d(a)`. */
export function atLeast2d(call: BuilderCall): Value | undefined {
  const array = arrayOf(call, call.args[0]?.value);
  if (!array || call.args.length !== 1 || libraryOf(call) !== 'numpy') return undefined;
  return atBase(call, array.shape.length > 1 ? array : reshaped(array, [1, array.shape[0]!], call.place));
}

function ofPlane(call: BuilderCall, array: Numbers): Value | undefined {
  return array.shape.length === 2 ? atBase(call, transposed(call.machine, array, call.place)) : undefined;
}

function inOrder(call: BuilderCall, array: Numbers, given: readonly number[], fromOne: boolean): Value | undefined {
  const axes = given.map((axis) => axisIn(array.shape.length, fromOne ? axis - 1 : axis));
  const isOrder = axes.length === array.shape.length && new Set(axes).size === axes.length && !axes.includes(undefined);
  return isOrder ? atBase(call, reordered(call.machine, array, axes as number[], call.place)) : undefined;
}

/** What was made of the call's first argument, which is where the result has to lie, with the call's place. */
function atBase({ base, machine, place }: BuilderCall, value: Value | undefined): Value | undefined {
  if (!isMatrix(value)) return value;
  if (value.from !== base) return undefined;
  machine.pool.size = base + sizeOf(value.shape);
  return { ...value, ...place };
}
