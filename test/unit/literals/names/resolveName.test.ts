import assert from 'node:assert/strict';
import { nameAt } from '../../../../src/literals/names/nameAt';
import { resolveName } from '../../../../src/literals/names/resolveName';
import { caret } from '../support';

/** What the name at the caret of the last cell stands for: a cell and its numbers, or why not and on which line. */
function resolved(languageId: string, ...marked: readonly string[]): string {
  const last = caret(marked.at(-1)!);
  const cells = [...marked.slice(0, -1), last.text].map((text) => ({ text, languageId }));
  const name = nameAt(last.text, languageId, last.offset);
  if (!name) return 'no name';
  const found = resolveName(name.name, cells, cells.length - 1, last.offset);
  if ('literal' in found) return `cell ${found.cellIndex}: ${found.literal.data.join(' ')}`;
  if (found.unresolved === 'written') return `written in cell ${found.cellIndex}, line ${found.line}`;
  return found.unresolved === 'unreadable' ? found.problem.problem : 'not-found';
}

const image = 'image = [[1, 2], [3, 4]]\n';

describe('resolveName', () => {
  const python: readonly (readonly [string, string])[] = [
    [`${image}f(im|age)`, 'cell 0: 1 2 3 4'],
    [`${image}image = [[5, 6]]\nf(im|age)`, 'cell 0: 5 6'],
    [`f(im|age)\n${image}`, 'not-found'],
    [`im|age = [[5, 6]]`, 'cell 0: 5 6'],
    [`${image}image = np.pad(im|age, 1)`, 'cell 0: 1 2 3 4'],
    [`${image}image = frame(image)\nf(im|age)`, 'unsupported'],
    [`${image}b = image\nc = b.copy()\nf(|c)`, 'cell 0: 1 2 3 4'],
    [`${image}image[0, 0] = 9\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}image[0][1] += 9\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}image *= 2\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}image.sort()\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}image.at[0, 0].set(1)\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}image.shape = (4,)\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}random.shuffle(image)\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}np.random.shuffle(image)\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}np.fill_diagonal(image, 0)\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}blur(image)\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}del image\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}for image in images:\n    pass\nf(im|age)`, 'written in cell 0, line 1'],
    [`${image}if x:\n    image = [[9, 9]]\nf(im|age)`, 'written in cell 0, line 2'],
    [`if x:\n    image = [[9, 9]]\n    f(im|age)`, 'cell 0: 9 9'],
    [
      `${image}print(image, len(image))\nplt.imshow(image)\nnp.sum(image)\nF.conv2d(image, k)\nf(im|age)`,
      'cell 0: 1 2 3 4',
    ],
    [`${image}def f(image):\n    image[0] = 1\n    return image\nf(im|age)`, 'cell 0: 1 2 3 4'],
    [`${image}def f(image):\n    return im|age`, 'unsupported'],
    [`def f():\n    image = [[9, 9]]\nf(im|age)`, 'not-found'],
    [`${image}a, image = g()\nf(im|age)`, 'unsupported'],
    [`image = [[1, 2], [3]]\nf(im|age)`, 'ragged'],
    [`${image}x = image.shape[0] + image[0, 0]\nf(im|age)`, 'cell 0: 1 2 3 4'],
    [`${image}x = blur(image=image)\nf(im|age)`, 'written in cell 0, line 1'],
    ['a = b\nb = a\nf(|a)', 'unsupported'],
  ];
  for (const [marked, expected] of python) {
    it(`${JSON.stringify(marked)}: ${expected}`, () => assert.equal(resolved('python', marked), expected));
  }

  it('looks into earlier cells of a notebook, and no later ones', () => {
    assert.equal(resolved('python', image, 'x = 1', 'f(im|age)'), 'cell 0: 1 2 3 4');
    assert.equal(resolved('python', image, 'image[0, 0] = 9', 'f(im|age)'), 'written in cell 1, line 0');
    assert.equal(resolved('python', image, 'image = [[5, 6]]', 'f(im|age)'), 'cell 1: 5 6');
    const cells = ['f(image)', image].map((text) => ({ text, languageId: 'python' }));
    assert.deepEqual(resolveName('image', cells, 0, 3), { unresolved: 'not-found' });
  });

  const others: readonly (readonly [string, string, string])[] = [
    ['javascript', 'const image = [[1, 2]];\nconsole.log(convolve(im|age));', 'cell 0: 1 2'],
    ['javascript', 'const image = [[1, 2]];\nimage[0][0] = 3;\nf(im|age);', 'written in cell 0, line 1'],
    ['javascript', 'const image = [[1, 2]];\nimage.push([3, 4]);\nf(im|age);', 'written in cell 0, line 1'],
    ['javascript', 'const image = [[1, 2]];\nimage.map((row) => row[0]);\nf(im|age);', 'cell 0: 1 2'],
    ['javascript', 'const image = [[1, 2]];\nfunction g() { const image = [[3, 4]]; }\nf(im|age);', 'cell 0: 1 2'],
    ['javascript', 'let image = [[1, 2]];\nif (x) { image = [[3, 4]]; }\nf(im|age);', 'written in cell 0, line 1'],
    ['cpp', 'float image[1][2] = {{1, 2}};\nint main() { use(im|age); }', 'cell 0: 1 2'],
    ['cpp', 'float image[1][2] = {{1, 2}};\nimage[0][0] = 5;\nuse(im|age);', 'written in cell 0, line 1'],
    ['cpp', 'float image[1][2] = {{1, 2}};\nfill(image);\nuse(im|age);', 'written in cell 0, line 1'],
    ['matlab', 'A = [1 2; 3 4];\nconv2(|A, K)', 'cell 0: 1 2 3 4'],
    ['matlab', 'A = [1 2; 3 4];\nA(1, 2) = 9;\nconv2(|A, K)', 'written in cell 0, line 1'],
    ['julia', 'A = [1 2; 3 4]\nA[1, 2] = 9\nconv(|A, K)', 'written in cell 0, line 1'],
  ];
  for (const [languageId, marked, expected] of others) {
    it(`${languageId} ${JSON.stringify(marked)}: ${expected}`, () =>
      assert.equal(resolved(languageId, marked), expected));
  }
});
