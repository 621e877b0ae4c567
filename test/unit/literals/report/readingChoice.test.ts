import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MatrixLiteral } from '../../../../src/literals/literal';
import { readMatrices } from '../../../../src/literals/readMatrices';
import {
  choicesOf,
  openChoices,
  openQuestion,
  type ReadingChoice,
  readChoice,
} from '../../../../src/literals/report/readingChoice';

function readAs(text: string, languageId: string, choice?: ReadingChoice): MatrixLiteral {
  const { literals, problems } = readMatrices(text, languageId, choice);
  return literals[0] ?? assert.fail(JSON.stringify(problems));
}

const rMatrix = 'k <- matrix(c(1, 2, 3, 4, 5, 6), nrow = 2, ncol = 3)';

describe('readMatrices(text, languageId, choice)', () => {
  it('fills rows first where that is chosen, and columns first again', () => {
    // R's help on `matrix`: filled by columns unless `byrow`, so the rows are 1 3 5 and 2 4 6.
    assert.deepEqual([...readAs(rMatrix, 'r').data], [1, 3, 5, 2, 4, 6]);
    assert.deepEqual([...readAs(rMatrix, 'r', { order: 'rows' }).data], [1, 2, 3, 4, 5, 6]);
    assert.deepEqual([...readAs(rMatrix, 'r', { order: 'columns' }).data], [1, 3, 5, 2, 4, 6]);
  });

  it('fills what MATLAB and Julia reshape in either order', () => {
    // MATLAB's and Julia's help on `reshape`: columns first.
    const texts: readonly (readonly [string, string])[] = [
      ['k = reshape([1 2 3 4 5 6], 2, 3);', 'matlab'],
      ['k = reshape([1, 2, 3,\n4, 5, 6], (2, 3))', 'julia'],
    ];
    for (const [text, languageId] of texts) {
      assert.deepEqual([...readAs(text, languageId).data], [1, 3, 5, 2, 4, 6]);
      assert.deepEqual([...readAs(text, languageId, { order: 'rows' }).data], [1, 2, 3, 4, 5, 6]);
    }
  });

  it('keeps to what the text itself says of the order', () => {
    const said = 'k <- matrix(c(1, 2, 3, 4, 5, 6), nrow = 2, byrow = TRUE)';
    assert.deepEqual([...readAs(said, 'r', { order: 'columns' }).data], [1, 2, 3, 4, 5, 6]);
  });

  it('knows the place of every number in either order', () => {
    for (const order of ['rows', 'columns'] as const) {
      const { data, starts, ends } = readAs(rMatrix, 'r', { order });
      for (const [i, value] of data.entries()) assert.equal(Number(rMatrix.slice(starts[i], ends[i])), value);
    }
  });

  it('keeps the fraction of a division where that is chosen', () => {
    const text = 'float k[3] = {1/2, 0, -7/2};';
    assert.deepEqual([...readAs(text, 'c').data], [0, 0, -3]);
    assert.deepEqual([...readAs(text, 'c', { division: 'true' }).data], [0.5, 0, -3.5]);
    assert.deepEqual([...readAs(text, 'c', { division: 'truncated' }).data], [0, 0, -3]);
  });

  it('settles a division that the language leaves open', () => {
    const text = 'let k: [Float] = [1/4, 3/4]';
    assert.equal(readMatrices(text, 'swift').problems[0]?.problem, 'ambiguous');
    assert.deepEqual([...readAs(text, 'swift', { division: 'true' }).data], [0.25, 0.75]);
  });
});

describe('openQuestion(problem, choice)', () => {
  const unclear: readonly (readonly [text: string, languageId: string, numbers: readonly (readonly number[])[]])[] = [
    [
      'let k: [Float] = [1/4, 3/4]',
      'swift',
      [
        [0.25, 0.75],
        [0, 0],
      ],
    ],
    [
      '1,5;2,5\n3,5;4,5',
      'plaintext',
      [
        [1.5, 2.5, 3.5, 4.5],
        [1, 5, 2, 5, 3, 5, 4, 5],
      ],
    ],
    [
      '| 0 | 1 |\n|---|---|\n| 7 | 8 |',
      'markdown',
      [
        [7, 8],
        [0, 1, 7, 8],
      ],
    ],
  ];
  for (const [text, languageId, numbers] of unclear)
    it(`asks about ${JSON.stringify(text)}, and each answer settles it`, () => {
      const [problem] = readMatrices(text, languageId).problems;
      const question = openQuestion(problem, undefined) ?? assert.fail(JSON.stringify(problem));
      const answers = choicesOf(question);
      assert.deepEqual(
        answers.map((choice) => [...readAs(text, languageId, choice).data]),
        numbers,
      );
      for (const answer of answers) assert.equal(openQuestion(problem, answer), undefined);
    });

  it('asks nothing of a text that is clear, or that no answer makes clear', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['[[1, 2], [3]]', 'python'],
      ['nothing', 'python'],
      ['int k[3][3] = {{1, 2}, {3, 4}};', 'c'],
    ];
    for (const [text, languageId] of texts)
      assert.equal(openQuestion(readMatrices(text, languageId).problems[0], undefined), undefined, text);
  });
});

describe('openChoices(notes)', () => {
  const open = (text: string, languageId: string, choice?: ReadingChoice) =>
    openChoices(readAs(text, languageId, choice).notes ?? []);

  it('offers what would make a difference, before and after it was chosen', () => {
    assert.deepEqual(open(rMatrix, 'r'), ['order']);
    assert.deepEqual(open(rMatrix, 'r', { order: 'rows' }), ['order']);
    assert.deepEqual(open('float k[2] = {1/2, 1};', 'c'), ['division']);
    assert.deepEqual(open('float k[2] = {1/2, 1};', 'c', { division: 'true' }), ['division']);
  });

  it('offers nothing where all readings are one', () => {
    assert.deepEqual(open('k = [[1, 2], [3, 4]]', 'python'), []);
    assert.deepEqual(open('float k[2] = {4/2, 1};', 'c'), []);
  });
});

describe('readChoice(value)', () => {
  it('takes over what is a choice, and nothing else', () => {
    assert.deepEqual(readChoice({ order: 'rows', division: 'true', more: 1 }), { order: 'rows', division: 'true' });
    assert.deepEqual(readChoice({ order: 'diagonals', division: 'truncated' }), { division: 'truncated' });
    assert.equal(readChoice({ order: 1 }), undefined);
  });

  it('never throws on anything', () => {
    fc.assert(fc.property(fc.anything(), (value) => readChoice(value) === undefined || typeof value === 'object'));
  });
});
