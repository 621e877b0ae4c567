import type { Matrix } from '../tensor';
import { binomialWeights, gaussianWeights } from './gaussianWeights';
import { separateKernel } from './separateKernel';

/** How a Gaussian kernel was made, and its standard deviations in cells; 0 along an axis of one weight. */
export interface GaussianForm {
  readonly method: 'binomial' | 'sampled';
  readonly sigmas: readonly [vertical: number, horizontal: number];
}

/**
 * The Gaussian that a kernel is up to a factor, with its weights of sum 1; undefined for anything else. Standard
 * deviations that differ between the axes are believed only where each axis has four weights or more, as any three
 * symmetric ones lie on a bell.
 */
export function gaussianForm(
  kernel: Matrix,
  tolerance: number,
): { readonly form: GaussianForm; readonly weights: Matrix } | undefined {
  if (!isBellShaped(kernel)) return undefined;
  const factors = separateKernel(kernel, tolerance);
  if (!factors) return undefined;
  const column = unitSum(factors.column);
  const row = unitSum(factors.row);
  if (isBinomial(column, tolerance) && isBinomial(row, tolerance)) {
    const sigmas = [Math.sqrt(column.length - 1) / 2, Math.sqrt(row.length - 1) / 2] as const;
    return {
      form: { method: 'binomial', sigmas },
      weights: productOf(binomialWeights(column.length), binomialWeights(row.length)),
    };
  }
  return sampled(column, row);
}

function sampled(column: Float64Array, row: Float64Array) {
  const vertical = sigmaOf(column);
  const horizontal = sigmaOf(row);
  if (vertical === undefined || horizontal === undefined) return undefined;
  const areAlike = Math.abs(vertical - horizontal) <= 1e-2 * Math.max(vertical, horizontal);
  const isCertain = areAlike || [column, row].every(({ length }) => length === 1 || length >= 4);
  if (!isCertain) return undefined;
  const weights = productOf(weightsWith(column.length, vertical), weightsWith(row.length, horizontal));
  return { form: { method: 'sampled', sigmas: [vertical, horizontal] } as const, weights };
}

/** Weights of one sign that are the same from both ends: refused at once for most kernels. */
function isBellShaped({ shape, data }: Matrix): boolean {
  const sign = Math.sign(data[Math.floor(data.length / 2)] ?? 0);
  if (sign === 0 || Math.max(...shape) < 3) return false;
  for (let first = 0, last = data.length - 1; first <= last; first++, last--) {
    const [a = 0, b = 0] = [data[first], data[last]];
    // Weights far out may have been rounded to 0.
    if (!(sign * a >= 0 && sign * b >= 0 && Math.abs(a - b) <= 1e-2 * Math.abs(a))) return false;
  }
  return true;
}

function isBinomial(weights: Float64Array, tolerance: number): boolean {
  const expected = binomialWeights(weights.length);
  const most = expected[weights.length >> 1] ?? 1;
  return expected.every((weight, place) => Math.abs(weight - (weights[place] ?? 0)) <= tolerance * most);
}

/**
 * The standard deviation of which the weights are samples around their middle: the parabola through their logarithms,
 * each counting by its square so that rounded small ones do not matter. 0 for one weight, undefined where they do not
 * fall off from the middle.
 */
function sigmaOf(weights: Float64Array): number | undefined {
  if (weights.length === 1) return 0;
  let [count, squares, fourths, logs, crossed] = [0, 0, 0, 0, 0];
  for (const [place, weight] of weights.entries()) {
    if (!(weight > 0)) continue;
    const importance = weight * weight;
    const square = (place - (weights.length - 1) / 2) ** 2;
    count += importance;
    squares += importance * square;
    fourths += importance * square * square;
    logs += importance * Math.log(weight);
    crossed += importance * square * Math.log(weight);
  }
  const slope = (count * crossed - squares * logs) / (count * fourths - squares * squares);
  if (!(slope < 0 && Number.isFinite(slope))) return undefined;
  return plainSigma(Math.sqrt(-1 / (2 * slope)));
}

/** What is a number of two digits behind the point but for rounding was meant as one. */
function plainSigma(sigma: number): number {
  const plain = Math.round(sigma * 100) / 100;
  return Math.abs(plain - sigma) <= 1e-3 * sigma ? plain : sigma;
}

function weightsWith(count: number, sigma: number): Float64Array {
  return count === 1 ? Float64Array.of(1) : gaussianWeights(count, sigma);
}

function unitSum(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function productOf(column: Float64Array, row: Float64Array): Matrix {
  const data = Float64Array.from({ length: column.length * row.length }, (_, index) => {
    const place = Math.floor(index / row.length);
    return (column[place] ?? 0) * (row[index % row.length] ?? 0);
  });
  return { shape: [column.length, row.length], data };
}
