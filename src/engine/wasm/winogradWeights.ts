import type { Conv2dPlan } from '../convolution/conv2dPlan';
import { drawnFrom, type WinogradAxis, type WinogradForm } from './winogradAxis';

/** The transformed weights of a convolution, in single precision. */
export interface WinogradWeights {
  /** For each group and each place of a patch, the output channels of the group, each with all weights at that place. */
  readonly matrices: readonly WinogradMatrix[];
  /** The largest Σ|u| · growth over all that one output cell draws from: see `WinogradForm`. */
  readonly magnitude: number;
}

/** The weights at one place. */
export interface WinogradMatrix {
  /** By output channel; in each by the phases of rows and of columns that have the place, and by input channel. */
  readonly weights: Float32Array;
  readonly outputs: number;
}

/** Both axes of a kernel. */
export interface WinogradAxes {
  readonly rows: WinogradAxis;
  readonly columns: WinogradAxis;
}

/** GgGᵀ of the phases g of every kernel; multiples of ¼ where the weights are whole and no phase has four taps. */
export function winogradWeights(
  plan: Conv2dPlan,
  axes: WinogradAxes,
  kernel: Float32Array | Float64Array,
): WinogradWeights {
  const inputs = plan.kernelShape[1];
  const outputs = plan.outputChannels / plan.groups;
  const cells = plan.height.kernelSize * plan.width.kernelSize;
  const counts = slotCounts(axes);
  const matrices = Array.from({ length: plan.groups }, () =>
    counts.map((count) => ({ weights: new Float32Array(outputs * count * inputs), outputs })),
  );
  let magnitude = 0;
  for (let channel = 0; channel < plan.outputChannels; channel++) {
    const output = channel % outputs;
    const sums = new Float64Array(counts.length);
    for (let input = 0; input < inputs; input++) {
      const start = (channel * inputs + input) * cells;
      eachTransformed(plan, axes, kernel.subarray(start, start + cells), (value, row, column) => {
        const place = row.place * axes.columns.places + column.place;
        const slot = row.phase * phasesAt(axes.columns, column.place) + column.phase;
        const { weights } = matrices[(channel - output) / outputs]![place]!;
        const at = (output * counts[place]! + slot) * inputs + input;
        weights[at] = value;
        sums[place]! += Math.abs(weights[at]!) * row.growth * column.growth;
      });
    }
    magnitude = Math.max(magnitude, largestSum(sums, axes));
  }
  return { matrices: matrices.flat(), magnitude };
}

/** How many phases have a place. */
function phasesAt({ phases, fours }: WinogradAxis, place: number): number {
  return place === 4 ? fours : phases;
}

/** For each place how many pairs of phases have it. */
function slotCounts({ rows, columns }: WinogradAxes): number[] {
  return Array.from({ length: rows.places * columns.places }, (_, place) => {
    return phasesAt(rows, Math.floor(place / columns.places)) * phasesAt(columns, place % columns.places);
  });
}

/** Gives each number of a transformed kernel to `take`: along the columns of the kernel first. */
function eachTransformed(
  { height, width }: Conv2dPlan,
  { rows, columns }: WinogradAxes,
  kernel: Float32Array | Float64Array,
  take: (value: number, row: WinogradForm, column: WinogradForm) => void,
): void {
  const along = new Float64Array(width.kernelSize);
  for (const row of rows.forms) {
    for (let column = 0; column < width.kernelSize; column++) {
      const first = row.phase * width.kernelSize + column;
      along[column] = weighted(kernel, first, height.stride * width.kernelSize, row.factors);
    }
    for (const column of columns.forms) {
      take(weighted(along, column.phase, width.stride, column.factors), row, column);
    }
  }
}

function weighted(
  numbers: Float32Array | Float64Array,
  first: number,
  step: number,
  factors: readonly number[],
): number {
  let sum = 0;
  for (let i = 0; i < factors.length; i++) sum += factors[i]! * numbers[first + i * step]!;
  return sum;
}

/** Of the four cells of a tile the one that draws most. */
function largestSum(sums: Float64Array, { columns }: WinogradAxes): number {
  const sumOf = (across: readonly number[], down: readonly number[]): number => {
    return sums.reduce((sum, part, place) => {
      const row = Math.floor(place / columns.places);
      return sum + down[row]! * across[place % columns.places]! * part;
    }, 0);
  };
  return Math.max(...drawnFrom.flatMap((down) => drawnFrom.map((across) => sumOf(across, down))));
}
