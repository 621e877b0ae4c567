import assert from 'node:assert/strict';
import { onlyMatrix, onlyProblem, read } from './support';

describe('a JSON file', () => {
  it('is a list of lists of numbers', () => {
    const { shape, data } = onlyMatrix('json', '[[[1, -0], [2.5, 1e-7]], [[3, 4], [5, 6]]]');
    assert.deepEqual(shape, [2, 2, 2]);
    assert.deepEqual(Array.from(data), [1, -0, 2.5, 1e-7, 3, 4, 5, 6]);
  });

  it('or an object with some of them by name, beside other things', () => {
    const reading = read('json', '{"version": 1, "image": [[1, 2], [3, 4]], "tags": ["a"], "kernel": [1, 0, -1]}');
    assert.ok('matrices' in reading);
    assert.deepEqual(
      reading.matrices.map(({ name, shape }) => [name, shape]),
      [
        ['image', [2, 2]],
        ['kernel', [3]],
      ],
    );
  });

  const refused: readonly (readonly [string, string, Readonly<Record<string, string | number>>])[] = [
    ['[[1, 2], [3]]', 'ragged', { place: '1', found: 1, expected: 2 }],
    ['[[1, 2], [3, "4"]]', 'no-number', { place: '1', found: '"4"' }],
    ['[[1, 2], 3]', 'no-number', { place: '1', found: '3' }],
    ['[[[[[1]]]]]', 'axes', { found: 5, expected: 4 }],
    ['[[], []]', 'empty', { shape: '2 × 0' }],
    ['{"a": "b"}', 'no-numbers', {}],
    ['null', 'no-numbers', {}],
    ['7', 'no-numbers', {}],
  ];
  for (const [text, problem, details] of refused) {
    it(`is refused: ${text}`, () => assert.deepEqual(onlyProblem('json', text), { problem, details }));
  }

  it('that is none says so', () => assert.equal(onlyProblem('json', '[[1, 2], [3, NaN]]').problem, 'not-json'));

  it('may be nested without end', () => {
    const { problem } = onlyProblem('json', '['.repeat(100_000) + ']'.repeat(100_000));
    assert.equal(problem, 'axes');
  });
});
