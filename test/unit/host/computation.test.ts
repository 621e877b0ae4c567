import assert from 'node:assert/strict';
import { conv2d } from '../../../src/engine/convolution/conv2d';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { pictureOf } from '../../../src/engine/picture/pictureOf';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Matrix } from '../../../src/engine/tensor';
import { convolveWork } from '../../../src/engine/worker/convolveWork';
import type { FromThread, ToThread } from '../../../src/engine/worker/jobPort';
import { type JobClock, serveJobs } from '../../../src/engine/worker/serveJobs';
import { Computation, type ComputationOrder, type ConvolveThread } from '../../../src/host/computation';
import { JobThread } from '../../../src/host/jobThread';

type Request = Parameters<ConvolveThread['run']>[0]['request'] extends (life: number) => infer R ? R : never;

/** The jobs of a thread served in this one, with every message copied as between threads. */
function served() {
  const sent: ToThread<Request>[] = [];
  const thread: ConvolveThread = new JobThread(async ({ message }) => {
    const clock: JobClock = {
      now: () => performance.now(),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    };
    let receive: (message: ToThread<Request>) => void = () => undefined;
    serveJobs(
      {
        post: (data: FromThread<unknown>, moved) => message(structuredClone(data, { transfer: [...moved] })),
        listen: (listener) => {
          receive = listener;
        },
      },
      convolveWork(),
      clock,
    );
    return {
      post: (data) => {
        sent.push(data as ToThread<Request>);
        receive(structuredClone(data as ToThread<Request>));
      },
      stop: () => undefined,
    };
  });
  const jobs = () => sent.flatMap((one) => (one.type === 'job' ? [one.request] : []));
  return { thread, sent, jobs };
}

function matrix(rows: number, cols: number, scale = 1): Matrix {
  return { shape: [rows, cols], data: Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * scale) * 9) };
}

function planOf(input: Matrix, kernel: Matrix, stride = 1) {
  const plan = planConv2d(input.shape, kernel.shape, { ...defaultConv2dParams, strides: [stride, stride] });
  assert.ok(!isPlanProblem(plan));
  return plan;
}

function order(plan: Conv2dPlan, input: Matrix, kernel: Matrix): ComputationOrder {
  return { plan, input, kernel, side: 64, tell: () => undefined };
}

describe('Computation', () => {
  const large = matrix(600, 700);
  const kernel = matrix(3, 3, 2);

  it('computes what is small at once', async () => {
    const { thread, sent } = served();
    const small = matrix(50, 60);
    const plan = planOf(small, kernel);
    const map = await new Computation(thread).run(order(plan, small, kernel));
    assert.deepEqual(map?.matrix.data, conv2d(plan, small, kernel).data);
    assert.deepEqual(map?.matrix.shape, [48, 58]);
    assert.equal(map?.path, 'loops');
    assert.equal(sent.length, 0);
  });

  it('computes what is large on the thread, with the same numbers', async () => {
    const { thread, jobs } = served();
    const plan = planOf(large, kernel);
    const map = await new Computation(thread).run(order(plan, large, kernel));
    assert.deepEqual(map?.matrix.data, conv2d(plan, large, kernel).data);
    assert.equal(map?.path, 'ordered');
    assert.equal(jobs().length, 1);
  });

  it('has a picture made with a map that is too large to cross whole, as large as it is shown', async () => {
    const { thread } = served();
    const map = await new Computation(thread).run(order(planOf(large, kernel), large, kernel));
    assert.deepEqual(map?.picture, pictureOf(map!.matrix, 64));
    const wide = matrix(2, 1_300_000);
    const few = await new Computation(thread).run(order(planOf(wide, wide), wide, wide));
    assert.deepEqual([few?.matrix.data.length, few?.picture], [1, undefined]);
  });

  it('sends an input once while it is shown', async () => {
    const { thread, jobs } = served();
    const computation = new Computation(thread);
    const other = matrix(3, 3, 5);
    await computation.run(order(planOf(large, kernel), large, kernel));
    const map = await computation.run(order(planOf(large, other), large, other));
    assert.deepEqual(map?.matrix.data, conv2d(planOf(large, other), large, other).data);
    const another = matrix(600, 700, 3);
    await computation.run(order(planOf(another, other), another, other));
    assert.deepEqual(
      jobs().map(({ input }) => input !== undefined),
      [true, false, true],
    );
  });

  it('lets the newest win, also over a small one', async () => {
    const { thread } = served();
    const computation = new Computation(thread);
    const older = computation.run(order(planOf(large, kernel), large, kernel));
    const small = matrix(20, 20);
    const newer = await computation.run(order(planOf(small, kernel), small, kernel));
    assert.equal(await older, undefined);
    assert.deepEqual(newer?.matrix.shape, [18, 18]);
  });

  it('gives nothing once it was cancelled', async () => {
    const { thread } = served();
    const computation = new Computation(thread);
    const map = computation.run(order(planOf(large, kernel), large, kernel));
    computation.cancel();
    assert.equal(await map, undefined);
  });

  it('lets the thread forget its input in the end', async () => {
    const { thread, sent } = served();
    const computation = new Computation(thread);
    await computation.run(order(planOf(large, kernel), large, kernel));
    computation.dispose();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(sent.at(-1)?.type, 'release');
  });

  it('sends a small part of a large array as that part alone', async () => {
    const { thread, jobs } = served();
    const all = new Float64Array(10 * 600 * 700).fill(1);
    const plane = { shape: [600, 700] as const, data: all.subarray(0, 600 * 700) };
    await new Computation(thread).run(order(planOf(plane, kernel), plane, kernel));
    assert.equal(jobs()[0]?.input?.buffer.byteLength, 600 * 700 * 8);
  });
});
