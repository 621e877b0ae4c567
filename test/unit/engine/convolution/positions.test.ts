import assert from 'node:assert/strict';
import { crossingPatch, positionAt, positionCount } from '../../../../src/engine/convolution/positions';
import { planned } from '../support';

describe('positions', () => {
  it('S5: lie from [1 2 3] to [26 27 28], 26 of them', () => {
    const axis = planned([1, 28], [1, 3]).width;
    assert.equal(positionCount(axis), 26);
    const labels = [0, 1, 25].map((index) => positionAt(axis, index)).map(({ first, last }) => [first + 1, last + 1]);
    assert.deepEqual(labels, [
      [1, 3],
      [2, 4],
      [26, 28],
    ]);
  });

  it('S6: a third patch at stride 2 would start at 4 and lack 5 and 6', () => {
    assert.deepEqual(crossingPatch(planned([1, 5], [1, 3], { strides: [1, 2] }).width), {
      first: 4,
      last: 6,
      firstMissing: 5,
      lastMissing: 6,
      missing: 2,
    });
  });

  it('counts only the cells that a dilated patch would read', () => {
    assert.deepEqual(crossingPatch(planned([1, 6], [1, 3], { strides: [1, 2], dilations: [1, 2] }).width), {
      first: 2,
      last: 6,
      firstMissing: 6,
      lastMissing: 6,
      missing: 1,
    });
    assert.deepEqual(crossingPatch(planned([1, 7], [1, 3], { strides: [1, 2], dilations: [1, 2] }).width), {
      first: 4,
      last: 8,
      firstMissing: 8,
      lastMissing: 8,
      missing: 1,
    });
  });

  it('lacks every cell where the stride jumps over the end', () => {
    const crossing = crossingPatch(planned([1, 3], [1, 2], { strides: [1, 5] }).width);
    assert.deepEqual(crossing, { first: 5, last: 6, firstMissing: 5, lastMissing: 6, missing: 2 });
  });
});
