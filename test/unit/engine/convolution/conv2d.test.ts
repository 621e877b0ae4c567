import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d, convolveRows } from '../../../../src/engine/convolution/conv2d';
import type { Conv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import { presetById } from '../../../../src/engine/kernels/presets';
import { type Matrix, matrixOf, type Tensor } from '../../../../src/engine/tensor';
import { assertSame, manualExample, matrices, planned, rowsOf, settings } from '../support';

const { image, filter } = manualExample;
const whole = fc.integer({ min: -50, max: 50 });

function convolved(input: Matrix, kernel: Matrix, params: Partial<Conv2dParams> = {}): Tensor {
  return conv2d(planned(input.shape, kernel.shape, params), input, kernel);
}

describe('conv2d', () => {
  it('S1: gives −4 everywhere for 1 … 9', () => {
    const input = matrixOf([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    const kernel = matrixOf([
      [1, 0],
      [0, -1],
    ]);
    assert.deepEqual(rowsOf(convolved(input, kernel)), [
      [-4, -4],
      [-4, -4],
    ]);
  });

  it('S2: the Laplacian gives 3', () => {
    const input = matrixOf([
      [1, 2, 0],
      [0, 1, 3],
      [1, 2, 1],
    ]);
    assert.deepEqual(rowsOf(convolved(input, presetById('laplacian')!.matrix)), [[3]]);
  });

  it('S3: Sobel x gives 760 on an edge', () => {
    const edge = matrixOf([
      [10, 10, 200],
      [10, 10, 200],
      [10, 10, 200],
    ]);
    assert.deepEqual(rowsOf(convolved(edge, presetById('sobelX')!.matrix)), [[760]]);
  });

  it('S4: makes 26×26 of 28×28', () => {
    const blank: Matrix = { shape: [28, 28], data: new Float64Array(784) };
    assert.deepEqual(convolved(blank, filter).shape, [1, 1, 26, 26]);
  });

  it('S6: takes every second patch with stride 2', () => {
    assert.deepEqual(rowsOf(convolved(image, filter, { strides: [2, 2] })), [
      [-4, 4],
      [2, -1],
    ]);
  });

  it('S7 and S9: gives the map of the manual example, without and with padding 1', () => {
    assert.deepEqual(rowsOf(convolved(image, filter)), rowsOf(manualExample.map));
    const padding = { kind: 'all', amount: 1 } as const;
    assert.deepEqual(rowsOf(convolved(image, filter, { padding })), rowsOf(manualExample.paddedMap));
  });

  it('multiplies padding too, so that an infinite weight on a zero gives NaN', () => {
    const kernel = matrixOf([[Number.POSITIVE_INFINITY, 1]]);
    const padding = { kind: 'explicit', top: 0, bottom: 0, left: 1, right: 0 } as const;
    assert.deepEqual(rowsOf(convolved(matrixOf([[1, 2]]), kernel, { padding })), [
      [Number.NaN, Number.POSITIVE_INFINITY],
    ]);
  });

  it('keeps denormals, and gives NaN for 0 · ∞ and ∞ − ∞', () => {
    const infinity = Number.POSITIVE_INFINITY;
    assert.deepEqual(rowsOf(convolved(matrixOf([[5e-324, 5e-324]]), matrixOf([[1, 1]]))), [[1e-323]]);
    assert.deepEqual(rowsOf(convolved(matrixOf([[infinity, 1]]), matrixOf([[0, 1]]))), [[Number.NaN]]);
    assert.deepEqual(rowsOf(convolved(matrixOf([[infinity, infinity]]), matrixOf([[1, -1]]))), [[Number.NaN]]);
    assert.deepEqual(rowsOf(convolved(matrixOf([[Number.NaN, 1, 2]]), matrixOf([[0, 1]]))), [[Number.NaN, 2]]);
  });

  it('starts every sum at +0', () => {
    assert.ok(Object.is(convolved(matrixOf([[0]]), matrixOf([[-1]])).data[0], 0));
  });

  it('gives the same in slices', () => {
    fc.assert(
      fc.property(settings(fc.double()), fc.integer({ min: 1, max: 5 }), ({ plan, input, kernel, bias }, step) => {
        const [batch, channels, height] = plan.outputShape;
        const rows = batch * channels * height;
        const expected = conv2d(plan, input, kernel, bias);
        const sliced = new Float64Array(expected.data.length).fill(1);
        for (let row = 0; row < rows; row += step) {
          convolveRows(plan, input.data, kernel.data, bias, sliced, row, Math.min(row + step, rows));
        }
        assertSame(sliced, expected.data);
      }),
    );
  });

  it('leaves rows alone that were not asked for', () => {
    const plan = planned(image.shape, filter.shape);
    const output = new Float64Array(9).fill(99);
    convolveRows(plan, image.data, filter.data, undefined, output, 1, 2);
    assert.deepEqual(Array.from(output), [99, 99, 99, 0, -4, 0, 99, 99, 99]);
  });

  it('takes a separable kernel in two passes', () => {
    fc.assert(
      fc.property(matrices(6, 6, whole), matrices(3, 1, whole), matrices(1, 3, whole), (input, col, row) => {
        const kernel = matrixOf(rowsOf(col).map(([a]) => rowsOf(row)[0]!.map((b) => a! * b)));
        const first = matrixOf(rowsOf(convolved(input, col)));
        assert.deepEqual(
          rowsOf(convolved(first, row)),
          rowsOf(convolved(input, kernel)).map((r) => r.map((v) => v + 0)),
        );
      }),
    );
  });
});
