import assert from 'node:assert/strict';
import { readMatrices } from '../../../src/literals/readMatrices';
import { onlyProblem } from './support';

describe('a text that ends too soon', () => {
  const whole = [
    ['python', 'k = np.array([[1.5, -20], [3e-05, 45]])'],
    ['c', 'double k[2][2] = {{1.5, -20.0}, {3e-05, 45.0}};'],
    ['matlab', 'k = [1.5 -20; 3e-05 45]'],
    ['plaintext', '[[ 1.5e+00 -2.0e+01]\n [ 3.0e-05  4.5e+01]]'],
    ['latex', 'K = \\begin{bmatrix} 1.5 & -20 \\\\ 3 & 45 \\end{bmatrix}'],
    ['html', '<table><tr><td>1.5</td><td>-20</td></tr><tr><td>3</td><td>45</td></tr></table>'],
  ] as const;
  for (const [languageId, text] of whole) {
    it(`is never read as a shorter number: ${text}`, () => {
      const [first] = readMatrices(text, languageId).literals;
      assert.ok(first);
      const { starts, ends } = first;
      for (const [i, start] of starts.entries()) {
        for (let length = start + 1; length <= ends[i]!; length++) {
          assert.equal(onlyProblem(text.slice(0, length), languageId).problem, 'unbalanced', text.slice(0, length));
        }
      }
    });
  }

  for (const end of ['4e', '4e-', '4.5E+', '-', '0x']) {
    it(`says so of rows that end in ${end}`, () => {
      const text = `1 2 3\n4 5 ${end}`;
      const { problem, details, range } = onlyProblem(text, 'plaintext');
      assert.equal(problem, 'unbalanced');
      assert.deepEqual(details, { row: 1, column: 2, found: end });
      assert.equal(text.slice(range.start, range.end), end);
    });
  }
});
