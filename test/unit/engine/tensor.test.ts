import assert from 'node:assert/strict';
import { matrixOf } from '../../../src/engine/tensor';

describe('matrixOf', () => {
  it('has the shape of its rows', () => {
    assert.deepEqual(matrixOf([[1, 2, 3]]), { shape: [1, 3], data: Float64Array.of(1, 2, 3) });
    assert.deepEqual(matrixOf([]), { shape: [0, 0], data: new Float64Array() });
  });
});
