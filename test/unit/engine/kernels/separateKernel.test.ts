import assert from 'node:assert/strict';
import fc from 'fast-check';
import { presetById } from '../../../../src/engine/kernels/presets';
import { separateKernel } from '../../../../src/engine/kernels/separateKernel';
import { type Matrix, matrixOf } from '../../../../src/engine/tensor';

function outer(column: readonly number[], row: readonly number[]): Matrix {
  return matrixOf(column.map((a) => row.map((b) => a * b)));
}

function assertExact(kernel: Matrix, label = ''): void {
  const factors = separateKernel(kernel);
  assert.ok(factors, label);
  assert.equal(factors.residual, 0, label);
  const products = outer([...factors.column], [...factors.row]).data;
  for (const [index, weight] of kernel.data.entries()) assert.equal(products[index]! + 0, weight + 0, label);
}

describe('separateKernel', () => {
  it('gives the factors of OpenCV’s getDerivKernels and getGaussianKernel', () => {
    const sobel = separateKernel(presetById('sobelX')!.matrix)!;
    assert.deepEqual([[...sobel.column], [...sobel.row]], [[1, 2, 1].map(Math.abs), [-1, 0, 1]]);
    const scharr = separateKernel(presetById('scharrY')!.matrix)!;
    assert.deepEqual(
      [...scharr.column].map((one) => one / scharr.column[2]!),
      [-1, 0, 1],
    );
    assert.deepEqual(
      [...scharr.row],
      [-3, -10, -3].map((one) => -one * Math.sign(scharr.column[2]!)),
    );
    const gaussian = separateKernel(presetById('gaussian5')!.matrix)!;
    const sum = gaussian.row.reduce((total, one) => total + one, 0);
    assert.deepEqual(
      [...gaussian.row].map((one) => one / sum),
      [0.0625, 0.25, 0.375, 0.25, 0.0625],
    );
  });

  it('gives presets of rank 1 back to the last bit, and knows those that are not', () => {
    const separable = ['identity', 'box', 'gaussian3', 'gaussian5', 'sobelX', 'sobelY', 'prewittX', 'scharrY'];
    for (const id of separable) assertExact(presetById(id)!.matrix, id);
    for (const id of ['sharpen', 'emboss', 'diagonalUp', 'robertsDown', 'laplacian', 'laplacian8', 'log'])
      assert.equal(separateKernel(presetById(id)!.matrix), undefined, id);
  });

  it('gives every product of whole numbers, and of fractions of a power of two, back to the last bit', () => {
    const factors = (least: number) =>
      fc
        .array(fc.integer({ min: -99, max: 99 }), { minLength: least, maxLength: 7 })
        .filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(factors(1), factors(1), fc.integer({ min: -30, max: 30 }), (column, row, power) => {
        assertExact(
          outer(
            column,
            row.map((one) => one * 2 ** power),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('gives equal weights and multiples of them back to the last bit, whatever their rounding', () => {
    assertExact(outer([1, 1, 1, 1, 1], [1 / 25, 1 / 25, 1 / 25]));
    assertExact(outer([1, 2, 1], [1 / 9, 2 / 9, 1 / 9]));
    assertExact(outer([1], [0.3, 0.1, 0.7]));
    assertExact(outer([0.3, 0.1, 0.7], [1]));
  });

  it('finds the factors of rounded products within the rounding', () => {
    const unit = fc.double({ min: 0.05, max: 1, noNaN: true });
    const factors = fc.array(unit, { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(factors, factors, fc.boolean(), (column, row, isSingle) => {
        const exact = outer(column, row);
        const kernel = isSingle ? { ...exact, data: Float64Array.from(exact.data, Math.fround) } : exact;
        const found = separateKernel(kernel);
        assert.ok(found);
        // Four weights that were rounded meet in a product through the largest one, then a division and a product.
        const bound = isSingle ? 4 * 2 ** -24 + 6 * 2 ** -53 : 6 * 2 ** -53;
        assert.ok(found.residual <= bound, `${found.residual}`);
        const most = kernel.data.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
        const products = outer([...found.column], [...found.row]).data;
        const off = products.reduce((worst, one, index) => Math.max(worst, Math.abs(one - kernel.data[index]!)), 0);
        assert.equal(off / most, found.residual);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is off by more than the tolerance, zeros and weights that are no numbers', () => {
    const off = matrixOf([
      [1, 2],
      [2, 4.001],
    ]);
    assert.equal(separateKernel(off), undefined);
    const near = separateKernel(off, 1e-3);
    assert.ok(near && near.residual > 0 && near.residual < 1e-3);
    assert.equal(separateKernel(matrixOf([[0, 0]])), undefined);
    assert.equal(separateKernel(matrixOf([[1, Number.NaN]])), undefined);
    assert.equal(separateKernel(matrixOf([[1, Number.POSITIVE_INFINITY]])), undefined);
    assert.equal(separateKernel(matrixOf([])), undefined);
  });
});
