import assert from 'node:assert/strict';
import {
  type Arrangement,
  arrangementsOf,
  likelyArrangement,
  planeLayout,
  planeStart,
} from '../../../src/session/planeLayout';

type Case = readonly [shape: readonly number[], arrangement: Arrangement | undefined, isSure: boolean, size: string];

const cases: readonly Case[] = [
  [[4], 'row', false, '1 of 1×4'],
  [[2, 3], undefined, true, '1 of 2×3'],
  [[1, 1, 4, 4], undefined, true, '1 of 4×4'],
  [[1, 1, 1, 5], undefined, true, '1 of 1×5'],
  // Channels first: PyTorch, and the first axis says so.
  [[3, 5, 6], 'chw', true, '3 of 5×6'],
  [[1, 3, 5, 6], 'chw', true, '3 of 5×6'],
  // Channels last: Pillow, OpenCV, TensorFlow.
  [[32, 32, 3], 'hwc', true, '3 of 32×32'],
  [[28, 28, 1], 'hwc', true, '1 of 28×28'],
  [[1, 28, 28, 1], 'hwc', true, '1 of 28×28'],
  // Both axes may hold channels, or neither says so.
  [[3, 3, 3], 'chw', false, '3 of 3×3'],
  [[2, 2, 2], 'chw', false, '2 of 2×2'],
  [[3, 3, 1], 'hwc', false, '1 of 3×3'],
  // A picture of three channels, or two planes of 3×3.
  [[2, 3, 3], 'hwc', false, '3 of 2×3'],
  // Batches and kernels.
  [[8, 2, 5, 5], 'nchw', true, '16 of 5×5'],
  [[8, 3, 32, 48], 'nchw', true, '24 of 32×48'],
  [[8, 32, 32, 3], 'nhwc', true, '24 of 32×32'],
  [[8, 2, 3, 3], 'nchw', false, '16 of 3×3'],
  [[3, 3, 1, 16], 'hwio', false, '16 of 3×3'],
  [[3, 3, 1, 1], 'hwio', false, '1 of 3×3'],
  [[2, 1, 5, 1], 'nchw', false, '2 of 5×1'],
];

describe('planeLayout(shape)', () => {
  for (const [shape, arrangement, isSure, size] of cases)
    it(`[${shape}] is ${size}${isSure ? '' : ', in doubt'}`, () => {
      const { rows, cols, count } = planeLayout(shape);
      assert.equal(`${count} of ${rows}×${cols}`, size);
      assert.deepEqual(likelyArrangement(shape), arrangement && { arrangement, isSure });
    });

  it('offers a square only where the numbers make one', () => {
    assert.deepEqual(arrangementsOf([9]), ['row', 'column', 'square']);
    assert.deepEqual(arrangementsOf([10]), ['row', 'column']);
    assert.deepEqual(arrangementsOf([2, 3]), []);
  });

  it('takes the likely arrangement where the chosen one does not fit', () => {
    assert.deepEqual(planeLayout([10], 'square'), planeLayout([10]));
    assert.deepEqual(planeLayout([2, 3], 'hwc'), planeLayout([2, 3]));
  });

  it('has every number in exactly one plane, in every arrangement', () => {
    for (const shape of [[9], [2, 3], [2, 3, 4], [3, 2, 2, 3], [1, 4, 2, 2]])
      for (const arrangement of [undefined, ...arrangementsOf(shape)]) {
        const layout = planeLayout(shape, arrangement);
        const seen = new Set<number>();
        for (let plane = 0; plane < layout.count; plane++)
          for (let row = 0; row < layout.rows; row++)
            for (let col = 0; col < layout.cols; col++)
              seen.add(planeStart(layout, plane) + row * layout.rowStep + col * layout.colStep);
        const size = shape.reduce((product, side) => product * side, 1);
        assert.equal(seen.size, size, `${shape} ${arrangement}`);
        assert.ok([...seen].every((index) => index < size));
      }
  });
});
