import assert from 'node:assert/strict';
import { readMatrices } from '../../../src/literals/readMatrices';

describe('the name of a literal', () => {
  const texts: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    ['python', 'image = np.array([[1, 2], [3, 4]])', ['image']],
    ['python', 'a, b = [[1, 2]], [[3, 4]]', ['a', 'b']],
    ['python', 'a = b = [[1, 2]]', ['a']],
    ['python', 'self.kernel = [[1, 2]]', ['kernel']],
    ['python', 'sobel_x: list[list[int]] = [[1, 2], [3, 4]]', ['sobel_x']],
    ['python', 'kernels = {"sobel": [[1, 2]], "box": [[3, 4]]}', ['sobel', 'box']],
    ['python', 'conv(image=[[1, 2]], kernel=[[3, 4]])', ['image', 'kernel']],
    ['python', '>>> k = [[1, 2]]', ['k']],
    ['python', 'In [1]: a = np.array([[1, 2]])', ['a']],
    ['javascript', 'const k = [[1, 2]], m = [[3, 4]];', ['k', 'm']],
    ['javascript', 'export const sobel = { x: [[1, 2]], y: [[3, 4]] };', ['x', 'y']],
    ['typescript', 'const k: number[][] = [[1, 2]];', ['k']],
    ['json', '{"kernel": [[1, 2]], "shape": [1, 2]}', ['kernel']],
    ['c', 'double k[3][3] = {{1,0,0},{0,1,0},{0,0,1}};', ['k']],
    ['c', 'int main() { static const float box[2][2] = {{1, 2}, {3, 4}}; return 0; }', ['box']],
    ['cpp', 'matrix sobelx {{-1, 0, 1}, {-2, 0, 2}};', ['sobelx']],
    ['csharp', 'var k = new double[,] { { 1, 3 }, { 5, 7 } };', ['k']],
    ['go', 'k := [][]int{{1, 2}, {3, 4}}', ['k']],
    ['rust', 'let mut k: [[f32; 2]; 1] = [[1., 2.]];', ['k']],
    ['swift', 'let k: [[Float]] = [[1, 2], [3, 4]]', ['k']],
    ['kotlin', 'val k = arrayOf(intArrayOf(1, 2), intArrayOf(3, 4))', ['k']],
    ['r', 'K <- matrix(c(1, 2, 3, 4), 2)', ['K']],
    ['matlab', 'A = [1 2; 3 4]; K = [1 0; 0 1];', ['A', 'K']],
    ['julia', 'K = [1 2; 3 4]', ['K']],
    ['latex', 'K = \\begin{bmatrix} 1 & 2 \\end{bmatrix}', ['K']],
    ['latex', '\\mathbf{G} = \\begin{bmatrix} 1 & 2 \\end{bmatrix}', ['G']],
    ['plaintext', 'Filter:\n1 0\n0 1\n\nImage:\n1 2 3\n4 5 6', ['Filter', 'Image']],
    ['plaintext', 'image\n[[1 2]\n [3 4]]\n\nkernel\n[[1 0]\n [0 1]]', ['image', 'kernel']],
    ['plaintext', 'Filter 1: \n [[-1 1]\n [1 -1]]', ['Filter 1']],
    ['python', 'filter2D(img, -1, np.array([[1, 2], [3, 4]]))', [undefined]],
    ['python', 'return [[1, 2], [3, 4]]', [undefined]],
  ];
  for (const [languageId, text, names] of texts) {
    it(`${JSON.stringify(text)} is ${names.join(', ')}`, () => {
      assert.deepEqual(
        readMatrices(text, languageId).literals.map(({ name }) => name),
        names,
      );
    });
  }
});
