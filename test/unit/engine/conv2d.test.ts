import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d, convolveRows } from '../../../src/engine/conv2d';
import type { Conv2dParams } from '../../../src/engine/conv2dParams';
import { presetById } from '../../../src/engine/kernels/presets';
import { pad2d } from '../../../src/engine/pad2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { type Matrix, matrixOf, type Tensor } from '../../../src/engine/tensor';
import { assertSame, fills, manualExample, matrices, paddings, planned, rowsOf, settings } from './support';

const { image, filter } = manualExample;
const whole = fc.integer({ min: -50, max: 50 });

function convolved(input: Matrix, kernel: Matrix, params: Partial<Conv2dParams> = {}): Tensor {
  return conv2d(planned(input.shape, kernel.shape, params), input, kernel);
}

function turned({ shape, data }: Matrix): Matrix {
  return { shape, data: data.slice().reverse() };
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

  it('is a valid convolution of the padded input', () => {
    const pair = fc.tuple(matrices(5, 4, fc.double()), matrices(2, 3, fc.double()));
    fc.assert(
      fc.property(pair, paddings, fills, fc.boolean(), ([input, kernel], padding, fill, flip) => {
        const plan = planned(input.shape, kernel.shape, { padding, fill, flip });
        const sides = {
          top: plan.height.before,
          bottom: plan.height.after,
          left: plan.width.before,
          right: plan.width.after,
        };
        const padded = pad2d(input, sides, fill);
        if (isPlanProblem(padded)) assert.fail(padded.problem);
        assertSame(conv2d(plan, input, kernel).data, convolved(padded, kernel, { flip }).data);
      }),
    );
  });

  it('is linear in the input', () => {
    const three = fc.tuple(matrices(5, 5, whole), matrices(5, 5, whole), matrices(3, 2, whole), whole, whole);
    fc.assert(
      fc.property(three, ([x, y, kernel, a, b]) => {
        const mixed: Matrix = { shape: x.shape, data: x.data.map((value, i) => a * value + b * y.data[i]!) };
        const fx = convolved(x, kernel).data;
        const fy = convolved(y, kernel).data;
        const difference = convolved(mixed, kernel).data.map((value, i) => value - (a * fx[i]! + b * fy[i]!));
        assert.ok(difference.every((value) => value === 0));
      }),
    );
  });

  it('moves the map with the input', () => {
    fc.assert(
      fc.property(matrices(5, 6, whole), matrices(2, 3, whole), (input, kernel) => {
        const moved = matrixOf(rowsOf(input).map((row) => [0, ...row.slice(0, -1)]));
        const map = rowsOf(convolved(input, kernel));
        const movedMap = rowsOf(convolved(moved, kernel));
        assert.deepEqual(
          movedMap.map((row) => row.slice(1)),
          map.map((row) => row.slice(0, -1)),
        );
      }),
    );
  });

  it('turns the kernel with flip', () => {
    fc.assert(
      fc.property(matrices(5, 5, fc.double()), matrices(2, 3, fc.double()), paddings, (input, kernel, padding) => {
        const flipped = convolved(input, kernel, { padding, flip: true });
        assertSame(flipped.data, convolved(input, turned(kernel), { padding }).data);
      }),
    );
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

  it('takes every S-th cell of stride 1 with stride S', () => {
    const stride = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(matrices(7, 6, whole), matrices(2, 2, whole), stride, stride, (input, kernel, sy, sx) => {
        const dense = rowsOf(convolved(input, kernel));
        const expected = dense.filter((_, i) => i % sy === 0).map((row) => row.filter((_, j) => j % sx === 0));
        assert.deepEqual(rowsOf(convolved(input, kernel, { strides: [sy, sx] })), expected);
      }),
    );
  });

  it('adds up to the product of the sums with full padding', () => {
    fc.assert(
      fc.property(matrices(4, 5, whole), matrices(3, 2, whole), (input, kernel) => {
        const sum = (data: Float64Array) => data.reduce((total, value) => total + value, 0);
        const full = convolved(input, kernel, { padding: { kind: 'full' } });
        assert.equal(sum(full.data) - sum(input.data) * sum(kernel.data), 0);
      }),
    );
  });
});
