import type { StageShape } from './networkStage';

/** Where a value of an activation lies: channel, row and column from 0; of a row of values, its place as the column. */
export interface ValuePlace {
  readonly channel: number;
  readonly row: number;
  readonly col: number;
}

/** The place of the value at an index of an activation's numbers. */
export function placeOf(shape: StageShape, index: number): ValuePlace {
  if (shape.length === 1) return { channel: 0, row: 0, col: index };
  const [, rows, cols] = shape;
  return { channel: Math.floor(index / (rows * cols)), row: Math.floor(index / cols) % rows, col: index % cols };
}

/** The index of the value at a place. */
export function indexOf(shape: StageShape, { channel, row, col }: ValuePlace): number {
  return shape.length === 1 ? col : (channel * shape[1] + row) * shape[2] + col;
}
