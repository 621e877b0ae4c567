/** The span of the finite values of some data. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
  readonly maxAbs: number;
}

/** The range of the finite values; `min` +∞, `max` −∞ and `maxAbs` 0 when none is finite. */
export function valueRange(data: ArrayLike<number>): ValueRange {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max, maxAbs: Math.max(-min, max, 0) };
}
