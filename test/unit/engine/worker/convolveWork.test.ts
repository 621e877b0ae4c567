import assert from 'node:assert/strict';
import { conv2d, convolveRows } from '../../../../src/engine/convolution/conv2d';
import type { Conv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import { defaultConv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { type ConvolveRequest, type ConvolveResult, convolveWork } from '../../../../src/engine/worker/convolveWork';
import { fakeThread } from './support';

function numbers(count: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = Math.imul(state, 1103515245) + 12345;
    return (state | 0) / 2 ** 31;
  });
}

function planOf(input: readonly number[], kernel: readonly number[], params: Partial<Conv2dParams> = {}) {
  const plan = planConv2d(input, kernel, { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(plan));
  return plan;
}

function convolving() {
  const thread = fakeThread<ConvolveRequest, ConvolveResult>(() => convolveWork());
  const run = async (id: number, owner: number, request: ConvolveRequest) => {
    thread.send({ type: 'job', id, owner, request });
    await thread.rest();
    const last = thread.posted.at(-1);
    assert.ok(last?.type === 'done', JSON.stringify(last));
    return last.result;
  };
  return { thread, run };
}

describe('convolveWork()', () => {
  const plans = [
    planOf([40, 50], [3, 3]),
    planOf([40, 50], [5, 4], { strides: [2, 3], padding: { kind: 'all', amount: 3 }, fill: { kind: 'reflect' } }),
    planOf([2, 4, 12, 9], [6, 2, 3, 3], { groups: 2, dilations: [2, 1], flip: true }),
    planOf([9, 400], [9, 9], { padding: { kind: 'same_upper' }, fill: { kind: 'circular' } }),
  ];
  for (const plan of plans) {
    it(`gives what conv2d gives, bit for bit: ${plan.inputShape} ⊛ ${plan.kernelShape}`, async () => {
      const input = numbers(
        plan.inputShape.reduce((a, b) => a * b),
        1,
      );
      const kernel = numbers(
        plan.kernelShape.reduce((a, b) => a * b),
        2,
      );
      const { data } = await convolving().run(1, 1, { plan, input, kernel });
      const wanted = conv2d(plan, { shape: plan.inputShape, data: input }, { shape: plan.kernelShape, data: kernel });
      assert.deepEqual(data, wanted.data);
    });
  }

  it('hands over the output in a buffer of its own', async () => {
    const { thread, run } = convolving();
    const plan = planOf([20, 20], [3, 3]);
    const { data } = await run(1, 1, { plan, input: numbers(400, 1), kernel: numbers(9, 2) });
    assert.equal(data.buffer.byteLength, data.byteLength);
    assert.deepEqual(thread.moved.at(-1), [data.buffer]);
  });

  it('keeps the input of each owner for the jobs after it', async () => {
    const { run } = convolving();
    const plan = planOf([20, 20], [3, 3]);
    const kernel = numbers(9, 3);
    const first = await run(1, 1, { plan, input: numbers(400, 1), kernel });
    const second = await run(2, 2, { plan, input: numbers(400, 2), kernel });
    assert.deepEqual((await run(3, 1, { plan, kernel })).data, first.data);
    assert.deepEqual((await run(4, 2, { plan, kernel })).data, second.data);
  });

  it('has an input also from a job whose place was taken before it began', async () => {
    const { thread, run } = convolving();
    const plan = planOf([20, 20], [3, 3]);
    const input = numbers(400, 1);
    thread.send({ type: 'job', id: 1, owner: 1, request: { plan, input, kernel: numbers(9, 3) } });
    const { data } = await run(2, 1, { plan, kernel: numbers(9, 4) });
    const wanted = conv2d(plan, { shape: [20, 20], data: input }, { shape: [3, 3], data: numbers(9, 4) });
    assert.deepEqual(data, wanted.data);
  });

  it('knows no input of an owner that was released', async () => {
    const { thread, run } = convolving();
    const plan = planOf([20, 20], [3, 3]);
    await run(1, 1, { plan, input: numbers(400, 1), kernel: numbers(9, 3) });
    thread.send({ type: 'release', owner: 1 });
    thread.send({ type: 'job', id: 2, owner: 1, request: { plan, kernel: numbers(9, 3) } });
    await thread.rest();
    assert.equal(thread.posted.at(-1)?.type, 'failed');
  });

  it('says that whole numbers are exact, and how far others may be off', async () => {
    const { run } = convolving();
    const plan = planOf([20, 20], [3, 3]);
    const whole = Float64Array.from({ length: 400 }, (_, i) => i - 200);
    const exact = await run(1, 1, { plan, input: whole, kernel: new Float64Array(9).fill(-2) });
    assert.deepEqual(exact.error, { kind: 'exact' });
    const { error } = await run(2, 1, { plan, input: numbers(400, 1), kernel: numbers(9, 2) });
    assert.ok(error.kind === 'bounded' && error.bound > 0 && error.bound < 1e-13);
  });

  it('computes in the order of the explanation below 5·10⁸ multiply-adds, and names the path', async () => {
    const plan = planOf([20, 20], [3, 3]);
    const { path } = await convolving().run(1, 1, { plan, input: numbers(400, 1), kernel: numbers(9, 2) });
    assert.equal(path, 'ordered');
  });

  it('stops between bands of rows when it is cancelled, and computes right afterwards', async () => {
    const { thread, run } = convolving();
    const plan = planOf([1200, 1300], [5, 5]);
    const input = numbers(1200 * 1300, 1);
    const kernel = numbers(25, 2);
    thread.eachLook = 5;
    thread.send({ type: 'job', id: 1, owner: 1, request: { plan, input, kernel } });
    await thread.nextTurn();
    thread.send({ type: 'cancel', id: 1 });
    await thread.rest();
    assert.deepEqual(
      thread.posted.map(({ type }) => type).filter((type) => type !== 'progress'),
      ['ready', 'stopped'],
    );
    const { data } = await run(2, 1, { plan, kernel });
    const wanted = new Float64Array(data.length);
    convolveRows(plan, input, kernel, undefined, wanted, 0, 2);
    assert.deepEqual(data.subarray(0, 2 * 1296), wanted.subarray(0, 2 * 1296));
  });
});
