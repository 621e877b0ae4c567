import { type Numbers, sizeOf } from './value';

/** Numbers of the pool in an arrangement: the one at (i, j, …) lies at `offset + i·strides[0] + j·strides[1] + …`. */
export interface View {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** The numbers as they lie, row by row. */
export function viewOf({ shape, from }: Numbers): View {
  return { shape, strides: rowStrides(shape), offset: from };
}

/** The steps between neighbours along each axis of a row-major array. */
export function rowStrides(shape: readonly number[]): readonly number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}

/** The axes in another order: axis `k` of the result is axis `order[k]`. */
export function permuted({ shape, strides, offset }: View, order: readonly number[]): View {
  return { shape: order.map((axis) => shape[axis]!), strides: order.map((axis) => strides[axis]!), offset };
}

/** One axis from its end to its beginning. */
export function flipped({ shape, strides, offset }: View, axis: number): View {
  return {
    shape,
    strides: strides.map((stride, k) => (k === axis ? -stride : stride)),
    offset: offset + (shape[axis]! - 1) * strides[axis]!,
  };
}

/** The first `axes` axes counted from the end, those that are missing with one entry before the others. */
export function withAxes({ shape, strides, offset }: View, axes: number): View {
  const more = Math.max(0, axes - shape.length);
  const fill = (value: number) => new Array<number>(more).fill(value);
  return { shape: [...fill(1), ...shape], strides: [...fill(0), ...strides], offset };
}

/** The view with axes of one entry stretched to `shape`, as NumPy broadcasts; undefined where that does not fit. */
export function stretched(view: View, shape: readonly number[]): View | undefined {
  if (view.shape.length > shape.length) return undefined;
  const { shape: sides, strides, offset } = withAxes(view, shape.length);
  if (!sides.every((side, axis) => side === shape[axis] || side === 1)) return undefined;
  return { shape, strides: strides.map((stride, axis) => (sides[axis] === 1 ? 0 : stride)), offset };
}

/** The shape to which two shapes are stretched together; undefined where they do not fit. */
export function commonShape(one: readonly number[], two: readonly number[]): readonly number[] | undefined {
  const axes = Math.max(one.length, two.length);
  const side = (shape: readonly number[], axis: number) => shape[axis - axes + shape.length] ?? 1;
  const shape = Array.from({ length: axes }, (_, axis) => {
    const [a, b] = [side(one, axis), side(two, axis)];
    return a === b || b === 1 ? a : a === 1 ? b : Number.NaN;
  });
  return shape.some(Number.isNaN) ? undefined : shape;
}

/** Where in the pool the numbers of a view lie, row by row. */
export function sourcesOf({ shape, strides, offset }: View): Int32Array {
  const sources = new Int32Array(sizeOf(shape));
  const counters = new Array<number>(shape.length).fill(0);
  let at = offset;
  for (let i = 0; i < sources.length; i++) {
    sources[i] = at;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis]!;
      if (++counters[axis]! < shape[axis]!) break;
      at -= shape[axis]! * strides[axis]!;
      counters[axis] = 0;
    }
  }
  return sources;
}
