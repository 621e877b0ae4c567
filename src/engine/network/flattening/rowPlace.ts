import type { ValuePlace } from '../valuePlace';

/** In which order flattening goes: PyTorch's channels, rows, columns, or TensorFlow's rows, columns, channels. */
export type FlattenOrder = 'chw' | 'hwc';

type Planes = readonly [channels: number, rows: number, cols: number];

/** The place in the row, from 0, that a value of an activation comes to. */
export function rowPlace(
  [channels, rows, cols]: Planes,
  order: FlattenOrder,
  { channel, row, col }: ValuePlace,
): number {
  return order === 'chw' ? (channel * rows + row) * cols + col : (row * cols + col) * channels + channel;
}

/** How far neighbours come to stand from each other in the row: those side by side, one below the other, and the next channel's. */
export interface NeighbourDistances {
  readonly right: number;
  readonly below: number;
  readonly nextChannel: number;
}

/** The distances of neighbours in the row; the same for every value that has such neighbours. */
export function neighbourDistances([channels, rows, cols]: Planes, order: FlattenOrder): NeighbourDistances {
  return order === 'chw'
    ? { right: 1, below: cols, nextChannel: rows * cols }
    : { right: channels, below: cols * channels, nextChannel: 1 };
}
