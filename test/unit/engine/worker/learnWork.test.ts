import assert from 'node:assert/strict';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { largestStableRate } from '../../../../src/engine/network/learning/largestStableRate';
import { learnKernel } from '../../../../src/engine/network/learning/learnKernel';
import { type LearnRequest, type LearnResult, learnSteps } from '../../../../src/engine/worker/learnWork';
import { manualExample, planned } from '../support';
import { fakeThread } from './support';

const plan = planned([5, 5], [3, 3]);
const task = { plan, input: manualExample.image, target: conv2d(plan, manualExample.image, manualExample.filter) };
const descent = { start: new Float64Array(9), rate: 0.05, steps: 50 };

function learningThread() {
  return fakeThread<LearnRequest, LearnResult>(() => ({
    begin: (_owner, request) => learnSteps(request),
    release: () => undefined,
  }));
}

describe('learnSteps(request)', () => {
  it('gives the descent and the stable rate, its arrays change hands', async () => {
    const thread = learningThread();
    thread.send({ type: 'job', id: 1, owner: 1, request: { kind: 'learn-kernel', task, descent } });
    await thread.rest();
    const last = thread.posted.at(-1);
    assert.ok(last?.type === 'done');
    assert.deepEqual(last.result, {
      run: learnKernel(task, descent),
      largestStableRate: largestStableRate(plan, task.input),
    });
    assert.equal(thread.moved.at(-1)!.length, 3);
    assert.doesNotThrow(() => structuredClone(last.result, { transfer: [...thread.moved.at(-1)!] }));
  });

  it('tells how far it is, and stops when it is asked to', async () => {
    const thread = learningThread();
    thread.eachLook = 60;
    thread.send({ type: 'job', id: 1, owner: 1, request: { kind: 'learn-kernel', task, descent } });
    for (let turn = 0; turn < 5; turn++) await thread.nextTurn();
    assert.ok(thread.posted.some(({ type }) => type === 'progress'));
    thread.send({ type: 'cancel', id: 1 });
    await thread.rest();
    assert.deepEqual(thread.posted.at(-1), { type: 'stopped', id: 1 });
  });
});
