import type { Matrix } from '../tensor';

/** A kernel as the product of a column and a row: weight[i, j] ≈ column[i] · row[j]. */
export interface SeparatedKernel {
  /** One factor a row of the kernel. */
  readonly column: Float64Array;
  /** One factor a column of the kernel. */
  readonly row: Float64Array;
  /** The largest |weight − product| divided by the largest |weight|; 0 where the products are the weights. */
  readonly residual: number;
}

/**
 * The two factors of a kernel of rank 1, or undefined: for a rank above 1, where the residual of the best factors
 * would exceed `tolerance`, for weights that are not finite, and for none at all or zeros alone.
 *
 * Factors whose products are the weights to the last bit (zeros of either sign count as one) are found where the
 * weights of a row are whole multiples of one number, as for whole numbers, fractions of a power of two and equal
 * weights; the row then holds whole numbers without a common divisor. Otherwise they are the best in the sense of least
 * squares (Eckart and Young, 1936), found by power iteration.
 */
export function separateKernel(kernel: Matrix, tolerance = 1e-6): SeparatedKernel | undefined {
  const { data, shape } = kernel;
  const peak = peakIndex(data);
  if (peak === undefined) return undefined;
  const pivotRow = Math.floor(peak / shape[1]);
  const pivot = data.slice(pivotRow * shape[1], (pivotRow + 1) * shape[1]);
  const most = Math.abs(data[peak] ?? 0);
  const crossed = productsOf(kernel, pivot, peak, most);
  // Factors through the largest weight are off by at most four times as much as the best ones.
  if (!(crossed.residual <= 4 * tolerance)) return undefined;
  const exact = exactly(kernel, pivot, peak, most) ?? (crossed.residual === 0 ? crossed : undefined);
  if (exact) return exact;
  const improved = improve(kernel, crossed, most);
  const best = improved.residual < crossed.residual ? improved : crossed;
  return best.residual <= tolerance ? best : undefined;
}

/** Where the weight of the largest amount stands; undefined where one is not finite or all are 0. */
function peakIndex(data: Float64Array): number | undefined {
  let peak: number | undefined;
  let most = 0;
  for (const [index, weight] of data.entries()) {
    const amount = Math.abs(weight);
    if (!(amount < Number.POSITIVE_INFINITY)) return undefined;
    if (amount > most) {
      most = amount;
      peak = index;
    }
  }
  return peak;
}

/** The factors that follow from a row through the largest weight, and how far they are off. */
function productsOf(kernel: Matrix, row: Float64Array, peak: number, most: number): SeparatedKernel {
  const [rows, cols] = kernel.shape;
  const at = peak % cols;
  const column = Float64Array.from({ length: rows }, (_, i) => (kernel.data[i * cols + at] ?? 0) / (row[at] ?? 1));
  return { column, row, residual: residualOf(kernel, column, row, most) };
}

/** Factors with a residual of 0 over the greatest common divisor of a row; undefined where there are none. */
function exactly(kernel: Matrix, pivot: Float64Array, peak: number, most: number): SeparatedKernel | undefined {
  const divisor = pivot.reduce(greatestCommonDivisor, 0);
  const whole = pivot.map((weight) => weight / divisor);
  // Beyond this the divisor is only the last bit of rounded weights.
  if (!whole.every((weight) => Number.isInteger(weight) && Math.abs(weight) <= 2 ** 26)) return undefined;
  const factors = productsOf(kernel, whole, peak, most);
  return factors.residual === 0 ? factors : undefined;
}

/** Of any two numbers, which are whole multiples of some power of two: the remainder of doubles is exact. */
function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.abs(a), Math.abs(b)];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function improve(kernel: Matrix, from: SeparatedKernel, most: number): SeparatedKernel {
  const { shape, data } = kernel;
  const [rows, cols] = shape;
  let { column, row } = from;
  // The second singular value is at most about the tolerance, so each round gains as many digits.
  for (let round = 0; round < 3; round++) {
    column = scaledBy(rows, row, (i, j) => data[i * cols + j] ?? 0);
    row = scaledBy(cols, column, (j, i) => data[i * cols + j] ?? 0);
  }
  return { column, row, residual: residualOf(kernel, column, row, most) };
}

/** The factors that together with `other` come nearest to the weights. */
function scaledBy(count: number, other: Float64Array, weight: (own: number, other: number) => number): Float64Array {
  const square = other.reduce((sum, factor) => sum + factor * factor, 0);
  return Float64Array.from(
    { length: count },
    (_, own) => other.reduce((sum, factor, index) => sum + factor * weight(own, index), 0) / square,
  );
}

function residualOf({ data }: Matrix, column: Float64Array, row: Float64Array, most: number): number {
  let worst = 0;
  let index = 0;
  for (const factor of column)
    for (const weight of row) worst = Math.max(worst, Math.abs((data[index++] ?? 0) - factor * weight));
  return worst / most;
}
