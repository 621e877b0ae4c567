/** How many of the first `reached` + 1 values fall into each of `bins` equal parts from −most to +most; the ends take what lies beyond. */
export function binCounts(data: Float64Array, most: number, bins: number, reached: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  const last = Math.min(data.length, reached + 1);
  for (let i = 0; i < last; i++) {
    const share = ((data[i] ?? 0) / most + 1) / 2;
    if (Number.isNaN(share)) continue;
    const bin = Math.max(0, Math.min(bins - 1, Math.round(share * (bins - 1))));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
