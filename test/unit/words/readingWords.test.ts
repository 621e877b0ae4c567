import assert from 'node:assert/strict';
import { readNamed } from '../../../src/literals/names/readNamed';
import { readMatrices } from '../../../src/literals/readMatrices';
import { arranged, type Operand } from '../../../src/session/operand';
import { arrangementsOf } from '../../../src/session/planeLayout';
import { readingReport } from '../../../src/session/readingReport';
import { literalOperand } from '../../../src/session/start';
import { readAsName, readingTold } from '../../../src/words/readingWords';
import { translator } from '../../../src/words/translate';

const t = translator({});

function operand(text: string, languageId: string): Operand {
  const literal = readMatrices(text, languageId).literals[0]!;
  return literalOperand(literal, { kind: 'text', uri: 'file:///a', place: 'a', start: 0, end: 1, languageId });
}

const told = (one: Operand) => readingTold(t, readingReport(one)!);

describe('readingTold(report)', () => {
  const headlines: readonly (readonly [text: string, languageId: string, headline: string])[] = [
    ['[[1 2]\n [3 4]]', 'plaintext', 'NumPy print · int'],
    ['k = [1 2; 3 4.5];', 'matlab', 'MATLAB rows · float'],
    ['k = [1 2; 3 4]', 'julia', 'Julia rows · int'],
    ['k = np.array([[1, 2]], dtype=np.float32)', 'python', 'list · float32'],
    ['[[1, 2], [3, 4]]', 'json', 'JSON · int'],
    ['const k = [[1, 2], [3, 4]];', 'typescript', 'array · int'],
    ['k <- matrix(c(1, 2, 3, 4), 2)', 'r', 'R call · int'],
    ['1,2\n3,4.5', 'csv', 'CSV · float'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'markdown', 'table · int'],
    ['\\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}', 'latex', 'LaTeX · int'],
  ];
  for (const [text, languageId, headline] of headlines)
    it(`has the headline ${headline}`, () => assert.equal(told(operand(text, languageId)).headline, headline));

  it('sums up shape, type and range', () => {
    assert.equal(told(operand('[[1 -2]\n [3 4]]', 'plaintext')).summary, 'Read as NumPy print of 2 × 2, int: −2 to 4.');
    assert.equal(told(operand('[[nan, nan]]', 'python')).summary, 'Read as list of 1 × 2, float.');
  });

  it('says what a division has become, and where it stands', () => {
    assert.deepEqual(told(operand('int k[2][2] = {{1/2, 1}, {1, 1}};', 'c')).lines, [
      { kind: 'doubtful', text: '1/2 is 0 here: this language cuts the fraction off.', hasPlace: true },
    ]);
  });

  it('says of normal numbers that systems may round their last digit differently', () => {
    const drawn = (call: string) => {
      const text = `np.random.seed(1)\nx = np.random.${call}`;
      const cells = [{ text, languageId: 'python' }];
      const { literal } = readNamed(cells, 0, text.indexOf('x ='), text.length).placed[0]!;
      const place = { kind: 'text', uri: 'file:///a', place: 'a', start: 0, end: 1, languageId: 'python' } as const;
      return told(literalOperand(literal, place)).lines.map((line) => line.text);
    };
    assert.ok(drawn('randn(2, 2)').some((line) => line.includes('may differ in its last digit')));
    assert.ok(!drawn('rand(2, 2)').some((line) => line.includes('may differ')));
  });

  it('names every arrangement, and says what it means', () => {
    const shapes = ['[1, 2, 3, 4]', 'np.arange(8).reshape(2, 2, 2)', 'np.arange(16).reshape(2, 2, 2, 2)'];
    for (const text of shapes) {
      const one = operand(`k = ${text}`, 'python');
      const all = arrangementsOf(one.tensor.shape);
      const sentences = all.map(
        (as) => told(arranged(one, as)).lines.find(({ text: line }) => line.startsWith('Its '))?.text,
      );
      assert.equal(new Set(sentences).size, all.length, text);
      assert.equal(new Set(all.map((as) => readAsName(t, as))).size, all.length);
    }
  });
});
