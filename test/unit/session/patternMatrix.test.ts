import assert from 'node:assert/strict';
import { patternMatrix } from '../../../src/session/patternMatrix';

describe('patternMatrix(pattern, rows, cols)', () => {
  // numpy 1.24: np.random.default_rng(seed).integers(0, 10, (rows, cols))
  for (const [seed, rows, cols, expected] of [
    [0, 3, 4, [8, 6, 5, 2, 3, 0, 0, 0, 1, 8, 6, 9]],
    [42, 2, 3, [0, 7, 6, 4, 4, 8]],
  ] as const)
    it(`draws the whole numbers that NumPy draws with seed ${seed}`, () => {
      assert.deepEqual([...(patternMatrix({ kind: 'random', seed }, rows, cols)?.data ?? [])], expected);
    });

  it('refuses a seed that NumPy does not take', () => {
    assert.equal(patternMatrix({ kind: 'random', seed: -1 }, 2, 2), undefined);
    assert.equal(patternMatrix({ kind: 'random', seed: 0.5 }, 2, 2), undefined);
  });

  for (const [kind, rows, cols, expected] of [
    ['ramp', 2, 3, [0, 1, 2, 0, 1, 2]],
    ['checkerboard', 2, 3, [0, 1, 0, 1, 0, 1]],
    ['edge', 1, 5, [0, 0, 0, 1, 1]],
    ['edge', 1, 4, [0, 0, 1, 1]],
    // scipy 1.10: scipy.signal.unit_impulse(shape, 'mid')
    ['impulse', 3, 3, [0, 0, 0, 0, 1, 0, 0, 0, 0]],
    ['impulse', 2, 4, [0, 0, 0, 0, 0, 0, 1, 0]],
  ] as const)
    it(`makes ${rows} × ${cols} cells of ${kind}`, () => {
      assert.deepEqual(patternMatrix({ kind }, rows, cols), {
        shape: [rows, cols],
        data: Float64Array.from(expected),
      });
    });
});
