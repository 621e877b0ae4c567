import type { FlattenOrder } from '../../../engine/network/flattening/rowPlace';
import { placeOf, type ValuePlace } from '../../../engine/network/valuePlace';

/** Where in the grid the value at a place of the row stood: `rowPlace` turned round. */
export function placeAt(
  shape: readonly [channels: number, rows: number, cols: number],
  order: FlattenOrder,
  at: number,
): ValuePlace {
  if (order === 'chw') return placeOf(shape, at);
  const [channels, , cols] = shape;
  const pixel = Math.floor(at / channels);
  return { channel: at % channels, row: Math.floor(pixel / cols), col: pixel % cols };
}
