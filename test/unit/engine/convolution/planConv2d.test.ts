import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConv2dParams, type PerAxis } from '../../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { fills, paddings, planned, refused } from '../support';

const size = (n: number, f: number, stride: number, amount: number): number =>
  planned([n, n], [f, f], { strides: [stride, stride], padding: { kind: 'all', amount } }).height.outputSize;

describe('planConv2d', () => {
  it('gives the sizes of the notebook', () => {
    assert.deepEqual(planned([28, 28], [3, 3]).outputShape, [1, 1, 26, 26]);
    assert.equal(size(5, 3, 1, 0), 3);
    assert.equal(size(5, 3, 2, 0), 2);
    assert.deepEqual(planned([5, 5], [3, 3], { padding: { kind: 'all', amount: 1 } }).outputShape, [1, 1, 5, 5]);
    assert.equal(planned([5, 5], [3, 3], { padding: { kind: 'all', amount: 1 } }).height.paddedSize, 7);
    assert.deepEqual([size(7, 3, 1, 1), size(7, 3, 2, 4), size(5, 5, 1, 2), size(5, 3, 1, 0)], [7, 7, 5, 3]);
  });

  it('keeps what the floor cuts off', () => {
    const { height } = planned([5, 5], [2, 2], { strides: [2, 2] });
    assert.deepEqual([height.outputSize, height.rest], [2, 1]);
  });

  it('makes a typed −0 a plain 0', () => {
    const { height } = planned([5, 5], [3, 3], { padding: { kind: 'all', amount: -0 } });
    assert.ok(Object.is(height.before, 0) && Object.is(height.after, 0));
  });

  it('takes each axis for itself', () => {
    const plan = planned([9, 5], [3, 2], {
      strides: [2, 1],
      dilations: [1, 3],
      padding: { kind: 'explicit', top: 1, bottom: 0, left: 0, right: 2 },
    });
    assert.deepEqual(plan.outputShape, [1, 1, 4, 4]);
    assert.deepEqual([plan.height.span, plan.width.span], [3, 4]);
  });

  it('takes planes for one channel, and multiplies channels by group', () => {
    const plan = planned([2, 4, 8, 8], [6, 2, 3, 3], { groups: 2 }, 6);
    assert.deepEqual(plan.outputShape, [2, 6, 6, 6]);
    assert.equal(plan.multiplyAdds, 2 * 6 * 36 * 2 * 9);
    assert.deepEqual(planned([4, 5], [2, 2]).inputShape, [1, 1, 4, 5]);
  });

  it('names what cannot be, with its axis and its numbers', () => {
    assert.deepEqual(refused([5, 9], [5, 9], { dilations: [1, 2] }), {
      problem: 'kernel-larger-than-input',
      axis: 'width',
      numbers: { inputSize: 9, before: 0, after: 0, paddedSize: 9, kernelSize: 9, dilation: 2, span: 17 },
    });
    assert.deepEqual(refused([5, 5], [3, 3], { strides: [1, 0] }), {
      problem: 'stride-not-positive',
      axis: 'width',
      numbers: { stride: 0 },
    });
    assert.deepEqual(refused([5, 5], [3, 3], { padding: { kind: 'all', amount: -1 } }), {
      problem: 'padding-negative',
      axis: 'height',
      numbers: { before: -1, after: -1 },
    });
    assert.deepEqual(refused([1, 3, 5, 5], [1, 4, 3, 3]), {
      problem: 'channel-mismatch',
      numbers: { inputChannels: 3, kernelChannels: 4, groups: 1 },
    });
    assert.deepEqual(refused([5, 5], [3, 3], {}, 2), {
      problem: 'bias-mismatch',
      numbers: { biasLength: 2, outputChannels: 1 },
    });
  });

  it('has a code for every bad number', () => {
    const codes = [
      refused([5, 5], [3, 3], { dilations: [-1, 1] }),
      refused([5, Number.NaN], [3, 3]),
      refused([5, 5], [2.5, 3]),
      refused([5, 5], [3, 3], { padding: { kind: 'all', amount: Number.POSITIVE_INFINITY } }),
      refused([0, 5], [3, 3]),
      refused([5, 5], [3, -3]),
      refused([0, 1, 5, 5], [1, 1, 3, 3]),
      refused([1, 4, 5, 5], [3, 2, 3, 3], { groups: 2 }),
      refused([1, 4, 5, 5], [4, 1, 3, 3], { groups: 0 }),
      refused([5, 5], [3, 3], {}, 1.5),
      refused([1e5, 1e5], [1, 1]),
      refused([5, 5], [3, 3], { padding: { kind: 'all', amount: 2 ** 60 } }),
      refused([5], [3, 3]),
      refused([5, 5], [1, 3, 3]),
      refused([1, 0, 5, 5], [1, 1, 3, 3]),
      refused([1, 1, 5, 5], [0, 1, 3, 3]),
      refused([1, 1, 5, 5], [1, 0, 3, 3]),
      refused([5, 5], [3, 0]),
      refused([5, 5], [3, 3], { dilations: [0, 1] }),
      refused([1, 4, 5, 5], [4, 1, 3, 3], { groups: -1 }),
      refused([1, 3, 5, 5], [2, 1, 3, 3], { groups: 2 }),
    ];
    assert.deepEqual(
      codes.map(({ problem }) => problem),
      [
        'dilation-not-positive',
        'not-an-integer',
        'not-an-integer',
        'not-an-integer',
        'empty-input',
        'empty-kernel',
        'empty-input',
        'groups-do-not-divide',
        'groups-do-not-divide',
        'not-an-integer',
        'too-large',
        'too-large',
        'rank-unsupported',
        'rank-unsupported',
        'empty-input',
        'empty-kernel',
        'empty-kernel',
        'empty-kernel',
        'dilation-not-positive',
        'groups-do-not-divide',
        'groups-do-not-divide',
      ],
    );
  });

  it('names the number that is not whole', () => {
    assert.deepEqual(refused([5, Number.NaN], [3, 3]), {
      problem: 'not-an-integer',
      axis: 'width',
      numbers: { inputSize: Number.NaN },
    });
    const problems = [
      refused([5, 5], [3, 3], { strides: [1, 1.5] }),
      refused([5, 5], [3, 3], { dilations: [1.5, 1] }),
      refused([1, 3, 5, 5], [3, 2, 3, 3], { groups: 1.5 }),
    ];
    assert.deepEqual(problems, [
      { problem: 'not-an-integer', axis: 'width', numbers: { stride: 1.5 } },
      { problem: 'not-an-integer', axis: 'height', numbers: { dilation: 1.5 } },
      { problem: 'not-an-integer', numbers: { groups: 1.5 } },
    ]);
  });

  it('refuses a negative side, whichever it is', () => {
    for (const side of ['top', 'bottom', 'left', 'right']) {
      const padding = { kind: 'explicit', top: 0, bottom: 0, left: 0, right: 0, [side]: -1 } as const;
      const { problem, axis } = refused([5, 5], [3, 3], { padding });
      assert.deepEqual([problem, axis], ['padding-negative', side === 'top' || side === 'bottom' ? 'height' : 'width']);
    }
  });

  it('takes as many as 2^31 output cells, and no numbers that cannot be counted', () => {
    assert.equal(planned([2 ** 16, 2 ** 15], [1, 1]).multiplyAdds, 2 ** 31);
    assert.equal(refused([2 ** 16, 2 ** 15 + 1], [1, 1]).problem, 'too-large');
    assert.equal(refused([2 ** 27, 2 ** 27], [2 ** 27, 2 ** 27]).problem, 'too-large');
  });

  it('never throws and never gives a size below one', () => {
    const odd = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double(), fc.integer());
    const pair: fc.Arbitrary<PerAxis> = fc.tuple(odd, odd);
    const shape = fc.oneof(fc.array(odd, { maxLength: 5 }), fc.tuple(odd, odd), fc.tuple(odd, odd, odd, odd));
    const params = fc.record({
      strides: pair,
      dilations: pair,
      padding: fc.oneof(
        paddings,
        odd.map((amount) => ({ kind: 'all' as const, amount })),
      ),
      fill: fills,
      flip: fc.boolean(),
      groups: odd,
    });
    fc.assert(
      fc.property(shape, shape, params, fc.option(odd, { nil: undefined }), (input, kernel, given, biasLength) => {
        const plan = planConv2d(input, kernel, given, biasLength);
        if (isPlanProblem(plan)) return Object.keys(plan.numbers).length > 0;
        return plan.outputShape.every((side) => Number.isSafeInteger(side) && side > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('counts the starts that a patch can take', () => {
    const natural = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(natural(20), natural(5), natural(4), natural(3), fc.nat(5), fc.nat(5), (n, f, s, d, left, right) => {
        const padding = { kind: 'explicit', top: 0, bottom: 0, left, right } as const;
        const plan = planConv2d([1, n], [1, f], {
          ...defaultConv2dParams,
          strides: [1, s],
          dilations: [1, d],
          padding,
        });
        let starts = 0;
        for (let start = 0; start + d * (f - 1) < n + left + right; start += s) starts++;
        assert.equal(isPlanProblem(plan) ? 0 : plan.width.outputSize, starts);
      }),
    );
  });
});
