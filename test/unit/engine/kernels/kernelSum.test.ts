import assert from 'node:assert/strict';
import { kernelSum } from '../../../../src/engine/kernels/kernelSum';
import { presets } from '../../../../src/engine/kernels/presets';
import { matrixOf } from '../../../../src/engine/tensor';

describe('kernelSum', () => {
  it('says what becomes of a constant picture', () => {
    const keeping = ['identity', 'box', 'gaussian3', 'gaussian5', 'sharpen', 'emboss'];
    for (const { id, matrix } of presets) {
      if (id.startsWith('gabor')) continue;
      const kept = keeping.includes(id);
      assert.deepEqual(kernelSum(matrix), { sum: kept ? 1 : 0, constant: kept ? 'kept' : 'removed' }, id);
    }
    assert.deepEqual(kernelSum(matrixOf([[1, 2, 1]])), { sum: 4, constant: 'scaled' });
  });

  it('loses nothing to the order of large and small weights', () => {
    assert.deepEqual(kernelSum(matrixOf([[1e16, 3, -1e16]])).constant, 'removed');
    assert.equal(kernelSum(matrixOf([[1, 1e16, 1]])).sum, 1e16 + 2);
  });

  it('takes weights of single precision for what they stand for', () => {
    const ninth = Math.fround(1 / 9);
    assert.deepEqual(kernelSum(matrixOf([Array.from({ length: 9 }, () => ninth)])), { sum: 1, constant: 'kept' });
  });

  it('is no number where a weight is none', () => {
    assert.ok(Number.isNaN(kernelSum(matrixOf([[1, Number.NaN]])).sum));
    assert.equal(kernelSum(matrixOf([[1, Number.POSITIVE_INFINITY]])).sum, Number.POSITIVE_INFINITY);
  });
});
