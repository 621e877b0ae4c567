import assert from 'node:assert/strict';
import type { Fill } from '../../../../src/engine/convolution/conv2dParams';
import { planSignal2d, type SignalFunction, type SignalMode } from '../../../../src/engine/convolution/planSignal2d';
import { signal2d } from '../../../../src/engine/convolution/signal2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { type Matrix, matrixOf } from '../../../../src/engine/tensor';
import { rowsOf } from '../support';

const small = matrixOf([
  [1, 2, 3],
  [4, 5, 6],
]);
const large = matrixOf([
  [1, 10, 100, 1000],
  [2, 20, 200, 2000],
  [3, 30, 300, 3000],
]);
const zeros: Fill = { kind: 'zeros' };
const convolve2d = 'scipy.signal.convolve2d';
const correlate2d = 'scipy.signal.correlate2d';

function run(name: SignalFunction, first: Matrix, second: Matrix, mode: SignalMode, fill = zeros): number[][] | string {
  const plan = planSignal2d(first.shape, second.shape, { function: name, mode, fill });
  if (isPlanProblem(plan)) return plan.problem;
  const result = signal2d(plan, first, second);
  const rows = rowsOf(result);
  assert.deepEqual(result.shape, [rows.length, rows[0]!.length]);
  return rows;
}

/** All values were printed by SciPy 1.17.1, where no other maker is named. */
describe('signal2d', () => {
  it('swaps the two for valid where the second is the larger, and turns a correlation round', () => {
    assert.deepEqual(run(convolve2d, small, large, 'valid'), [
      [702, 7020],
      [1281, 12810],
    ]);
    assert.deepEqual(run(convolve2d, large, small, 'valid'), run(convolve2d, small, large, 'valid'));
    assert.deepEqual(run(correlate2d, small, large, 'valid'), [
      [26040, 2604],
      [16290, 1629],
    ]);
    assert.deepEqual(run(correlate2d, large, small, 'valid'), [
      [1629, 16290],
      [2604, 26040],
    ]);
  });

  it('swaps the two also where they have as many rows, or columns', () => {
    const short = matrixOf([[1, 2]]);
    const long = matrixOf([[1, 10, 100]]);
    assert.deepEqual(run(convolve2d, short, long, 'valid'), [[12, 120]]);
    assert.deepEqual(run(convolve2d, matrixOf([[1], [2]]), matrixOf([[1], [10], [100]]), 'valid'), [[12], [120]]);
    assert.deepEqual(run(correlate2d, short, long, 'valid'), [[210, 21]]);
  });

  it('refuses valid where neither contains the other', () => {
    const plan = planSignal2d([2, 5], [5, 2], { function: convolve2d, mode: 'valid', fill: zeros });
    const numbers = { inputRows: 2, inputCols: 5, kernelRows: 5, kernelCols: 2 };
    assert.deepEqual(plan, { problem: 'neither-contains-other', numbers });
  });

  it('keeps the size of the first for same', () => {
    assert.deepEqual(run(convolve2d, small, large, 'same'), [
      [69, 702, 7020],
      [126, 1281, 12810],
    ]);
    assert.deepEqual(run(correlate2d, small, large, 'same'), [
      [26040, 2604, 259],
      [16290, 1629, 162],
    ]);
  });

  it('goes on beyond the border by wrap, symm and a value', () => {
    const circular: Fill = { kind: 'circular' };
    const symmetric: Fill = { kind: 'symmetric' };
    const two: Fill = { kind: 'constant', value: 2 };
    assert.deepEqual(
      [circular, symmetric, two].map((fill) => run(convolve2d, small, large, 'same', fill)),
      [
        [
          [27204, 32070, 20718],
          [20538, 25404, 14052],
        ],
        [
          [16005, 10071, 10731],
          [22671, 16737, 17397],
        ],
        [
          [13335, 13368, 13692],
          [13348, 13503, 15042],
        ],
      ],
    );
    assert.deepEqual(
      [circular, symmetric, two].map((fill) => run(correlate2d, small, large, 'same', fill)),
      [
        [
          [32610, 21258, 26124],
          [25944, 14592, 19458],
        ],
        [
          [29265, 29925, 23991],
          [35931, 36591, 30657],
        ],
        [
          [28272, 14826, 13481],
          [22962, 14295, 13428],
        ],
      ],
    );
  });

  it('gives all of it for full', () => {
    assert.deepEqual(run(convolve2d, small, large, 'full'), [
      [1, 12, 123, 1230, 2300, 3000],
      [6, 69, 702, 7020, 10200, 12000],
      [11, 126, 1281, 12810, 18100, 21000],
      [12, 135, 1368, 13680, 16800, 18000],
    ]);
    assert.deepEqual(run(correlate2d, small, large, 'full'), [
      [3000, 6300, 9630, 963, 96, 9],
      [14000, 20400, 26040, 2604, 259, 24],
      [9000, 12900, 16290, 1629, 162, 15],
      [4000, 5400, 6540, 654, 65, 6],
    ]);
  });

  it('takes MATLAB’s part of full for same, and never swaps', () => {
    const full = run('matlab.conv2', small, large, 'full') as number[][];
    assert.deepEqual(full, run(convolve2d, small, large, 'full'));
    // From row ⌊3 / 2⌋ and column ⌊4 / 2⌋, counted from 0, the size of the first.
    assert.deepEqual(
      run('matlab.conv2', small, large, 'same'),
      full.slice(1, 3).map((row) => row.slice(2, 5)),
    );
    assert.equal(run('matlab.conv2', small, large, 'valid'), 'kernel-larger-than-input');
  });

  it('gives row 1 of MathWorks’ imfilter(magic(5), [-1 0 1]), which is filter2 with same', () => {
    const magic = matrixOf([[17, 24, 1, 8, 15]]);
    assert.deepEqual(run('matlab.filter2', magic, matrixOf([[-1, 0, 1]]), 'same'), [[24, -16, -16, 14, -8]]);
  });

  it('passes on what cannot be planned', () => {
    const plan = planSignal2d([0, 3], [1, 1], { function: convolve2d, mode: 'full', fill: zeros });
    assert.ok(isPlanProblem(plan) && plan.problem === 'empty-input');
  });
});
