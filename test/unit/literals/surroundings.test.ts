import assert from 'node:assert/strict';
import { onlyLiteral, onlyProblem, shown } from './support';

describe('what stands around a literal', () => {
  const read: readonly (readonly [string, string, string])[] = [
    ['python', 'np.array([[1,2],[3,4]]).T', '- 2x2: 1 3 2 4'],
    ['python', 'k = np.array([1,2,3,4]).reshape(2,2).T', 'k 2x2: 1 3 2 4'],
    ['python', 'k = [[1,2],[3,4]] * 2', 'k 4x2: 1 2 3 4 1 2 3 4'],
    ['python', 'np.array([[1,2],[3,4]]) - np.ones((2,2))', '- 2x2: 0 1 2 3'],
    ['python', '(1/4) * np.array([[1, 2]])', '- 1x2: 0.25 0.5'],
    ['python', 'k = (\n  np.array([[1,2],[3,4]])\n  * 2\n)', 'k 2x2: 2 4 6 8'],
    [
      'python',
      'np.array([[1,2]], np.float32) * 0.1',
      `- 1x2: ${Math.fround(Math.fround(0.1))} ${Math.fround(2 * Math.fround(0.1))}`,
    ],
    ['python', 'torch.tensor([[1,2],[3,4]]).unsqueeze(0).unsqueeze(0)', '- 1x1x2x2: 1 2 3 4'],
    ['matlab', "A = [1 2; 3 4]'", 'A 2x2: 1 3 2 4'],
    ['matlab', 'A = [1 2; 3 4].^2', 'A 2x2: 1 4 9 16'],
    ['matlab', 'A = [[1 2]; [3 4]]', 'A 2x2: 1 2 3 4'],
    ['matlab', 'A = [1 +2; 3 4]', 'A 2x2: 1 2 3 4'],
    ['julia', '[[1,2] [3,4]]', '- 2x2: 1 3 2 4'],
    ['julia', 'Float32[1 2; 3 4] * 2', '- 2x2: 2 4 6 8'],
    ['c', 'float k[2][2] = {{1/2, 1}, {2, 3}};', 'k 2x2: 0 1 2 3'],
    ['c', 'int k[2][2] = {1, 2, 3, 4};', 'k 2x2: 1 2 3 4'],
    ['java', 'new Kernel(3, 1, new float[]{ -1, 0, 1 })', '- 1x3: -1 0 1'],
    ['rust', 'Array::from_shape_vec((2, 2), vec![1., 2., 3., 4.])', '- 2x2: 1 2 3 4'],
    ['go', 'var k [2][2]float64 = [2][2]float64{{1, 2}, {3, 4}}', 'k 2x2: 1 2 3 4'],
    ['r', 'k <- matrix(c(1,2,3,4), nrow=2) / 2', 'k 2x2: 0.5 1.5 1 2'],
    ['latex', 'K = 2\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', 'K 2x2: 2 4 6 8'],
    ['python', 'np.transpose(np.array([[1,2],[3,4]]))', '- 2x2: 1 3 2 4'],
    ['python', 'np.flip([[1,2],[3,4]])', '- 2x2: 4 3 2 1'],
    ['python', 'k = np.zeros((3,3))\nk[1,1] = 5', 'k 3x3: 0 0 0 0 5 0 0 0 0'],
    ['python', 'k = np.array([[1,2],[3,4]])[::-1]', 'k 2x2: 3 4 1 2'],
    ['python', 'np.array([[1,2],[3,4]]) ** 2', '- 2x2: 1 4 9 16'],
    ['matlab', 'A = [1 2; 3 4] * [1 2; 3 4]', 'A 2x2: 7 10 15 22'],
    ['matlab', 'x = fliplr([1 2; 3 4])', 'x 2x2: 2 1 4 3'],
    ['matlab', 'A = [1 2; 3 4]; A(1,1) = 9;', 'A 2x2: 9 2 3 4'],
    ['r', 't(matrix(c(1,2,3,4), nrow=2))', '- 2x2: 1 2 3 4'],
    ['wolfram', 'K = {{1,2},{3,4}}.{{1,2},{3,4}}', 'K 2x2: 7 10 15 22'],
    ['plaintext', 'tensor([[1., 2.]]) * 2', '- 1x2: 2 4'],
    ['plaintext', '\u001b[1m[[1, 2], [3, 4]]\u001b[0m', '- 2x2: 1 2 3 4'],
  ];
  for (const [languageId, text, expected] of read) {
    it(`${text} is computed`, () => assert.equal(shown(onlyLiteral(text, languageId)), expected));
  }

  const refused: readonly (readonly [string, string, string])[] = [
    ['python', 'k = np.array([[1,2],[3,4]]) * sigma', 'unsupported'],
    ['python', 'k = np.array([[1,2],[3,4]])\nk = k / 16', 'unsupported'],
    ['python', 'k = np.array([[1,2],[3,4]])\nk /= 16', 'unsupported'],
    ['python', 'k = np.array([[1,2],[3,4]]) if x else None', 'unsupported'],
    ['python', 'np.array([[1,2],[3,4]], dtype=np.uint8) * 200', 'unsupported'],
    ['python', 'np.array([[1,-1]], dtype=np.uint8)', 'unsupported'],
    ['python', 'np.array([[1,2],[3,4]], dtype=complex)', 'complex'],
    ['python', 'np.array([1,2,3,4]).reshape(2,2,order="F")', 'unsupported'],
    ['python', 'np.array([[1, 2], [3, 4]], ndmin=4)', 'unsupported'],
    ['python', '-[[1,2],[3,4]]', 'unsupported'],
    ['python', 'a = [[1,2],[3,4]]\na.append([5,6])', 'unsupported'],
    ['python', 'a = np.array([[1,2],[3,4]])\na.sort()', 'unsupported'],
    ['python', 'a = np.array([[1,2],[3,4]])\nnp.fill_diagonal(a, 0)', 'unsupported'],
    ['java', 'int[][] k = {{1,2},{3,4}}; k[0][0]++;', 'unsupported'],
    ['java', 'byte[] k = {(byte)200, 1};', 'unsupported'],
    ['c', 'float k[2]={1./3,(float)1/3};', 'unsupported'],
    ['rust', 'let k = [-1i32 as u8, 2];', 'unsupported'],
    ['javascript', 'Float32Array.from([1,2,3], x => 2*x)', 'unsupported'],
    ['clojure', '(* 2 [[1 2] [3 4]])', 'unsupported'],
    ['plaintext', '1/9 [[1, 1], [1, 1]]', 'unsupported'],
    ['plaintext', '   a  b\n0  1  2\n5  3  4', 'ambiguous'],
    ['python', '[[1 -2]]', 'ambiguous'],
    ['c', 'int k[3][3] = {{1,2},{3,4}};', 'ambiguous'],
    ['c', 'unsigned char k[2] = {300, -1};', 'ambiguous'],
    ['c', 'int k[2] = {1.5, 2.5};', 'ambiguous'],
    ['swift', 'let k: [[Double]] = [[1/2, 2], [3, 4]]', 'ambiguous'],
    ['javascript', 'const k = [[1,2],[3,4]].map(r => r.map(x => x / 9));', 'unsupported'],
    ['javascript', 'const k = tf.tensor2d([[1,2],[3,4]]).div(16)', 'unsupported'],
    ['latex', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^T', 'unsupported'],
    ['latex', '-\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', 'unsupported'],
    ['plaintext', '[1 2 3\n 4 5 6]', 'ambiguous'],
    ['plaintext', '1 2 x\n3 4 5', 'not-numeric'],
    ['plaintext', '1 2\n3 4\n...\n5 6', 'truncated'],
    ['markdown', '| 0 | 1 |\n|---|---|\n| 2 | 3 |', 'ambiguous'],
  ];
  for (const [languageId, text, code] of refused) {
    it(`${text} is refused`, () => assert.equal(onlyProblem(text, languageId).problem, code));
  }
});

describe('a problem', () => {
  it('names the ragged row, counted from 0, and marks it', () => {
    const text = 'k = [[1, 2, 3], [4, 5, 6], [7, 8]]';
    const { problem, range, details } = onlyProblem(text, 'python');
    assert.equal(problem, 'ragged');
    assert.equal(text.slice(range.start, range.end), '[7, 8]');
    assert.deepEqual(details, { row: 2, found: 2, expected: 3 });
  });

  it('names the cell that is no number', () => {
    const { details, range } = onlyProblem('[[1, 2], [3, x]]', 'python');
    assert.deepEqual(details, { row: 1, column: 1, found: 'x' });
    assert.deepEqual(range, { start: 13, end: 14 });
  });

  it('stands beside the matrices that could be read, in a selection of several', () => {
    assert.equal(onlyProblem('[[[[[1]]]]]').problem, 'too-deep');
    assert.equal(onlyProblem('np.zeros((100000, 100000))', 'python').problem, 'too-large');
    assert.equal(onlyProblem(' \n').problem, 'empty');
  });
});
