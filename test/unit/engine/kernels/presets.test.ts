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
    assert.deepEqual(weights('prewittY'), transposed(weights('prewittX')));
    assert.deepEqual(weights('scharrY'), transposed(weights('scharrX')));
    assert.deepEqual(weights('horizontalEdge'), transposed(weights('verticalEdge')));
    assert.deepEqual(
      weights('diagonalUp'),
      weights('diagonalDown')
        .map((row) => [...row].reverse())
        .map((row) => row.map((w) => -w + 0)),
    );
  });

  it('hold the kernels of the libraries their sources name', () => {
    // scikit-image: scharr_h is this divided by 16 with the upper row positive, roberts_pos_diag as it is.
    assert.deepEqual(weights('scharrY'), [
      [-3, -10, -3],
      [0, 0, 0],
      [3, 10, 3],
    ]);
    assert.deepEqual(weights('robertsDown'), [
      [1, 0],
      [0, -1],
    ]);
    // OpenCV: getGaussianKernel(5, 0) times its transpose.
    const gaussian = [0.0625, 0.25, 0.375, 0.25, 0.0625];
    assert.deepEqual(
      weights('gaussian5'),
      gaussian.map((a) => gaussian.map((b) => a * b)),
    );
    // The nine-point Laplacian is the five-point one and the same turned by 45°.
    const diagonal = [
      [1, 0, 1],
      [0, -4, 0],
      [1, 0, 1],
    ];
    assert.deepEqual(
      weights('laplacian8'),
      weights('laplacian').map((row, i) => row.map((weight, j) => weight + diagonal[i]![j]!)),
    );
  });

  it('keep the ids that saved sessions hold, with their numbers', () => {
    const ids =
      'identity box gaussian3 laplacian sobelX sobelY verticalEdge horizontalEdge diagonalDown diagonalUp sharpen';
    for (const id of ids.split(' ')) assert.deepEqual(presetById(id)?.matrix.shape, [3, 3], id);
    assert.equal(new Set(presets.map(({ id }) => id)).size, presets.length);
  });

  it('each name where they come from', () => {
    for (const { id, source } of presets) assert.ok(source.length > 10, id);
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
