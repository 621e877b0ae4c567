import { notFiniteLevel, type Picture, valueOfLevel } from '../../engine/picture/picture';

/** From one value to another. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** How many of the first `reached` + 1 values fall into each of `bins` equal parts of a span; the ends take what lies beyond. */
export function binCounts(data: Float64Array, span: Span, bins: number, reached: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  const last = Math.min(data.length, reached + 1);
  for (let i = 0; i < last; i++) count(counts, data[i] ?? 0, span, 1);
  return counts;
}

/** The same for all cells under a picture, as fine as its levels are. */
export function binLevels(picture: Picture, span: Span, bins: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let level = notFiniteLevel + 1; level < picture.counts.length; level++)
    count(counts, valueOfLevel(picture, level), span, picture.counts[level] ?? 0);
  return counts;
}

function count(counts: number[], value: number, { low, high }: Span, by: number): void {
  const share = (value - low) / (high - low);
  if (Number.isNaN(share)) return;
  const bin = Math.max(0, Math.min(counts.length - 1, Math.round(share * (counts.length - 1))));
  counts[bin] = (counts[bin] ?? 0) + by;
}
