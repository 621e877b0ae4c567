import assert from 'node:assert/strict';
import { solvePadding, splitPadding } from '../../../../src/engine/solve/solvePadding';

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
      whyNoneSymmetric: { reason: 'odd-total', numbers: { wanted: 5, span: 4, inputSize: 5, total: 3 } },
      exactTotal: 3,
      recommended: { total: 3, before: 1, after: 2 },
    });
  });

  it('gives every total where the floor hides some', () => {
    assert.deepEqual(solve(6, 3, 2, 6), {
      minTotal: 7,
      maxTotal: 8,
      symmetric: [4, 4],
      whyNoneSymmetric: undefined,
      exactTotal: 7,
      recommended: { total: 7, before: 3, after: 4 },
    });
    assert.deepEqual(solve(6, 3, 2, 2), {
      minTotal: 0,
      maxTotal: 0,
      symmetric: [0, 0],
      whyNoneSymmetric: undefined,
      exactTotal: undefined,
      recommended: { total: 0, before: 0, after: 0 },
    });
  });

  it('says why there is none', () => {
    assert.deepEqual(solve(7, 3, 1, 4), { unsolved: 'smaller-than-unpadded', numbers: { wanted: 4, unpadded: 5 } });
    // ⌊(6 − 3) / 2⌋ + 1 = 2.
    assert.deepEqual(solve(6, 3, 2, 1), { unsolved: 'smaller-than-unpadded', numbers: { wanted: 1, unpadded: 2 } });
    assert.deepEqual(solve(7, 3, 1, 0), { unsolved: 'not-positive', numbers: { wanted: 0 } });
    assert.deepEqual(solve(7, 3, 1, 2.5), { unsolved: 'not-an-integer', numbers: { wanted: 2.5 } });
    assert.deepEqual(solve(7, 3, 1, 2 ** 53), { unsolved: 'too-large', numbers: { wanted: 2 ** 53 } });
    assert.deepEqual(solve(7, 3, 2, 2 ** 53 - 1), {
      unsolved: 'too-large',
      numbers: { wanted: 2 ** 53 - 1, stride: 2, span: 3 },
    });
  });

  it('splits an odd total by a named rule, as ONNX’s SAME_UPPER and SAME_LOWER do for a kernel of four', () => {
    assert.deepEqual(splitPadding(3, 'larger-after'), { total: 3, before: 1, after: 2 });
    assert.deepEqual(splitPadding(3, 'larger-before'), { total: 3, before: 2, after: 1 });
    assert.deepEqual(splitPadding(4, 'larger-before'), splitPadding(4));
    const geometry = { inputSize: 5, kernelSize: 4, stride: 1, dilation: 1 };
    const solution = solvePadding(geometry, 5, 'larger-before');
    assert.ok('recommended' in solution);
    assert.deepEqual(solution.recommended, { total: 3, before: 2, after: 1 });
  });

  it('gives exactly the totals that lead to the wanted size, and says why none is even', () => {
    for (const [n, f, s, d, wanted] of grid(14, 6, 5, 3, 10)) {
      const span = d * (f - 1) + 1;
      const totals = upTo(80).filter((total) => n + total >= span && Math.floor((n + total - span) / s) + 1 === wanted);
      const solution = solve(n, f, s, wanted, d);
      if ('unsolved' in solution) {
        assert.deepEqual(totals, []);
        continue;
      }
      const { minTotal, maxTotal, symmetric, whyNoneSymmetric, exactTotal } = solution;
      assert.deepEqual([minTotal, maxTotal, maxTotal - minTotal + 1], [totals[0], totals.at(-1), totals.length]);
      const even = totals.filter((total) => total % 2 === 0).map((total) => total / 2);
      assert.deepEqual(symmetric, even.length > 0 ? [even[0], even.at(-1)] : undefined);
      if (whyNoneSymmetric) assert.deepEqual([s, totals], [1, [whyNoneSymmetric.numbers.total]]);
      else assert.ok(even.length > 0);
      assert.equal(
        exactTotal,
        totals.find((total) => (n + total - span) % s === 0),
      );
    }
  });
});

const upTo = (count: number) => Array.from({ length: count }, (_, total) => total);

function* grid(...most: readonly [number, number, number, number, number]) {
  const counts = most.map((count) => upTo(count).map((index) => index + 1));
  const [ns = [], fs = [], ss = [], ds = [], wanteds = []] = counts;
  for (const n of ns)
    for (const f of fs)
      for (const s of ss) for (const d of ds) for (const wanted of wanteds) yield [n, f, s, d, wanted] as const;
}
