import assert from 'node:assert/strict';
import { answerReading } from '../../../src/literals/answerReading';
import { readMatrices } from '../../../src/literals/readMatrices';
import { hasMoreNumbers } from '../../../src/literals/typedNumbers';

/** A hundred numbers in as many characters as make them worth counting. */
const hundred = (row: string) => Array.from({ length: 20 }, () => row).join('\n');

describe('hasMoreNumbers', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['whole numbers', '[1, 2, 3, 4, 5],'],
    ['without blanks', '[10,20,30,40,50],'],
    ['blanks alone', '10 20 30 40 50'],
    ['signs and exponents', '-1.5e-3 +2E+4 .5 1.e-06 -.25'],
    ['marks of types', '1.0f, 255u, 0xFF, 1_000, 1d0'],
    ['decimal commas', '1,5;2,5;3,25;4;5'],
    ['decimal commas between tabs', '1,5\t-2,5\t3,25\t4,0\t5,0'],
    ['names with digits', 'x1 = w2d(10, 20, 30, 40, 50)'],
    ['differences', '10-20-30-40-50'],
    ['points that end numbers', '10.,20.,30.,40.,50.'],
  ];
  for (const [name, row] of rows) {
    it(`counts ${name}: never more than there are`, () => {
      assert.equal(hasMoreNumbers(hundred(row), 100), false);
    });
    it(`counts ${name}: most of them`, () => {
      assert.equal(hasMoreNumbers(hundred(row), 79), true);
    });
  }

  it('does not count what is no number', () => {
    assert.equal(hasMoreNumbers('conv2d layer_3 v1.2.3 a.b.c, x0\n'.repeat(200), 1), false);
  });
});

describe('the limit of numbers', () => {
  const text = `[${Array.from({ length: 50 }, () => '[10, 20]').join(', ')}]`;
  const cells = [{ text: `k = ${text}\nk`, languageId: 'python' }];
  const place = { cells, index: 0, start: cells[0]!.text.length - 1, end: cells[0]!.text.length };

  it('refuses what has more, and reads what has as many', () => {
    const { literals, problems } = readMatrices(text, 'python', undefined, 99);
    assert.equal(literals.length, 0);
    assert.deepEqual(problems, [
      { problem: 'too-large', range: { start: 0, end: text.length }, details: { most: 99 } },
    ]);
    assert.equal(readMatrices(text, 'python', undefined, 100).literals[0]?.data.length, 100);
  });

  it('counts what a text computes too', () => {
    const { literals, problems } = readMatrices('np.ones((20, 20))', 'python', undefined, 399);
    assert.equal(literals.length, 0);
    assert.deepEqual(problems[0]?.details, { most: 399 });
    assert.equal(readMatrices('np.ones((20, 20))', 'python', undefined, 400).literals.length, 1);
  });

  it('goes with every request that reads numbers', () => {
    const request = { text, languageId: 'python' };
    assert.equal(answerReading({ kind: 'matrices', ...request, mostNumbers: 99 }).literals.length, 0);
    assert.equal(answerReading({ kind: 'literals', ...request, mostNumbers: 99 }).length, 0);
    assert.equal(answerReading({ kind: 'literals', ...request, mostNumbers: 100 }).length, 1);
    assert.equal(answerReading({ kind: 'named', ...place, mostNumbers: 99 }).placed.length, 0);
    assert.equal(answerReading({ kind: 'named', ...place, mostNumbers: 100 }).placed.length, 1);
    const name = { kind: 'name', cells, index: 0, offset: place.start } as const;
    assert.equal('literal' in answerReading({ ...name, mostNumbers: 99 }).found, false);
    assert.equal('literal' in answerReading({ ...name, mostNumbers: 100 }).found, true);
  });
});
