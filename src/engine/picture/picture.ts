import type { ValueRange } from './valueRange';

/** A matrix as 8-bit levels at the resolution it is shown at, with what is drawn of all its cells. */
export interface Picture {
  readonly rows: number;
  readonly cols: number;
  /**
   * Row by row. A pixel stands for the mean of the cells under it: 1 for `low` to 255 for `high` in equal steps, with
   * a step at exactly 0 that only a mean of 0 takes; 0 where one of the cells is not finite.
   */
  readonly levels: Uint8Array;
  /** 0, or −`high` where a value is negative. */
  readonly low: number;
  readonly high: number;
  /** Of the exact values. */
  readonly range: ValueRange;
  /** How many of the cells themselves have each of the 256 levels. */
  readonly counts: Uint32Array;
  /** The value farthest from 0 of each of at most 2,048 equal runs of cells in reading order. */
  readonly peaks: Float64Array;
}

/** The level of a pixel or cell that is not finite. */
export const notFiniteLevel = 0;

/** The value that a level stands for; NaN for `notFiniteLevel`. */
export function valueOfLevel({ low, high }: Pick<Picture, 'low' | 'high'>, level: number): number {
  if (level === notFiniteLevel) return Number.NaN;
  const zero = zeroLevel(low);
  return ((level - zero) / (255 - zero)) * high;
}

/** The level that 0 has. */
export function zeroLevel(low: number): number {
  return low < 0 ? 128 : 1;
}
