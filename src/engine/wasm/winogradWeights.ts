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
  const counts = slotCounts(axes);
  const matrices = Array.from({ length: plan.groups }, () =>
    counts.map((count) => ({ weights: new Float32Array(outputs * count * inputs), outputs })),
  );
  const transform = transformer(plan, axes, kernel);
  let magnitude = 0;
  for (let channel = 0; channel < plan.outputChannels; channel++) {
    const output = channel % outputs;
    const ofGroup = matrices[(channel - output) / outputs]!;
    const sums = new Float64Array(counts.length);
    transform(channel, (numbers, row, column) => {
      const place = row.place * axes.columns.places + column.place;
      const slot = row.phase * phasesAt(axes.columns, column.place) + column.phase;
      const { weights } = ofGroup[place]!;
      const start = (output * counts[place]! + slot) * inputs;
      weights.set(numbers, start);
      sums[place]! += row.growth * column.growth * sumOfMagnitudes(weights, start, start + inputs);
    });
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

/** Takes one number of the transformed kernel of each input channel. */
type Take = (numbers: Float64Array, row: WinogradForm, column: WinogradForm) => void;

/** Transforms the kernels of an output channel, all input channels at once: along their columns, then along their rows. */
function transformer(
  { height, width, kernelShape }: Conv2dPlan,
  { rows, columns }: WinogradAxes,
  kernel: Float32Array | Float64Array,
): (channel: number, take: Take) => void {
  const inputs = kernelShape[1];
  const size = width.kernelSize;
  const cells = height.kernelSize * size;
  const doubles = new Float64Array(inputs * cells);
  const along = new Float64Array(inputs * size);
  const numbers = new Float64Array(inputs);
  return (channel, take) => {
    doubles.set(kernel.subarray(channel * inputs * cells, (channel + 1) * inputs * cells));
    for (const row of rows.forms) {
      for (let column = 0; column < size; column++) {
        const first = row.phase * size + column;
        weightedSums(
          doubles,
          first,
          height.stride * size,
          cells,
          row.factors,
          along.subarray(column * inputs, (column + 1) * inputs),
        );
      }
      for (const column of columns.forms) {
        weightedSums(along, column.phase * inputs, width.stride * inputs, 1, column.factors, numbers);
        take(numbers, row, column);
      }
    }
  };
}

/** For every input channel, `step` numbers apart, Σ factors[tap] · source[first + tap · tapStep]. */
function weightedSums(
  source: Float64Array,
  first: number,
  tapStep: number,
  step: number,
  factors: readonly number[],
  to: Float64Array,
): void {
  to.fill(0);
  for (const [tap, factor] of factors.entries()) {
    if (factor === 0) continue;
    for (let i = 0, at = first + tap * tapStep; i < to.length; i++, at += step) to[i]! += factor * source[at]!;
  }
}

function sumOfMagnitudes(numbers: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += Math.abs(numbers[i]!);
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
