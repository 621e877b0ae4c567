import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainPaddedCell } from '../../../../src/engine/padding/explainPaddedCell';
import { pad2d } from '../../../../src/engine/padding/pad2d';
import { planPad2d } from '../../../../src/engine/padding/planPad2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { matrixOf } from '../../../../src/engine/tensor';
import { anyNumbers, convSettings } from '../arbitraryConv';
import { eachCell } from '../eachCell';
import { manualExample } from '../support';

const by = (n: number) => ({ top: n, bottom: n, left: n, right: n });

describe('pad2d', () => {
  it('gives the padded image of the notebook', () => {
    assert.deepEqual(pad2d(manualExample.image, by(1), { kind: 'zeros' }), manualExample.padded);
  });

  it('pads each plane of a batch', () => {
    const batch = { shape: [2, 1, 1, 1], data: Float64Array.of(1, 2) };
    assert.deepEqual(pad2d(batch, { top: 0, bottom: 0, left: 1, right: 0 }, { kind: 'constant', value: 9 }), {
      shape: [2, 1, 1, 2],
      data: Float64Array.of(9, 1, 9, 2),
    });
  });

  it('takes any number of axes before the two', () => {
    const input = { shape: [2, 1, 2, 1, 1], data: Float64Array.of(1, 2, 3, 4) };
    assert.deepEqual(pad2d(input, { top: 0, bottom: 1, left: 0, right: 0 }, { kind: 'zeros' }), {
      shape: [2, 1, 2, 2, 1],
      data: Float64Array.of(1, 0, 2, 0, 3, 0, 4, 0),
    });
  });

  it('may make as many as 2^31 cells', () => {
    const plan = (rows: number, cols: number) => planPad2d([rows, cols], by(1), { kind: 'zeros' });
    assert.ok(!isPlanProblem(plan(2 ** 16 - 2, 2 ** 15 - 2)));
    assert.deepEqual(plan(2 ** 16 - 2, 2 ** 15 - 1), {
      problem: 'too-large',
      numbers: { planes: 1, rows: 2 ** 16, cols: 2 ** 15 + 1 },
    });
  });

  it('refuses what cannot be padded', () => {
    const code = (input: Parameters<typeof pad2d>[0], sides = by(1), kind: 'zeros' | 'reflect' = 'zeros') => {
      const result = pad2d(input, sides, { kind });
      return isPlanProblem(result) ? result.problem : undefined;
    };
    const one = matrixOf([[1]]);
    for (const side of ['top', 'bottom', 'left', 'right']) {
      assert.equal(code(one, { ...by(0), [side]: -1 }), 'padding-negative');
    }
    assert.equal(code(one, by(0.5)), 'not-an-integer');
    assert.equal(code({ shape: [-1, 2], data: new Float64Array() }), 'empty-input');
    assert.equal(code(one, by(1e6)), 'too-large');
    assert.equal(code(matrixOf([]), by(1), 'reflect'), 'empty-input');
    assert.equal(code({ shape: [1], data: Float64Array.of(1) }), 'rank-unsupported');
  });

  it('pads an axis without cells with a constant, as NumPy does', () => {
    assert.deepEqual(pad2d({ shape: [0, 2], data: new Float64Array() }, by(1), { kind: 'constant', value: 3 }), {
      shape: [2, 4],
      data: new Float64Array(8).fill(3),
    });
  });
});

describe('explainPaddedCell', () => {
  it('tells where each cell of the padded input comes from', () => {
    fc.assert(
      fc.property(convSettings(anyNumbers), ({ plan, input }) => {
        const { height, width, fill } = plan;
        const sides = { top: height.before, bottom: height.after, left: width.before, right: width.after };
        const padded = pad2d(input, sides, fill);
        const padding = planPad2d(input.shape, sides, fill);
        if (isPlanProblem(padded) || isPlanProblem(padding)) assert.fail('refused');
        assert.deepEqual(padding.outputShape, padded.shape);
        const shape = padded.shape as [number, number, number, number];
        eachCell(shape, ({ batch, channel, row, col }, at) => {
          const { source, constant, isInside } = explainPaddedCell(padding, row, col);
          const plane = batch * shape[1] + channel;
          const value = source && input.data[(plane * height.inputSize + source[0]) * width.inputSize + source[1]];
          assert.ok(Object.is(padded.data[at], source ? value : constant));
          const isOwn = source?.[0] === row - height.before && source[1] === col - width.before;
          assert.equal(isInside, isOwn);
        });
      }),
      { numRuns: 100 },
    );
  });
});
