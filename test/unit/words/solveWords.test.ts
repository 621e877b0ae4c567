import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planAxis } from '../../../src/engine/convolution/planAxis';
import { solvePadding } from '../../../src/engine/solve/solvePadding';
import { solveStride } from '../../../src/engine/solve/solveStride';
import {
  allAnswersText,
  answerText,
  noneSymmetricText,
  solvedText,
  solverFromText,
  unsolvedText,
} from '../../../src/words/solveWords';
import { translator } from '../../../src/words/translate';

const t = translator({});

function axis(inputSize: number, kernelSize: number, stride: number) {
  const plan = planAxis('width', { inputSize, kernelSize, stride, dilation: 1 }, defaultConv2dParams.padding);
  assert.ok('outputSize' in plan);
  return plan;
}

describe('solving for the padding', () => {
  it('tells the notebook’s rows', () => {
    const rows = [
      [7, 3, 1, 7, 2],
      [7, 3, 2, 7, 8],
      [5, 5, 1, 5, 4],
      [5, 3, 1, 3, 0],
    ] as const;
    for (const [inputSize, kernelSize, stride, wanted, total] of rows) {
      const solution = solvePadding({ inputSize, kernelSize, stride, dilation: 1 }, wanted);
      assert.ok(!('unsolved' in solution));
      assert.equal(solution.recommended.total, total);
      assert.equal(solvedText(t, total, 0), `${total} in all, the same on both sides, nothing floored`);
    }
  });

  it('tells uneven splits, floored cells and what cannot be', () => {
    assert.equal(solvedText(t, 7, 1), '7 in all, one more after than before, the last cell is floored away');
    const unsolved = solvePadding({ inputSize: 9, kernelSize: 3, stride: 1, dilation: 1 }, 3);
    assert.ok('unsolved' in unsolved);
    assert.match(unsolvedText(t, unsolved), /7 cells/);
  });

  it('shows the sum that is odd where no padding is the same on both sides', () => {
    const solution = solvePadding({ inputSize: 5, kernelSize: 4, stride: 1, dilation: 1 }, 5);
    assert.ok('whyNoneSymmetric' in solution && solution.whyNoneSymmetric);
    assert.equal(
      noneSymmetricText(t, solution.whyNoneSymmetric),
      'None is the same on both sides: with stride 1 it takes exactly 5 − 1 + 4 − 5 = 3, which is odd.',
    );
  });
});

describe('solving for stride and kernel', () => {
  it('tells each answer, what it floors away, and whether there are more', () => {
    assert.equal(answerText(t, 'stride', 1, 0), 'hops of 1, nothing floored');
    assert.equal(answerText(t, 'stride', 3, 2), 'hops of 3, the last 2 cells are floored away');
    assert.equal(answerText(t, 'kernel', 5, 1), '5 cells, the last cell is floored away');
    assert.equal(solverFromText(t, 'stride', axis(9, 3, 1)), 'from 9 cells, kernel 3, padding 0');
    assert.equal(allAnswersText(t, 5, 12), 'All from 5 to 12 do it.');
    assert.equal(allAnswersText(t, 5, undefined), 'All from 5 on do it.');
  });
  it('tells why there is none', () => {
    const none = solveStride({ inputSize: 9, kernelSize: 3, dilation: 1, before: 0, after: 0 }, 5);
    assert.ok('unsolved' in none);
    assert.equal(unsolvedText(t, none), '1 gives 7 cells, 2 already 4.');
  });
});
