import assert from 'node:assert/strict';
import { readMatrices } from '../../../../src/literals/readMatrices';
import { type NoteCode, noteKind } from '../../../../src/literals/report/readingNote';
import { onlyLiteral } from '../support';

type Case = readonly [text: string, languageId: string, notes: readonly string[]];

/** A note as `code: what its sentence needs`. */
const cases: readonly Case[] = [
  ['k = [[1, 2], [3, 4]]', 'python', []],
  ['k = [[1, 2],  # one\n [3, 4]]  # behind', 'python', ['comments: 1']],
  ['k = np.array([[1, 2], [3, 4]], dtype=int, copy=True)', 'python', ['keywords: dtype=int, copy=True']],
  ['k = np.array([[1.5, 2], [3, 4]], dtype=int)', 'python', ['keywords: dtype=int', 'cut']],
  ['k = (1/9) * np.array([[1, 2], [3, 4]])', 'python', ['factor: 1/9']],
  ['k = np.array([[1, 2], [3, 4]]) / 16', 'python', ['factor: 1/16']],
  ['k = np.array([[1, 2], [3, 4]]).T', 'python', ['transposed: .T']],
  ["k = [1 2; 3 4]';", 'matlab', ["transposed: '"]],
  [
    'k = np.ones((2, 2)) - np.eye(2)',
    'python',
    ['built: np.ones((2, 2))', 'built: np.eye(2)', 'computed: np.ones((2, 2)) - np.eye(2)'],
  ],
  ['k = np.array([1, 2, 3, 4]).reshape(2, 2)', 'python', ['reshaped: .reshape(2, 2)']],
  ['k = np.array([[1, 2], [3, 4], [5, 6]])[1:]', 'python', ['sliced: [1:]']],
  ['>>> k = [[1, 2],\n...  [3, 4]]', 'python', ['prompts: 1']],
  ['\u001b[1m[[1, \u001b[31m2], [3, 4]]\u001b[0m', 'plaintext', ['colours']],
  ['# [[1, 2],\n#  [3, 4]]', 'python', ['comment-marks: #']],
  ['int k[2][2] = {{1/2, 0}, {0, 1}};', 'c', ['integer-division: 1/2 0']],
  ['int k[2][2] = {{4/2, 0}, {0, 1}};', 'c', []],
  ['float k[2] = {1.0/2, 0};', 'c', []],
  ['k <- matrix(c(1, 2, 3, 4, 5, 6), nrow = 2)', 'r', ['columns-first: R']],
  ['k <- matrix(c(1, 2,\n3, 4), nrow = 2)', 'r', ['columns-first: R', 'laid-out-in-rows']],
  ['k <- matrix(c(1, 2,\n3, 4), nrow = 2, byrow = TRUE)', 'r', []],
  ['k <- matrix(c(1, 2, 3), nrow = 1)', 'r', []],
  ['k = reshape([1 2 3 4], 2, 2);', 'matlab', ['columns-first: MATLAB', 'built: reshape([1 2 3 4], 2, 2)']],
  [
    'k = reshape([1, 2,\n3, 4], (2, 2))',
    'julia',
    ['columns-first: Julia', 'laid-out-in-rows', 'built: reshape([1, 2, 3, 4], (2, 2))'],
  ],
  ['     [,1] [,2]\n[1,]    1    2\n[2,]    3    4', 'r', ['header: [,1] [,2]', 'index-column']],
  ['a;b\n1,5;2\n3;4', 'csv', ['header: a;b', 'decimal-comma']],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'markdown', ['header: | a | b |']],
  ['   1.0e+03 *\n\n    1.0000    2.0000\n    3.0000    4.0000', 'plaintext', ['printed-factor: 1000']],
  ['\\frac{1}{9}\\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}', 'latex', ['factor: \\frac{1}{9}']],
];

describe('the notes of a literal', () => {
  for (const [text, languageId, notes] of cases)
    it(`tell of ${JSON.stringify(text)}: ${notes.join('; ') || 'nothing'}`, () => {
      const told = (onlyLiteral(text, languageId).notes ?? []).map(({ note, details }) =>
        [note, Object.values(details).join(' ')].filter(Boolean).join(': '),
      );
      assert.deepEqual(told, notes);
    });

  it('lie inside the text, at the characters that they are about', () => {
    const text = 'int k[2][2] = {{1/2, 0}, {0, 1/9}};';
    const places = onlyLiteral(text, 'c').notes?.map(({ range }) => range && text.slice(range.start, range.end));
    assert.deepEqual(places, ['1/2', '1/9']);
  });

  it('belong to the literal in which they stand', () => {
    const { literals } = readMatrices('int a[2] = {1/2, 1};\nint b[2] = {1, 2};\nint c[2] = {1, 1/3};', 'c');
    assert.deepEqual(
      literals.map(({ name, notes }) => [name, notes?.map(({ details }) => details.found)]),
      [
        ['a', ['1/2']],
        ['b', undefined],
        ['c', ['1/3']],
      ],
    );
  });

  it('stay few where a text would have a million', () => {
    const { notes } = onlyLiteral(
      `int k[] = {${Array.from({ length: 5000 }, (_, i) => `1/${i + 2}`).join(', ')}};`,
      'c',
    );
    assert.ok(notes && notes.length > 0 && notes.length <= 128);
  });
});

describe('the number type of a literal', () => {
  const types: readonly (readonly [text: string, languageId: string, type: string | undefined])[] = [
    ['[[1, 2], [3, 4]]', 'python', 'int'],
    ['[[1., 2.], [3., 4.]]', 'python', 'float'],
    ['np.array([[1, 2]], dtype=np.float32)', 'python', 'float32'],
    ['[[1 2]\n [3 4]]', 'plaintext', 'int'],
  ];
  for (const [text, languageId, type] of types)
    it(`is ${type} for ${text}`, () => assert.equal(onlyLiteral(text, languageId).type, type));
});

describe('noteKind(code)', () => {
  it('doubts what may be meant otherwise', () => {
    const doubtful: readonly NoteCode[] = ['integer-division', 'laid-out-in-rows', 'axes'];
    assert.deepEqual(new Set(doubtful.map(noteKind)), new Set(['doubtful']));
    assert.equal(noteKind('columns-first'), 'decided');
    assert.equal(noteKind('comments'), 'left-out');
  });
});
