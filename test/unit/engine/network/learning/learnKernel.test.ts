import assert from 'node:assert/strict';
import { conv2d } from '../../../../../src/engine/convolution/conv2d';
import { presetById } from '../../../../../src/engine/kernels/presets';
import { explainKernelGradient } from '../../../../../src/engine/network/gradients/kernelGradient';
import { drawnDigit } from '../../../../../src/engine/network/inputs/drawnDigit';
import { largestStableRate } from '../../../../../src/engine/network/learning/largestStableRate';
import { kernelState, type LearningTask } from '../../../../../src/engine/network/learning/learningTask';
import { learnedKernel, learnKernel } from '../../../../../src/engine/network/learning/learnKernel';
import type { Matrix } from '../../../../../src/engine/tensor';
import { manualExample, planned } from '../../support';
import { assertNear } from '../support';

function taskOf(input: Matrix, hidden: Matrix): LearningTask {
  const plan = planned(input.shape, hidden.shape);
  return { plan, input, target: conv2d(plan, input, hidden) };
}

const manual = taskOf(manualExample.image, manualExample.filter);
const start = new Float64Array(9);
const digit: Matrix = { shape: [28, 28], data: drawnDigit(3).data.map((value) => value / 255) };

describe('learnKernel(task, descent)', () => {
  it('takes the steps of PyTorch 1.13.0’s SGD on MSELoss', () => {
    const run = learnKernel(manual, { start, rate: 0.05, steps: 4 });
    const losses = [6.333333333333333, 3.5507956104252396, 2.1718640078578813, 1.4027542218124345, 0.9598872865105668];
    for (const [i, loss] of losses.entries()) assertNear(run.losses[i], loss, 1e-14, `loss ${i}`);
    const gradients = [
      [-2 / 9, 16 / 3, 4, -20 / 9, -2 / 9, 40 / 9, 2 / 3, -20 / 9, 22 / 9],
      [-2.244444444444444, 1.3777777777777778, 0.88641975308642, -3.0123456790123457, -2.244444444444444],
    ];
    for (const [step, expected] of gradients.entries())
      for (const [i, value] of expected.entries())
        assertNear(learnedKernel(run, step).gradient[i], value, 1e-14, `dL/dW ${i} after ${step}`);
    const last = [0.21773208352385306, -0.4828476146928822, -0.35946003657978964, 0.4322431946349642];
    for (const [i, value] of last.entries()) assertNear(learnedKernel(run, 4).kernel[i], value, 1e-14, `weight ${i}`);
    assert.deepEqual(
      { steps: run.steps, verdict: run.verdict, grewAt: run.grewAt },
      { steps: 4, verdict: 'learning', grewAt: undefined },
    );
  });

  it('finds a hidden Sobel kernel from a digit and its map (S18)', () => {
    const hidden = presetById('sobelX')!.matrix;
    const task = taskOf(digit, hidden);
    const rate = largestStableRate(task.plan, task.input) * 0.9;
    const run = learnKernel(task, { start, rate, steps: 2000 });
    assert.equal(run.verdict, 'found');
    const { kernel } = learnedKernel(run, run.steps);
    for (const [i, weight] of hidden.data.entries()) assertNear(kernel[i], weight, 1e-4, `weight ${i}`);
  });

  it('goes down in every step below the stable rate, and says where it grows above it', () => {
    const rate = largestStableRate(manual.plan, manual.input);
    const calm = learnKernel(manual, { start, rate: rate * 0.99, steps: 300 });
    assert.ok(calm.losses.every((loss, i) => i === 0 || loss <= calm.losses[i - 1]!));
    assert.notEqual(calm.verdict, 'growing');
    const wild = learnKernel(manual, { start, rate: rate * 1.2, steps: 60 });
    assert.equal(wild.verdict, 'growing');
    const { losses, grewAt } = wild;
    assert.ok(losses[grewAt!]! > losses[grewAt! - 1]!);
    assert.ok(losses.slice(1, grewAt).every((loss, i) => loss <= losses[i]!));
  });

  it('stops before numbers overflow, and keeps the last that is one', () => {
    const run = learnKernel(manual, { start, rate: 1e3, steps: 500 });
    assert.equal(run.verdict, 'overflowed');
    assert.ok(run.steps < 500);
    assert.equal(run.losses.length, run.steps + 1);
    assert.ok(run.losses.every(Number.isFinite) && run.kernels.every(Number.isFinite));
  });

  it('keeps every step, so that one can go back and on from it', () => {
    const run = learnKernel(manual, { start, rate: 0.03, steps: 10 });
    const again = learnKernel(manual, { start: learnedKernel(run, 4).kernel, rate: 0.03, steps: 6 });
    assert.deepEqual(learnedKernel(again, 6), learnedKernel(run, 10));
    assert.deepEqual(again.losses, run.losses.slice(4));
  });

  it('is found at once where the start is right', () => {
    const run = learnKernel(manual, { start: manualExample.filter.data, rate: 0.1, steps: 5 });
    assert.deepEqual(
      { steps: run.steps, verdict: run.verdict, loss: run.losses[0] },
      { steps: 0, verdict: 'found', loss: 0 },
    );
  });

  it('says so when the start has no loss that is a number', () => {
    const run = learnKernel(manual, { start: start.with(4, Number.NaN), rate: 0.1, steps: 5 });
    assert.deepEqual({ steps: run.steps, verdict: run.verdict }, { steps: 0, verdict: 'overflowed' });
    assert.ok(Number.isNaN(run.losses[0]));
  });
});

describe('kernelState(task, kernel)', () => {
  it('has the gradient whose terms can be shown', () => {
    const { mapGradient, gradient } = kernelState(manual, start);
    const setting = { plan: manual.plan, input: manual.input, gradient: mapGradient };
    for (const [i, value] of gradient.data.entries()) {
      const { sum, terms } = explainKernelGradient(setting, {
        filter: 0,
        channel: 0,
        row: Math.floor(i / 3),
        col: i % 3,
      });
      assert.equal(sum, value);
      assert.equal(terms.length, 9);
    }
  });
});

describe('largestStableRate(plan, input)', () => {
  it('is 2 by the largest eigenvalue of the loss’s curvature, as NumPy 1.24.2’s eigvalsh has it', () => {
    assertNear(largestStableRate(manual.plan, manual.input), 0.07500541638917, 1e-4, 'rate');
  });

  it('has no end where the input is empty', () => {
    assert.equal(
      largestStableRate(manual.plan, { shape: [5, 5], data: new Float64Array(25) }),
      Number.POSITIVE_INFINITY,
    );
  });
});
