import assert from 'node:assert/strict';
import fc from 'fast-check';
import { solvePadding } from '../../../src/engine/solvePadding';

function solve(inputSize: number, kernelSize: number, stride: number, wanted: number, dilation = 1) {
  return solvePadding({ inputSize, kernelSize, stride, dilation }, wanted);
}

function recommended(inputSize: number, kernelSize: number, stride: number, wanted: number) {
  const solution = solve(inputSize, kernelSize, stride, wanted);
  if ('unsolved' in solution) assert.fail(solution.unsolved);
  return [solution.recommended.before, solution.recommended.after];
}

describe('solvePadding', () => {
  it('S8: solves the notebook’s table', () => {
    assert.deepEqual(recommended(7, 3, 1, 7), [1, 1]);
    assert.deepEqual(recommended(7, 3, 2, 7), [4, 4]);
    assert.deepEqual(recommended(5, 5, 1, 5), [2, 2]);
    assert.deepEqual(recommended(5, 3, 1, 3), [0, 0]);
  });

  it('splits unevenly for an even kernel', () => {
    assert.deepEqual(solve(5, 4, 1, 5), {
      minTotal: 3,
      maxTotal: 3,
      symmetric: undefined,
      exactTotal: 3,
      recommended: { total: 3, before: 1, after: 2 },
    });
  });

  it('gives every total where the floor hides some', () => {
    assert.deepEqual(solve(6, 3, 2, 6), {
      minTotal: 7,
      maxTotal: 8,
      symmetric: [4, 4],
      exactTotal: 7,
      recommended: { total: 7, before: 3, after: 4 },
    });
    assert.deepEqual(solve(6, 3, 2, 2), {
      minTotal: 0,
      maxTotal: 0,
      symmetric: [0, 0],
      exactTotal: undefined,
      recommended: { total: 0, before: 0, after: 0 },
    });
  });

  it('says why there is none', () => {
    assert.deepEqual(solve(7, 3, 1, 4), { unsolved: 'smaller-than-unpadded', numbers: { wanted: 4, unpadded: 5 } });
    assert.deepEqual(solve(7, 3, 1, 0), { unsolved: 'not-positive', numbers: { wanted: 0 } });
    assert.deepEqual(solve(7, 3, 1, 2.5), { unsolved: 'not-an-integer', numbers: { wanted: 2.5 } });
    assert.deepEqual(solve(7, 3, 2, 2 ** 53), {
      unsolved: 'too-large',
      numbers: { wanted: 2 ** 53, stride: 2, span: 3 },
    });
  });

  it('gives exactly the totals that lead to the wanted size', () => {
    const natural = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(natural(12), natural(6), natural(5), natural(3), natural(9), (n, f, s, d, wanted) => {
        const span = d * (f - 1) + 1;
        const totals = Array.from({ length: 80 }, (_, total) => total).filter(
          (total) => n + total >= span && Math.floor((n + total - span) / s) + 1 === wanted,
        );
        const solution = solve(n, f, s, wanted, d);
        if ('unsolved' in solution) return assert.deepEqual(totals, []);
        assert.deepEqual([solution.minTotal, solution.maxTotal], [totals[0], totals.at(-1)]);
        const even = totals.filter((total) => total % 2 === 0).map((total) => total / 2);
        assert.deepEqual(solution.symmetric, even.length > 0 ? [even[0], even.at(-1)] : undefined);
        assert.equal(
          solution.exactTotal,
          totals.find((total) => (n + total - span) % s === 0),
        );
      }),
      { numRuns: 500 },
    );
  });
});
