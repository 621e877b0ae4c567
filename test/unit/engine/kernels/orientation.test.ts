import assert from 'node:assert/strict';
import { type Orientation, orientations, oriented } from '../../../../src/engine/kernels/orientation';
import { matrixOf } from '../../../../src/engine/tensor';

const matrix = matrixOf([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('oriented', () => {
  it('agrees with NumPy’s rot90, fliplr, flipud and transpose', () => {
    const expected: Readonly<Record<Orientation, readonly (readonly number[])[]>> = {
      upright: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'turned-90': [
        [4, 1],
        [5, 2],
        [6, 3],
      ],
      'turned-180': [
        [6, 5, 4],
        [3, 2, 1],
      ],
      'turned-270': [
        [3, 6],
        [2, 5],
        [1, 4],
      ],
      'mirrored-left-right': [
        [3, 2, 1],
        [6, 5, 4],
      ],
      'mirrored-top-bottom': [
        [4, 5, 6],
        [1, 2, 3],
      ],
      transposed: [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
      'anti-transposed': [
        [6, 3],
        [5, 2],
        [4, 1],
      ],
    };
    for (const orientation of orientations)
      assert.deepEqual(oriented(matrix, orientation), matrixOf(expected[orientation]), orientation);
  });

  it('is undone by the opposite one', () => {
    for (const orientation of orientations) {
      const back = { 'turned-90': 'turned-270', 'turned-270': 'turned-90' } as const;
      const opposite = orientation in back ? back[orientation as keyof typeof back] : orientation;
      assert.deepEqual(oriented(oriented(matrix, orientation), opposite), matrix, orientation);
    }
  });
});
