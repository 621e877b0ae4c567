import assert from 'node:assert/strict';
import { valueRange } from '../../../../src/engine/picture/valueRange';

describe('valueRange', () => {
  it('leaves out what is not finite', () => {
    const data = [Number.NaN, 2, Number.NEGATIVE_INFINITY, -5, Number.POSITIVE_INFINITY];
    assert.deepEqual(valueRange(data), { min: -5, max: 2, maxAbs: 5 });
  });

  it('keeps the first of two zeros, as the largest of a pooling does', () => {
    assert.deepEqual(valueRange([0, -0]), { min: 0, max: 0, maxAbs: 0 });
    assert.deepEqual(valueRange([-0, 0]), { min: -0, max: -0, maxAbs: 0 });
  });

  it('is empty where nothing is finite', () => {
    assert.deepEqual(valueRange([Number.NaN]), {
      min: Number.POSITIVE_INFINITY,
      max: Number.NEGATIVE_INFINITY,
      maxAbs: 0,
    });
  });
});
