import assert from 'node:assert/strict';
import { onlyLiteral } from '../support';

/** The characters of each number of the only matrix of a text. */
function written(text: string, languageId: string): readonly string[] {
  const { starts, ends } = onlyLiteral(text, languageId);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

describe('the places of numbers that were moved', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['python', 'np.flip([[1, 2], [3, 40]])', ['40', '3', '2', '1']],
    ['python', 'np.rot90(np.array([[1, 20], [3, 4]]))', ['20', '4', '1', '3']],
    ['python', 'np.array([[1, 2, 3], [4, 5, 60]])[:, ::2]', ['1', '3', '4', '60']],
    ['python', 'np.vstack(([1, 2], [30, 4]))', ['1', '2', '30', '4']],
    ['python', 'np.tile([7, 80], 2)', ['7', '80', '7', '80']],
    ['python', 'np.ones((1, 2)) / 9 - [[5, 60]]', ['5', '60']],
    ['python', 'k = [[1, 2], [3, 4]]\nk[1][0] = -50', ['1', '2', '-50', '4']],
    ['matlab', 'K = [1 2; 3 4]; K(2, :) = [70 8];', ['1', '2', '70', '8']],
    ['r', 't(matrix(c(1, 20, 3, 4), 2))', ['1', '20', '3', '4']],
    ['cpp', 'Mat k = (Mat_<float>(2, 2) << 1, -20, 3, 4);', ['1', '-20', '3', '4']],
  ];
  for (const [languageId, text, expected] of cases) {
    it(`${text} keeps them`, () => assert.deepEqual(written(text, languageId), expected));
  }

  it('are the whole call where no number stands for them, and such a matrix says that it is computed', () => {
    const text = 'k = np.zeros((1, 2))\nk[0, 1] = 5';
    assert.deepEqual(written(text, 'python'), ['np.zeros((1, 2))', '5']);
    assert.equal(onlyLiteral(text, 'python').computed, true);
  });
});
