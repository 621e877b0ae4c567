import assert from 'node:assert/strict';
import { loopConvolve } from '../../../../src/engine/network/convolve';
import { finished } from '../../../../src/engine/network/finished';
import { rowPlace } from '../../../../src/engine/network/flattening/rowPlace';
import { runNetwork } from '../../../../src/engine/network/runNetwork';
import { placeOf } from '../../../../src/engine/network/valuePlace';
import { answerQuestion } from '../../../../src/session/network/answerQuestion';
import { readBackwardKept } from '../../../../src/view/network/backward/backwardKept';
import { readFlattenKept } from '../../../../src/view/network/flatten/flattenKept';
import { placeAt } from '../../../../src/view/network/flatten/placeAt';
import { gradientCell, learnedStep } from '../../../../src/view/network/learn/learnedStep';
import { readLearnKept } from '../../../../src/view/network/learn/learnKept';
import { lossAxis } from '../../../../src/view/network/learn/lossAxis';
import { pictureOf } from '../../../../src/view/network/parts/picturePlaces';
import { readShiftKept } from '../../../../src/view/network/shift/shiftKept';

describe('the scenes of the network panel', () => {
  it('finds the place in the grid of every place of the row, in both orders', () => {
    const shape = [3, 4, 5] as const;
    for (const order of ['chw', 'hwc'] as const)
      for (let at = 0; at < 60; at++) assert.equal(rowPlace(shape, order, placeAt(shape, order, at)), at);
    assert.deepEqual(placeAt(shape, 'chw', 37), placeOf(shape, 37));
  });

  it('shows a kernel’s gradient as the sums that the descent went by', () => {
    const data = Float64Array.from({ length: 42 }, (_, i) => ((i * 7) % 11) - 4);
    const run = runNetwork([], { shape: [1, 6, 7], data });
    const wanted = { kind: 'kernel', text: '[[1, -2, 0], [3, 1, 1]]' } as const;
    const question = { kind: 'learn', channel: 0, wanted, start: { kind: 'seeded', seed: 4 }, share: 0.4 } as const;
    const answer = finished(answerQuestion(run, question, loopConvolve));
    assert.ok(answer?.kind === 'learn' && 'run' in answer.value);
    const learned = answer.value;
    const shown = learnedStep(learned, 3);
    for (const [cell, expected] of shown.gradient.entries()) {
      const { sum, products } = gradientCell(learned, shown.error, { row: Math.floor(cell / 3), col: cell % 3 });
      assert.ok(Math.abs(sum - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), `${sum} and ${expected}`);
      assert.equal(products.length, 5 * 5);
    }
    const { rate, kernels } = learned.run;
    const next = kernels.slice(4 * 6, 5 * 6);
    assert.deepEqual(
      next,
      shown.kernel.map((weight, i) => weight - rate * shown.gradient[i]!),
    );
  });

  it('lays losses between powers of ten', () => {
    const { share, ticks } = lossAxis([50, 5, 0.02, 0]);
    assert.deepEqual(ticks, [-2, -1, 0, 1, 2]);
    assert.equal(share(0.01), 0);
    assert.equal(share(1), 0.5);
    assert.equal(share(100), 1);
    assert.equal(share(0), 0);
    assert.ok(lossAxis([0]).ticks.every(Number.isFinite));
    assert.ok(lossAxis([1e300, 1e-12]).ticks.length <= 8);
  });

  it('draws values within the side that it is given', () => {
    for (const shape of [[1, 28, 28], [1, 3, 3], [1, 224, 100], [10], [726], [100_352]] as const) {
      const { width, height, boxOf } = pictureOf(shape, 240);
      assert.ok(width <= 240.5 && height <= 240 * 1.5, `${shape}: ${width} × ${height}`);
      const cell = boxOf({ channel: 0, row: 0, col: 0 });
      assert.ok(cell.width >= 8 && cell.height >= 8);
    }
  });

  it('reads back what was kept, and nonsense as the defaults', () => {
    const reads = [readShiftKept, readFlattenKept, readLearnKept, readBackwardKept];
    for (const read of reads) {
      const usual = read(undefined);
      for (const nonsense of [
        null,
        3,
        'kept',
        [],
        { by: ['1', 2], of: -1, place: {}, percent: 1e9, start: 'x', weight: 4 },
      ])
        assert.deepEqual(read(nonsense), usual);
      assert.deepEqual(read(JSON.parse(JSON.stringify(usual))), usual);
    }
  });
});
