/** Where the bars of the map's values stand, in pixels from the left. */
export interface BarPlaces {
  readonly barWidth: number;
  readonly rowGap: number;
  readonly leftOf: (step: number) => number;
  readonly stepAt: (x: number) => number;
}

/** One bar for each step, with a gap after each row of the map where there is room for it. */
export function barPlaces(width: number, steps: number, cols: number): BarPlaces {
  const rows = Math.max(1, Math.ceil(steps / Math.max(1, cols)));
  const rowGap = width / Math.max(1, steps) > 9 && cols > 1 ? 8 : 0;
  const barWidth = Math.min(64, (width - (rows - 1) * rowGap) / Math.max(1, steps));
  const leftOf = (step: number) => step * barWidth + Math.floor(step / Math.max(1, cols)) * rowGap;
  const rowWidth = cols * barWidth + rowGap;
  const stepAt = (x: number) => {
    const row = Math.max(0, Math.min(rows - 1, Math.floor(x / rowWidth)));
    const col = Math.max(0, Math.min(cols - 1, Math.floor((x - row * rowWidth) / barWidth)));
    return Math.max(0, Math.min(steps - 1, row * cols + col));
  };
  return { barWidth, rowGap, leftOf, stepAt };
}
