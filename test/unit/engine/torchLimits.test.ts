import assert from 'node:assert/strict';
import { type Conv2dParams, defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { planAdaptivePool2d } from '../../../src/engine/pooling/planAdaptivePool2d';
import { planPool2d } from '../../../src/engine/pooling/planPool2d';
import { defaultPool2dParams } from '../../../src/engine/pooling/pool2dParams';
import { torchConvProblem, torchPadProblem, torchPoolProblem } from '../../../src/engine/torchLimits';
import { planned } from './support';

function conv(inputShape: readonly number[], params: Partial<Conv2dParams>) {
  return torchConvProblem(planned(inputShape, [3, 3], params), { ...defaultConv2dParams, ...params });
}

/** What torch 2.13 refuses was found by running it. */
describe('torchConvProblem', () => {
  it('refuses same with a stride, but not valid', () => {
    const same = { padding: { kind: 'same_upper' } } as const;
    assert.deepEqual(conv([5, 5], { ...same, strides: [1, 2] }), {
      problem: 'same-with-stride',
      numbers: { strideHeight: 1, strideWidth: 2 },
    });
    assert.equal(conv([5, 5], { ...same, strides: [2, 1] })?.problem, 'same-with-stride');
    assert.equal(conv([5, 5], same), undefined);
    assert.equal(conv([5, 5], { strides: [2, 2] }), undefined);
  });

  it('refuses a padding mode that reaches too far', () => {
    const all = { padding: { kind: 'all', amount: 3 }, fill: { kind: 'reflect' } } as const;
    assert.equal(conv([5, 4], all), undefined);
    assert.deepEqual(conv([5, 3], all), {
      problem: 'reflect-pad-too-large',
      axis: 'width',
      numbers: { inputSize: 3, before: 3, after: 3, most: 2 },
    });
  });
});

describe('torchPadProblem', () => {
  const axis = (before: number, after: number) => ({ inputSize: 3, before, after });
  const code = (before: number, after: number, kind: 'reflect' | 'circular' | 'replicate' | 'zeros') =>
    torchPadProblem(axis(before, after), axis(0, 0), { kind })?.problem;

  it('lets reflect reach P < N and circular P ≤ N, the others anywhere', () => {
    assert.deepEqual(
      [code(2, 2, 'reflect'), code(3, 0, 'reflect'), code(0, 3, 'reflect')],
      [undefined, 'reflect-pad-too-large', 'reflect-pad-too-large'],
    );
    assert.deepEqual(
      [code(3, 3, 'circular'), code(4, 0, 'circular'), code(0, 4, 'circular')],
      [undefined, 'circular-pad-too-large', 'circular-pad-too-large'],
    );
    assert.deepEqual([code(9, 9, 'replicate'), code(9, 9, 'zeros')], [undefined, undefined]);
  });
});

describe('torchPoolProblem', () => {
  const pool = (size: number, amount: number, dilation = 1) => {
    const params = { strides: [1, 1], dilations: [dilation, dilation], padding: { kind: 'all', amount } } as const;
    const plan = planPool2d([9, 9], { ...defaultPool2dParams([size, size]), ...params });
    if (isPlanProblem(plan)) assert.fail(plan.problem);
    return torchPoolProblem(plan);
  };

  it('lets padding be at most half of what the window spans', () => {
    assert.equal(pool(3, 1), undefined);
    assert.deepEqual(pool(3, 2), {
      problem: 'pool-pad-too-large',
      axis: 'height',
      numbers: { before: 2, after: 2, most: 1 },
    });
    assert.equal(pool(2, 2)?.problem, 'pool-pad-too-large');
    assert.equal(pool(3, 2, 2), undefined);
    assert.equal(pool(3, 3, 2)?.problem, 'pool-pad-too-large');
  });

  it('takes each side for itself', () => {
    const sides = { top: 0, bottom: 0, left: 0, right: 0 };
    for (const [side, axis] of [
      ['top', 'height'],
      ['bottom', 'height'],
      ['left', 'width'],
      ['right', 'width'],
    ] as const) {
      const padding = { kind: 'explicit', ...sides, [side]: 2 } as const;
      const plan = planPool2d([9, 9], { ...defaultPool2dParams([3, 3]), padding });
      if (isPlanProblem(plan)) assert.fail(plan.problem);
      assert.equal(torchPoolProblem(plan)?.axis, axis);
    }
  });

  it('has nothing against an adaptive pooling', () => {
    const plan = planAdaptivePool2d([9, 9], [2, 3]);
    if (isPlanProblem(plan)) assert.fail(plan.problem);
    assert.equal(torchPoolProblem(plan), undefined);
  });
});
