import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planAxis } from '../../../src/engine/convolution/planAxis';
import { solvePadding } from '../../../src/engine/solve/solvePadding';
import { solveStride } from '../../../src/engine/solve/solveStride';
import { noneSymmetricText, otherWaysText, solvedText, unsolvedText } from '../../../src/words/solveWords';
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
  it('tells what gives the wanted size with the padding as it is', () => {
    // 9 cells, kernel 3: stride 3 gives 3 and so does a kernel of 7; stride 2 gives 4.
    assert.equal(otherWaysText(t, axis(9, 3, 1), 3), 'With the padding as it is: stride 3, or a kernel of 7.');
    assert.equal(
      otherWaysText(t, axis(9, 3, 1), 1),
      'With the padding as it is: a stride from 7 on, or a kernel of 9.',
    );
    assert.equal(otherWaysText(t, axis(9, 3, 2), 3), 'With the padding as it is: stride 3, or a kernel of 4 to 5.');
    assert.equal(otherWaysText(t, axis(9, 3, 1), 9), 'With the padding as it is: a kernel of 1.');
    assert.equal(otherWaysText(t, axis(9, 3, 1), 10), undefined);
  });

  it('tells why there is none', () => {
    const none = solveStride({ inputSize: 9, kernelSize: 3, dilation: 1, before: 0, after: 0 }, 5);
    assert.ok('unsolved' in none);
    assert.equal(unsolvedText(t, none), '1 gives 7 cells, 2 already 4.');
  });
});
