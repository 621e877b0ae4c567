import type { FlattenOrder } from '../../../engine/network/flattening/rowPlace';
import type { ValuePlace } from '../../../engine/network/valuePlace';

/** What the scene of flattening keeps. */
export interface FlattenKept {
  readonly order: FlattenOrder;
  /** What is flattened: the image, or what the layer of that id makes; undefined for what the network itself flattens. */
  readonly of: number | 'image' | undefined;
  readonly place: ValuePlace;
  readonly isShuffled: boolean;
  readonly seed: number;
}

/** Reads what was kept; what is missing or nonsense is PyTorch's order and the third row's fourth value. */
export function readFlattenKept(kept: unknown): FlattenKept {
  const { order, of, place, isShuffled, seed } = record(kept);
  const { channel, row, col } = record(place);
  const isPlace = isIndex(channel) && isIndex(row) && isIndex(col);
  return {
    order: order === 'hwc' ? 'hwc' : 'chw',
    of: of === 'image' || isIndex(of) ? of : undefined,
    place: isPlace ? { channel, row, col } : { channel: 0, row: 2, col: 3 },
    isShuffled: isShuffled !== false,
    seed: isIndex(seed) ? seed : 1,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
