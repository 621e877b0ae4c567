import type { Size } from '../layer';
import { product } from '../shape/layerResult';
import { type Receptive, widest } from './receptive';

/** Where a shape comes from that the text does not compute. */
export interface ShapeOrigin {
  readonly kind: 'comment' | 'tensor' | 'summary' | 'argument' | 'remembered';
  /** Counted from 0, where it stands in the text. */
  readonly line: number | undefined;
}

/** What is known of a tensor on its way; the batch stands first and has no size. */
export interface FlowingTensor {
  /** Undefined where not even the number of axes is known. */
  readonly shape: readonly Size[] | undefined;
  /** Whether the number of axes is what a layer usually takes and not told. */
  readonly isAssumed: boolean;
  readonly origin: ShapeOrigin | undefined;
  readonly field: Receptive;
}

/** A tensor of which nothing is known. */
export const unknownTensor: FlowingTensor = { shape: undefined, isAssumed: false, origin: undefined, field: undefined };

/** Whether only the last axis is known, as a dense layer tells it, and others may stand before it. */
export function isOpenRank({ shape, isAssumed }: FlowingTensor): boolean {
  return isAssumed && shape?.length === 2;
}

/** A size that a reshape asks for: the batch as it is, what is left over (−1), or a number. */
export type ReshapeSize = Size | 'batch' | 'rest';

/** A shape whose axes from one to another are put together; negative ones count from the end. */
export function flattened(shape: readonly Size[] | undefined, from: Size, to: Size): readonly Size[] | undefined {
  if (!shape || from === undefined || to === undefined) return undefined;
  const first = from < 0 ? shape.length + from : from;
  const last = to < 0 ? shape.length + to : to;
  if (first < 0 || last >= shape.length || first > last) return undefined;
  return [...shape.slice(0, first), product(shape.slice(first, last + 1)), ...shape.slice(last + 1)];
}

/** A shape as a reshape asks for it. */
export function reshaped(
  shape: readonly Size[] | undefined,
  sizes: readonly ReshapeSize[],
): readonly Size[] | undefined {
  if (sizes.length === 0) return undefined;
  const others = sizes.slice(1);
  const item = shape ? product(shape.slice(1)) : undefined;
  const known = product(others.map((size) => (typeof size === 'number' ? size : size === 'rest' ? 1 : undefined)));
  const isSplit = sizes[0] === 'batch' && others.filter((size) => size === 'rest').length === 1;
  const left = isSplit && item !== undefined && known !== undefined && item % known === 0 ? item / known : undefined;
  return [undefined, ...others.map((size) => (typeof size === 'number' ? size : size === 'rest' ? left : undefined))];
}

/** Of tensors with one shape, or with one shape but for the axis along which they are joined. */
export function merged(from: readonly FlowingTensor[], axis: Size): FlowingTensor {
  const [first = unknownTensor, ...others] = from;
  const { shape } = first;
  if (!shape || others.some((other) => other.shape?.length !== shape.length)) return unknownTensor;
  if (axis !== undefined && axis >= 0 && from.some(isOpenRank)) return unknownTensor;
  const joined = axis !== undefined && axis < 0 ? shape.length + axis : axis;
  const sizes = shape.map((_, at): Size | 'apart' => {
    const all = from.map((tensor) => tensor.shape![at]);
    if (at === joined)
      return all.includes(undefined) ? undefined : (all as number[]).reduce((one, next) => one + next, 0);
    const told = new Set(all.filter((size) => size !== undefined));
    // Beside what is joined, all are of one size; cell by cell, one cell is spread over all of the other.
    if (joined === undefined && told.size > 1) told.delete(1);
    if (told.size > 1) return 'apart';
    const [size] = told;
    return joined === undefined && size === 1 && all.includes(undefined) ? undefined : size;
  });
  if (sizes.includes('apart')) return unknownTensor;
  const isAssumed = from.some((tensor) => tensor.isAssumed);
  return { ...first, shape: sizes as readonly Size[], isAssumed, field: widest(from.map(({ field }) => field)) };
}
