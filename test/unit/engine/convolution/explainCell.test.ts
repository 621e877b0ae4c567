import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { explainCell } from '../../../../src/engine/convolution/explainCell';
import { matrixOf } from '../../../../src/engine/tensor';
import { manualExample, planned, settings } from '../support';

const anyDouble = fc.oneof(
  fc.double(),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, -0, 0.1, 1e308),
);

describe('explainCell', () => {
  it('S1: reads as 1·1 + 0·2 + 0·4 + (−1)·5 = −4', () => {
    const input = matrixOf([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    const kernel = matrixOf([
      [1, 0],
      [0, -1],
    ]);
    const plan = planned(input.shape, kernel.shape);
    const { terms, sum, bias } = explainCell(plan, input, kernel, undefined, { batch: 0, channel: 0, row: 0, col: 0 });
    assert.deepEqual(
      terms.map(({ weight, value }) => [weight, value]),
      [
        [1, 1],
        [0, 2],
        [0, 4],
        [-1, 5],
      ],
    );
    assert.equal(sum, -4);
    assert.equal(bias, undefined);
  });

  it('S9: explains all nine patches', () => {
    const { image, filter, map } = manualExample;
    const plan = planned(image.shape, filter.shape);
    for (let cell = 0; cell < 9; cell++) {
      const place = { batch: 0, channel: 0, row: Math.floor(cell / 3), col: cell % 3 };
      assert.equal(explainCell(plan, image, filter, undefined, place).sum, map.data[cell]);
    }
  });

  it('names the channels of its group', () => {
    const input = { shape: [1, 4, 1, 1], data: Float64Array.of(1, 2, 3, 4) };
    const kernel = { shape: [2, 2, 1, 1], data: Float64Array.of(1, 1, 10, 100) };
    const plan = planned(input.shape, kernel.shape, { groups: 2 }, 2);
    const cell = { batch: 0, channel: 1, row: 0, col: 0 };
    const { terms, bias, sum } = explainCell(plan, input, kernel, Float64Array.of(0, 5), cell);
    assert.deepEqual(
      terms.map(({ channel, product }) => [channel, product]),
      [
        [2, 30],
        [3, 400],
      ],
    );
    assert.deepEqual([bias, sum], [5, 435]);
  });

  it('adds up to the output bit for bit', () => {
    fc.assert(
      fc.property(settings(anyDouble), ({ plan, input, kernel, bias }) => {
        const { data } = conv2d(plan, input, kernel, bias);
        const [, channels, rows, cols] = plan.outputShape;
        for (const [i, expected] of data.entries()) {
          const col = i % cols;
          const row = Math.floor(i / cols) % rows;
          const channel = Math.floor(i / cols / rows) % channels;
          const batch = Math.floor(i / cols / rows / channels);
          const explained = explainCell(plan, input, kernel, bias, { batch, channel, row, col });
          let sum = 0;
          for (const { value, weight, product } of explained.terms) {
            assert.ok(Object.is(product, value * weight));
            sum += product;
          }
          if (explained.bias !== undefined) sum += explained.bias;
          assert.ok(Object.is(sum, expected) && Object.is(explained.sum, expected), `cell ${i}: ${sum}, ${expected}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
