import type { Matrix } from '../tensor';
import { type GaussianForm, gaussianForm } from './gaussianForm';
import { type Orientation, orientations, oriented } from './orientation';
import { type PresetId, presets } from './presets';

/** What a kernel is in itself, before it was turned or scaled. */
export type KernelPattern =
  | { readonly kind: 'preset'; readonly id: PresetId }
  /** −1 1, −1 0 1 or 1 −2 1 in one row: forward and central difference, and the second one. */
  | { readonly kind: 'difference'; readonly difference: Difference }
  /** The mean of rows × columns cells. */
  | { readonly kind: 'box'; readonly rows: number; readonly cols: number }
  /** A Gaussian of any size whose weights sum to 1. */
  | ({ readonly kind: 'gaussian'; readonly rows: number; readonly cols: number } & GaussianForm)
  /** One weight of 1 outside the middle, in this cell of the kernel. */
  | { readonly kind: 'shift'; readonly row: number; readonly col: number };

export type Difference = 'forward' | 'central' | 'second';

/** A kernel that is known: weights = ±scale · pattern, laid in this orientation. */
export interface RecognisedKernel {
  readonly pattern: KernelPattern;
  readonly orientation: Orientation;
  readonly negated: boolean;
  /** Above 0. */
  readonly scale: number;
  /** The largest deviation from that, divided by the largest weight; 0 where only rounding is between. */
  readonly deviation: number;
}

/** Rounding of weights to single precision stays below this, relative to the largest weight. */
const rounding = 1e-6;

/** So far, relative to the largest weight, may a kernel be off that was typed with three or four digits. */
const tolerance = 1e-3;

const differences: readonly (readonly [Difference, readonly number[]])[] = [
  ['forward', [-1, 1]],
  ['central', [-1, 0, 1]],
  ['second', [1, -2, 1]],
];

/**
 * Names a kernel: a preset, a difference in one row or column, a shift, a box or a Gaussian of any size, each also
 * turned, mirrored, negated and multiplied by a constant; undefined for anything else. Of several descriptions the one
 * with the fewest changes is given, an exact one before one within 10⁻³ of the largest weight. Time grows linearly with
 * the size; a kernel that is none of these is mostly refused at its first weights.
 */
export function recogniseKernel(kernel: Matrix): RecognisedKernel | undefined {
  const preset = bestTemplate(kernel);
  if (preset?.deviation === 0) return preset;
  const family = singleWeight(kernel) ?? box(kernel) ?? gaussian(kernel);
  return family?.deviation === 0 ? family : (preset ?? family);
}

interface Template {
  readonly pattern: KernelPattern;
  readonly orientation: Orientation;
  readonly weights: Matrix;
}

/** Every known matrix in every orientation, the ones easiest to say first. */
let templates: readonly Template[] | undefined;

function allTemplates(): readonly Template[] {
  const upright = [
    ...presets.map(({ id, matrix }) => [{ kind: 'preset', id }, matrix] as const),
    ...differences.map(([difference, weights]) => {
      const matrix: Matrix = { shape: [1, weights.length], data: Float64Array.from(weights) };
      return [{ kind: 'difference', difference }, matrix] as const;
    }),
  ];
  return orientations.flatMap((orientation) =>
    upright.map(([pattern, matrix]) => ({ pattern, orientation, weights: oriented(matrix, orientation) })),
  );
}

function bestTemplate(kernel: Matrix): RecognisedKernel | undefined {
  templates ??= allTemplates();
  let best: RecognisedKernel | undefined;
  for (const { pattern, orientation, weights } of templates) {
    const fit = fitted(kernel, weights);
    if (!fit) continue;
    const found = { pattern, orientation, ...fit };
    if (best === undefined || effort(found) < effort(best)) best = found;
  }
  return best;
}

/** How much there is to say about a description; an inexact one comes after all exact ones. */
function effort({ orientation, negated, scale, deviation }: RecognisedKernel): number {
  const turn = orientation === 'upright' ? 0 : orientation.startsWith('turned') ? 4 : 5;
  return turn + (negated ? 2 : 0) + (scale === 1 ? 0 : 1) + (deviation === 0 ? 0 : 10);
}

type Fit = Pick<RecognisedKernel, 'negated' | 'scale' | 'deviation'>;

/** The factor, in the sense of least squares, with which the weights are those of the template; undefined if none. */
function fitted({ shape, data }: Matrix, template: Matrix): Fit | undefined {
  if (shape[0] !== template.shape[0] || shape[1] !== template.shape[1]) return undefined;
  let product = 0;
  let square = 0;
  let most = 0;
  for (const [index, weight] of template.data.entries()) {
    const own = data[index] ?? 0;
    product += own * weight;
    square += weight * weight;
    most = Math.max(most, Math.abs(own));
  }
  const factor = product / square;
  if (!(most > 0 && most < Number.POSITIVE_INFINITY) || factor === 0) return undefined;
  const deviationWith = (one: number) =>
    template.data.reduce((worst, weight, index) => Math.max(worst, Math.abs((data[index] ?? 0) - one * weight)), 0) /
    most;
  return fitOf(factor, deviationWith);
}

/** The plainest factor that is good enough. */
function fitOf(factor: number, deviationWith: (factor: number) => number): Fit | undefined {
  const amount = Math.abs(factor);
  const whole = Math.round(amount);
  const part = 1 / Math.round(1 / amount);
  const plain = [whole, part].find((one) => one > 0 && Math.abs(one - amount) <= rounding * amount);
  const tried = plain === undefined ? [Math.abs(amount - 1) <= tolerance ? 1 : amount, amount] : [plain];
  for (const scale of tried) {
    const deviation = deviationWith(Math.sign(factor) * scale);
    if (deviation <= tolerance) return { negated: factor < 0, scale, deviation: deviation <= rounding ? 0 : deviation };
  }
  return undefined;
}

/** One weight alone: the identity where it stands in the middle, else a shift. */
function singleWeight({ shape: [rows, cols], data }: Matrix): RecognisedKernel | undefined {
  const place = data.findIndex((weight) => weight !== 0);
  const weight = data[place];
  if (weight === undefined || !Number.isFinite(weight)) return undefined;
  if (data.subarray(place + 1).some((other) => other !== 0)) return undefined;
  const fit = fitOf(weight, (one) => Math.abs(weight - one) / Math.abs(weight));
  const row = Math.floor(place / cols);
  const col = place % cols;
  const isMiddle = 2 * row === rows - 1 && 2 * col === cols - 1;
  const pattern = isMiddle ? ({ kind: 'preset', id: 'identity' } as const) : ({ kind: 'shift', row, col } as const);
  return fit && { pattern, orientation: 'upright', ...fit };
}

function box({ shape: [rows, cols], data }: Matrix): RecognisedKernel | undefined {
  const first = data[0] ?? 0;
  if (!Number.isFinite(first) || first === 0) return undefined;
  if (data.some((weight) => !(Math.abs(weight - first) <= tolerance * Math.abs(first)))) return undefined;
  const mean = 1 / data.length;
  const factor = data.reduce((sum, weight) => sum + weight, 0);
  const fit = fitOf(factor, (one) => {
    const farthest = data.reduce((worst, weight) => Math.max(worst, Math.abs(weight - one * mean)), 0);
    return farthest / Math.abs(first);
  });
  const isPreset = rows === 3 && cols === 3;
  const pattern = isPreset ? ({ kind: 'preset', id: 'box' } as const) : ({ kind: 'box', rows, cols } as const);
  return fit && { pattern, orientation: 'upright', ...fit };
}

function gaussian(kernel: Matrix): RecognisedKernel | undefined {
  const found = gaussianForm(kernel, tolerance);
  if (!found) return undefined;
  const fit = fitted(kernel, found.weights);
  const [rows, cols] = kernel.shape;
  return fit && { pattern: { kind: 'gaussian', rows, cols, ...found.form }, orientation: 'upright', ...fit };
}
