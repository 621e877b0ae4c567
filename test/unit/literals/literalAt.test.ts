import assert from 'node:assert/strict';
import { allLiterals, literalAt } from '../../../src/literals/literalAt';
import { nameAt } from '../../../src/literals/names/nameAt';
import { caret, shown } from './support';

describe('literalAt', () => {
  const found: readonly (readonly [string, string, string])[] = [
    ['python', 'k = [[1, |2], [3, 4]]', 'k 2x2: 1 2 3 4'],
    ['python', 'k = |[[1, 2], [3, 4]]', 'k 2x2: 1 2 3 4'],
    ['python', 'k = [[1, 2], [3, 4]]|', 'k 2x2: 1 2 3 4'],
    ['python', 'a = [[1, 2]]\nb = [[3, |4]]', 'b 1x2: 3 4'],
    ['python', 'k = np.array([[1, |2]]) / 4', 'k 1x2: 0.25 0.5'],
    ['python', 'x = conv(image, [[1, |2], [3, 4]])', '- 2x2: 1 2 3 4'],
    ['c', 'int f() { float k[2] = {1, |2}; return 0; }', 'k 2: 1 2'],
    ['matlab', 'k = [1 |2; 3 4];', 'k 2x2: 1 2 3 4'],
    ['markdown', 'Text.\n$$ K = \\begin{bmatrix} 1 & |2 \\end{bmatrix} $$', 'K 1x2: 1 2'],
    ['csv', '1,2\n3,|4', '- 2x2: 1 2 3 4'],
    ['plaintext', 'image\n[[1 |2]\n [3 4]]', 'image 2x2: 1 2 3 4'],
    ['json', '{"kernel": [[1, |2]]}', 'kernel 1x2: 1 2'],
  ];
  for (const [languageId, marked, expected] of found) {
    it(`${JSON.stringify(marked)}: ${expected}`, () => {
      const { text, offset } = caret(marked);
      const literal = literalAt(text, languageId, offset);
      assert.equal(literal && shown(literal), expected);
    });
  }

  const nothing: readonly (readonly [string, string])[] = [
    ['python', 'foo(1, |2)'],
    ['python', 'x = (28, |28)'],
    ['python', 'a[|1]'],
    ['python', 'a[1, |2]'],
    ['python', 'a[|1:3, 2:4]'],
    ['python', 'x = [|1]'],
    ['python', 'x = [|]'],
    ['python', 'pip install numpy==1.|2.3'],
    ['python', '# [[1, |2], [3, 4]]'],
    ['python', 's = "[[1, |2], [3, 4]]"'],
    ['python', '1 2 |3\n4 5 6'],
    ['python', 'nn.Conv2d(3, 6, kernel_size=[3, |3])'],
    ['python', 'plt.subplots(1, 2, figsize=[12, |4])'],
    ['python', 'for x in range(|1, 2): pass'],
    ['javascript', 'fn({ a: 1, b: |2 })'],
    ['javascript', 'if (a) { foo(1, |2); }'],
    ['javascript', 'const { a, b } = { a: 1, b: |2 };'],
    ['json', '{"version": "1.2.3", "files": ["a", "|b"]}'],
    ['json', '{"a": 1, "b": [{"c": |2}, {"c": 3}]}'],
    ['markdown', 'As shown in [1, |2], the interval (3, 4) is open.'],
    ['plaintext', 'Version 1.2.|3 of 2024-05-06'],
    ['plaintext', 'The numbers [3, |4] are cited.'],
    ['c', 'int a[3][|4];'],
    ['matlab', 'x = A(1, |2);'],
  ];
  for (const [languageId, marked] of nothing) {
    it(`${JSON.stringify(marked)}: nothing`, () => {
      const { text, offset } = caret(marked);
      assert.equal(literalAt(text, languageId, offset), undefined);
    });
  }

  it('leaves out a text over two million characters', () => {
    assert.deepEqual(allLiterals(`[[1, 2]]${' '.repeat(64 * 2 ** 20)}`, 'python'), []);
  });
});

describe('nameAt', () => {
  it('gives the identifier around or before the caret', () => {
    for (const marked of ['f(im|age)', 'f(|image)', 'f(image|)']) {
      const { text, offset } = caret(marked);
      assert.deepEqual(nameAt(text, 'python', offset), { name: 'image', range: { start: 2, end: 7 } });
    }
  });

  it('gives nothing in comments, strings, numbers and between words', () => {
    for (const marked of ['# im|age', '"im|age"', '1|2', 'a  |  b', '0x|ff', '']) {
      const { text, offset } = marked === '' ? { text: '', offset: 0 } : caret(marked);
      assert.equal(nameAt(text, 'python', offset), undefined, marked);
    }
  });
});
