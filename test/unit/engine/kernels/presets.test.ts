import assert from 'node:assert/strict';
import { presetById, presetOf, presets } from '../../../../src/engine/kernels/presets';
import { matrixOf } from '../../../../src/engine/tensor';
import { rowsOf } from '../support';

const transposed = (rows: readonly (readonly number[])[]): number[][] =>
  rows[0]!.map((_, j) => rows.map((row) => row[j]!));
const weights = (id: string): number[][] => rowsOf(presetById(id)!.matrix);

describe('presets', () => {
  it('hold the filters of the notebook', () => {
    assert.deepEqual(weights('sobelX'), [
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ]);
    assert.deepEqual(weights('laplacian'), [
      [0, 1, 0],
      [1, -4, 1],
      [0, 1, 0],
    ]);
    assert.deepEqual(weights('verticalEdge'), [
      [1, 0, -1],
      [1, 0, -1],
      [1, 0, -1],
    ]);
  });

  it('hold each edge filter with its transpose', () => {
    assert.deepEqual(weights('sobelY'), transposed(weights('sobelX')));
    assert.deepEqual(weights('horizontalEdge'), transposed(weights('verticalEdge')));
    assert.deepEqual(
      weights('diagonalUp'),
      weights('diagonalDown')
        .map((row) => [...row].reverse())
        .map((row) => row.map((w) => -w + 0)),
    );
  });

  it('sum to 1 where they keep brightness, and to 0 where they find edges', () => {
    const keeping = ['identity', 'box', 'gaussian3', 'sharpen'];
    for (const { id, matrix } of presets) {
      const sum = matrix.data.reduce((total, weight) => total + weight, 0);
      assert.ok(Math.abs(sum - (keeping.includes(id) ? 1 : 0)) < 1e-15, id);
    }
  });

  it('are found by id and by exact weights', () => {
    for (const preset of presets) assert.equal(presetOf(preset.matrix), presetById(preset.id));
    assert.equal(presetById('toString'), undefined);
    assert.equal(presetOf(matrixOf([[1, 0, -1]])), undefined);
    assert.equal(
      presetOf(
        matrixOf([
          [0.1111, 0.1111, 0.1111],
          [0.1111, 0.1111, 0.1111],
          [0.1111, 0.1111, 0.1111],
        ]),
      ),
      undefined,
    );
  });
});
