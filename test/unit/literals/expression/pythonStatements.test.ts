import assert from 'node:assert/strict';
import { onlyLiteral, onlyProblem, shown } from '../support';

// Expected values: Python 3.11 with NumPy 1.24.2 ran each text.
describe('slices, index assignments and lists of Python', () => {
  const read: readonly (readonly [string, string])[] = [
    ['np.arange(16).reshape(4, 4)[1:3, ::2]', '- 2x2: 4 6 8 10'],
    ['np.arange(25).reshape(5, 5)[1:4, 1:4]', '- 3x3: 6 7 8 11 12 13 16 17 18'],
    ['np.arange(9).reshape(3, 3)[::-1]', '- 3x3: 6 7 8 3 4 5 0 1 2'],
    ['np.arange(9).reshape(3, 3)[::-1, ::-1]', '- 3x3: 8 7 6 5 4 3 2 1 0'],
    ['np.arange(9).reshape(3, 3)[:, 1]', '- 3: 1 4 7'],
    ['np.arange(9).reshape(3, 3)[1]', '- 3: 3 4 5'],
    ['np.arange(9).reshape(3, 3)[-1, :]', '- 3: 6 7 8'],
    ['np.array([1, 2, 1])[:, None]', '- 3x1: 1 2 1'],
    ['np.array([1, 2, 1])[:, np.newaxis] * np.array([-1, 0, 1])', '- 3x3: -1 0 1 -2 0 2 -1 0 1'],
    ['k = np.zeros((3, 3))\nk[1, 1] = 5', 'k 3x3: 0 0 0 0 5 0 0 0 0'],
    ['k = np.zeros((3, 3)); k[0, 0] = -1; k[2, 2] = 1', 'k 3x3: -1 0 0 0 0 0 0 0 1'],
    ['k = np.zeros((3, 3))\nk[1, :] = -1\nk[:, 1] = -1\nk[1, 1] = 5', 'k 3x3: 0 -1 0 -1 5 -1 0 -1 0'],
    [
      'image = np.zeros((6, 6))\nimage[:, 3:] = 10',
      'image 6x6: 0 0 0 10 10 10 0 0 0 10 10 10 0 0 0 10 10 10 0 0 0 10 10 10 0 0 0 10 10 10 0 0 0 10 10 10',
    ],
    [
      'img = np.zeros((5, 5), dtype=np.uint8)\nimg[1:4, 1:4] = 255',
      'img 5x5: 0 0 0 0 0 0 255 255 255 0 0 255 255 255 0 0 255 255 255 0 0 0 0 0 0',
    ],
    ['kernel = np.ones((3, 3)) * -1\nkernel[1][1] = 8', 'kernel 3x3: -1 -1 -1 -1 8 -1 -1 -1 -1'],
    ['k = -np.ones((3,3))\nk[1,1] = 8', 'k 3x3: -1 -1 -1 -1 8 -1 -1 -1 -1'],
    ['k = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]\nk[1][1] = 1', 'k 3x3: 0 0 0 0 1 0 0 0 0'],
    ['k = np.eye(3)\nk[0] = [1, 2, 3]', 'k 3x3: 1 2 3 0 1 0 0 0 1'],
    ['k = np.eye(3)\nk[-1, -1] = 7', 'k 3x3: 1 0 0 0 1 0 0 0 7'],
    ['[[0]*5]*5', '- 5x5: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'],
    ['[[0]*3 for _ in range(3)]', '- 3x3: 0 0 0 0 0 0 0 0 0'],
    ['[[0, 1, 0] for i in range(3)]', '- 3x3: 0 1 0 0 1 0 0 1 0'],
    [
      '[[1/9] * 3] * 3',
      '- 3x3: 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111',
    ],
    ['[0] * 3 + [1] * 2', '- 5: 0 0 0 1 1'],
    ['[[1, 2]] + [[3, 4]]', '- 2x2: 1 2 3 4'],
    ['np.asarray([[1, 2], [3, 4]])[..., 0]', '- 2: 1 3'],
    ['(np.ones((5, 5)) / 25)[1:4, 1:4]', '- 3x3: 0.04 0.04 0.04 0.04 0.04 0.04 0.04 0.04 0.04'],
    ['[[1, 2], [3, 4]][::-1]', '- 2x2: 3 4 1 2'],
    ['[[1, 2], [3, 4]][0]', '- 2: 1 2'],
    ['k = np.zeros((4, 4))\nk[::2, ::2] = 1\nk[1::2, 1::2] = 1', 'k 4x4: 1 0 1 0 0 1 0 1 1 0 1 0 0 1 0 1'],
    ['k = np.zeros((3, 3))\nk[1] = np.array([1, 2, 3])', 'k 3x3: 0 0 0 1 2 3 0 0 0'],
    ['k = np.zeros((4, 4))\nk[1:3, 1:3] = [[1, 2], [3, 4]]', 'k 4x4: 0 0 0 0 0 1 2 0 0 3 4 0 0 0 0 0'],
    ['k = [[0]*3 for _ in range(3)]\nk[1][1] = 5', 'k 3x3: 0 0 0 0 5 0 0 0 0'],
    ['k = ((0, 1), (2, 3))', 'k 2x2: 0 1 2 3'],
    ['k = np.array([[1, 2], [3, 4]], dtype=np.uint8)\nk[0, 0] = 255', 'k 2x2: 255 2 3 4'],
    ['k = np.array([[1, 2], [3, 4]])\nk[0, 0] = 2.0', 'k 2x2: 2 2 3 4'],
  ];
  for (const [text, expected] of read) {
    it(`${text} is computed`, () => assert.equal(shown(onlyLiteral(text, 'python')), expected));
  }

  const refused: readonly (readonly [string, string])[] = [
    ['[r[::-1] for r in [[1, 2], [3, 4]]]', 'not-numeric'],
    ['[[x*2 for x in r] for r in [[1, 2], [3, 4]]]', 'unsupported'],
    ['k = np.zeros((3, 3), dtype=int)\nk[1, 1] = 0.5', 'unsupported'],
    ['k = np.zeros((2, 2))\nif True:\n    k[0, 0] = 1', 'unsupported'],
    ['k = np.zeros((2, 2))\nfor i in range(2):\n    k[i, i] = 1', 'unsupported'],
    ['k = np.zeros((2, 2))\nk[0, 0] += 1', 'unsupported'],
    ['k = np.zeros((2, 2))\nk.fill(3)', 'unsupported'],
    ['k = np.zeros((3, 3))\nk[[0, 2], [0, 2]] = 1', 'unsupported'],
    ['k = np.ones((3, 3))\nk[1, 1] = -8\nk = k / 9', 'unsupported'],
    ['a = np.zeros((2, 2))\nb = a\nb[0, 0] = 1', 'unsupported'],
    ['k = [[0]*3]*3\nk[1][1] = 5', 'unsupported'],
    ['a = np.zeros((2, 2))\nb = a[0]\nb[0] = 1', 'unsupported'],
    ['a = np.zeros((2, 2))\nb = a.T\nb[0, 1] = 1', 'unsupported'],
    ['a = np.zeros((2, 2))\nb = a.copy()\nb[0, 1] = 1', 'unsupported'],
    ['k = np.zeros((3, 3))\nk[1, 1] = 5 if True else 2', 'unsupported'],
    ['k = np.zeros((2, 2))\nk[0, 0], k[1, 1] = 1, 2', 'unsupported'],
    ['k = np.zeros((2, 2))\nk[0] = 1, 2', 'unsupported'],
    ['k = np.zeros((2, 2))\ntry:\n    k[0, 0] = 1\nexcept Exception:\n    pass', 'unsupported'],
    ["k = np.zeros((2, 2))\nwith open('/dev/null') as f: k[0, 0] = 1", 'unsupported'],
    ['k = np.zeros((2, 2))\ndef f(k):\n    k[0, 0] = 1', 'unsupported'],
    ['k = np.array([[0.1, -0.3]]) @ np.array([[3.0], [1.0]])', 'unsupported'],
    ['k = np.float32([[0.1, 0.2]]) @ np.float32([[3.0], [1.0]])', 'unsupported'],
  ];
  for (const [text, code] of refused) {
    it(`${text} is refused`, () => assert.equal(onlyProblem(text, 'python').problem, code));
  }
});
