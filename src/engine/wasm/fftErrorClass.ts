import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { ErrorClass } from '../convPath';
import { fillValue } from '../padding/fill';
import { formats } from './errorClass';
import type { FftTile } from './fftTile';
import type { Precision } from './pathRunner';

/** What the size of an error follows from besides the input; the weights' figures are of the worst output channel. */
export interface FftErrorSize {
  /** Cells of a tile. */
  readonly cells: number;
  readonly channels: number;
  /** Σ|weight|. */
  readonly weights: number;
  /** √Σ weight² of each channel, added up. */
  readonly norms: number;
  readonly bias: number;
  /** What padding adds to the largest input. */
  readonly padding: number;
}

/** The figures of a plan; weights and bias as they are rounded to the precision. */
export function fftErrorSize(
  plan: Conv2dPlan,
  weights: Float32Array | Float64Array,
  bias: Float32Array | Float64Array | undefined,
  tile: FftTile,
): FftErrorSize {
  const terms = plan.height.kernelSize * plan.width.kernelSize;
  const channels = plan.kernelShape[1];
  let most = 0;
  let norms = 0;
  for (let output = 0; output < plan.outputChannels; output++) {
    const planes = Array.from({ length: channels }, (_, channel) => (output * channels + channel) * terms);
    const sizes = planes.map((start) => planeSize(weights.subarray(start, start + terms)));
    most = Math.max(most, added(sizes.map(({ sum }) => sum)));
    norms = Math.max(norms, added(sizes.map(({ norm }) => norm)));
  }
  const largestBias = Math.max(0, ...Array.from(bias ?? [], Math.abs));
  const padding = Math.abs(fillValue(plan.fill) ?? 0);
  return { cells: tile.rows.input * tile.columns.input, channels, weights: most, norms, bias: largestBias, padding };
}

/** Σ|weight| and √Σ weight²; squares of parts of the largest, so that none underflows. */
function planeSize(weights: Float32Array | Float64Array): { readonly sum: number; readonly norm: number } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += Math.abs(weight);
    squares += largest > 0 ? (weight / largest) ** 2 : 0;
  }
  return { sum, norm: largest * Math.sqrt(squares) };
}

function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * How far a convolution by Fourier transforms may lie from the exact sums: ‖x‖·‖w‖·((1 + u)³ⁿ·(1 + u√5)³ⁿ⁺¹·(1 + μ)³ⁿ − 1)
 * for n halvings, with ‖x‖ ≤ √(2·cells)·max|x| for a pair of tiles and an error μ of the twiddles (R. P. Brent and
 * P. Zimmermann, Modern Computer Arithmetic, theorem 3.6, after C. Percival, Math. Comp. 72, 2003). Never exact.
 */
export function fftErrorClass(size: FftErrorSize, precision: Precision, largest: number): ErrorClass {
  const { unit, underflow, most } = formats[precision];
  const { cells, channels, norms } = size;
  const peak = Math.max(largest, size.padding);
  const halvings = 3 * Math.log2(cells);
  // Twiddles are rounded to the precision from doubles that are off by less than ten units themselves.
  const twiddle = unit + 10 * 2 ** -53;
  const growth = Math.expm1(
    (halvings + channels) * Math.log1p(unit) +
      (halvings + 1) * Math.log1p(unit * Math.sqrt(5)) +
      halvings * Math.log1p(twiddle),
  );
  const sums = Math.sqrt(2 * cells) * peak * norms;
  const lost = underflow * cells * (16 * halvings * channels * (1 + size.weights) + 8 * cells * channels * peak);
  const bound = growth * sums + 2 * unit * (sums + size.bias) + lost;
  // No number on the way is larger than this.
  const reach = 2 * cells * channels * peak * Math.max(1, size.weights) + size.bias;
  return { kind: 'bounded', bound: reach < most ? bound : Number.POSITIVE_INFINITY };
}
