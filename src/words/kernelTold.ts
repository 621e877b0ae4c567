import { kernelSum } from '../engine/kernels/kernelSum';
import type { Orientation } from '../engine/kernels/orientation';
import {
  type Difference,
  type KernelPattern,
  type RecognisedKernel,
  recogniseKernel,
} from '../engine/kernels/recogniseKernel';
import { separateKernel } from '../engine/kernels/separateKernel';
import type { Matrix } from '../engine/tensor';
import { kernelWords } from './kernelWords';
import { shortNumber } from './numberText';
import type { Translate } from './translate';

/** What is said of a kernel. */
export interface KernelTold {
  /** Its name with all changes, `Sobel x, turned by 90°, × 2`; undefined where it is not known. */
  readonly name: string | undefined;
  /** What it answers to; undefined where it is not known, or is no longer what the name by itself says. */
  readonly detects: string | undefined;
  /** What its weights add up to, and whether it splits into a column and a row. */
  readonly sums: string;
}

/** Everything that is known of a kernel, in words. */
export function kernelTold(t: Translate, kernel: Matrix): KernelTold {
  const known = recogniseKernel(kernel);
  return {
    name: known && recognisedName(t, known),
    detects: known && recognisedPurpose(t, known),
    sums: [sumText(t, kernel), separableText(t, kernel)].filter(Boolean).join(' '),
  };
}

/** The name of a recognised kernel and all that was done to it, `≈ box blur, negated`. */
export function recognisedName(t: Translate, known: RecognisedKernel): string {
  const changes = [
    orientationText(t, known.orientation),
    known.negated ? t('negated') : undefined,
    scaleText(known.scale),
  ].filter((change) => change !== undefined);
  const name = changes.reduce((told, change) => t('{0}, {1}', told, change), patternName(t, known.pattern));
  return known.deviation === 0 ? name : `≈ ${name}`;
}

function recognisedPurpose(t: Translate, { pattern, orientation, negated }: RecognisedKernel): string | undefined {
  if (orientation !== 'upright' || negated) return undefined;
  switch (pattern.kind) {
    case 'preset':
      return kernelWords(t, pattern.id)?.detects;
    case 'box':
      return kernelWords(t, 'box')?.detects;
    case 'gaussian':
      return kernelWords(t, 'gaussian3')?.detects;
    case 'shift':
      return t('moves the image without changing it');
    case 'difference':
      return undefined;
  }
}

function patternName(t: Translate, pattern: KernelPattern): string {
  switch (pattern.kind) {
    case 'preset':
      return kernelWords(t, pattern.id)?.name ?? pattern.id;
    case 'difference':
      return differenceName(t, pattern.difference);
    case 'box':
      return t('box blur {0} × {1}', pattern.rows, pattern.cols);
    case 'gaussian':
      return gaussianName(t, pattern);
    case 'shift':
      return t('shift: cell [{0}, {1}] alone', pattern.row, pattern.col);
  }
}

function gaussianName(t: Translate, { rows, cols, method, sigmas }: Extract<KernelPattern, { kind: 'gaussian' }>) {
  if (method === 'binomial') return t('Gaussian {0} × {1}, binomial', rows, cols);
  // An axis of one weight has no width of its own.
  const [one = 0, other = one] = sigmas.filter((sigma) => sigma > 0).map((sigma) => shortNumber(sigma, 5));
  return one === other
    ? t('Gaussian {0} × {1}, σ {2}', rows, cols, one)
    : t('Gaussian {0} × {1}, σ {2} and {3}', rows, cols, one, other);
}

function differenceName(t: Translate, difference: Difference): string {
  switch (difference) {
    case 'forward':
      return t('forward difference');
    case 'central':
      return t('central difference');
    case 'second':
      return t('second difference');
  }
}

function orientationText(t: Translate, orientation: Orientation): string | undefined {
  switch (orientation) {
    case 'upright':
      return undefined;
    case 'turned-90':
      return t('turned by {0}°', 90);
    case 'turned-180':
      return t('turned by {0}°', 180);
    case 'turned-270':
      return t('turned by {0}°', 270);
    case 'mirrored-left-right':
      return t('mirrored left to right');
    case 'mirrored-top-bottom':
      return t('mirrored top to bottom');
    case 'transposed':
      return t('transposed');
    case 'anti-transposed':
      return t('transposed along the rising diagonal');
  }
}

/** A factor as a person would write it: `÷ 16` rather than `× 0.0625`. */
function scaleText(scale: number): string | undefined {
  if (scale === 1) return undefined;
  const part = Math.round(1 / scale);
  return part > 1 && 1 / part === scale ? `÷ ${part}` : `× ${shortNumber(scale, 6)}`;
}

function sumText(t: Translate, kernel: Matrix): string {
  const { sum, constant } = kernelSum(kernel);
  switch (constant) {
    case 'kept':
      return t('The weights sum to 1: brightness stays.');
    case 'removed':
      return t('The weights sum to 0: an even area becomes 0.');
    case 'scaled':
      return t('The weights sum to {0}: an even area is multiplied by it.', shortNumber(sum, 8));
  }
}

function separableText(t: Translate, kernel: Matrix): string | undefined {
  if (Math.min(...kernel.shape) < 2) return undefined;
  const factors = separateKernel(kernel);
  if (!factors) return undefined;
  const { column, row } = factors;
  if (column.length > 7 || row.length > 7) return t('It is a column times a row.');
  const list = (weights: Float64Array) => Array.from(weights, (weight) => shortNumber(weight + 0, 6)).join(' ');
  return t('It is the column {0} times the row {1}.', list(column), list(row));
}
