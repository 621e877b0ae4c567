import assert from 'node:assert/strict';
import { patchAt } from '../../../../src/engine/convolution/patch';
import { planned } from '../support';

describe('patchAt', () => {
  it('S1: takes the four patches of 1 … 9', () => {
    const plan = planned([3, 3], [2, 2]);
    const patches = [0, 1].flatMap((row) => [0, 1].map((col) => patchAt(plan, row, col)));
    const values = patches.map(({ taps }) => taps.map(({ source }) => source![0] * 3 + source![1] + 1).join(' '));
    assert.deepEqual(values, ['1 2 4 5', '2 3 5 6', '4 5 7 8', '5 6 8 9']);
  });

  it('S6: with stride 2 the first two patches lie on columns 0 to 2 and 2 to 4', () => {
    const plan = planned([5, 5], [3, 3], { strides: [2, 2] });
    const columns = [0, 1].map((col) => patchAt(plan, 0, col)).map(({ firstCol, lastCol }) => [firstCol, lastCol]);
    assert.deepEqual(columns, [
      [0, 2],
      [2, 4],
    ]);
  });

  it('names the weight that a turned kernel uses', () => {
    const { taps } = patchAt(planned([3, 3], [2, 2], { flip: true }), 0, 0);
    const named = taps.map(({ row, col, kernelRow, kernelCol }) => `${row}${col}·${kernelRow}${kernelCol}`);
    assert.deepEqual(named, ['00·11', '01·10', '10·01', '11·00']);
  });

  it('tells where a tap outside the input takes its value', () => {
    const padding = { kind: 'all', amount: 1 } as const;
    const corner = (kind: 'zeros' | 'reflect') => patchAt(planned([3, 3], [3, 3], { padding, fill: { kind } }), 0, 0);
    assert.deepEqual(corner('zeros').taps[0], {
      kernelRow: 0,
      kernelCol: 0,
      row: -1,
      col: -1,
      source: undefined,
      inside: false,
    });
    assert.deepEqual(corner('reflect').taps[0]!.source, [1, 1]);
    assert.equal(corner('reflect').taps[4]!.inside, true);
    assert.deepEqual([corner('zeros').firstRow, corner('zeros').lastRow], [-1, 1]);
  });

  it('spreads its taps by the dilation', () => {
    const { taps, firstCol, lastCol } = patchAt(planned([1, 7], [1, 3], { dilations: [1, 2] }), 0, 1);
    assert.deepEqual(
      taps.map(({ col }) => col),
      [1, 3, 5],
    );
    assert.deepEqual([firstCol, lastCol], [1, 5]);
  });
});
