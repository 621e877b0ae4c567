import assert from 'node:assert/strict';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { conv2d } from '../../../src/engine/convolution/conv2d';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Matrix } from '../../../src/engine/tensor';
import { Computation, type ConvolveThread } from '../../../src/host/computation';
import { JobThread } from '../../../src/host/jobThread';
import { projectRoot } from '../../tools/projectRoot.mjs';

/** What is shipped, in a thread of this process. */
function shippedThread(): ConvolveThread {
  return new JobThread(async ({ message, ended }) => {
    const worker = new Worker(path.join(projectRoot, 'dist', 'worker.js'));
    worker.on('message', message);
    worker.on('error', (error) => ended(String(error)));
    return { post: (data, moved) => worker.postMessage(data, [...moved]), stop: () => void worker.terminate() };
  });
}

function matrix(rows: number, cols: number, scale: number): Matrix {
  return { shape: [rows, cols], data: Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * scale)) };
}

describe('dist/worker.js', () => {
  it('convolves on two threads what the loops do on one, bit for bit, again and again', async function () {
    this.timeout(20_000);
    const thread = shippedThread();
    const computation = new Computation(thread);
    const input = matrix(700, 900, 1);
    try {
      for (let size = 2; size < 12; size++) {
        const kernel = matrix(size, size, size);
        const plan = planConv2d(input.shape, kernel.shape, { ...defaultConv2dParams, padding: { kind: 'full' } });
        assert.ok(!isPlanProblem(plan));
        const map = await computation.run({ plan, input, kernel, side: 640, tell: () => undefined });
        assert.deepEqual(map?.matrix.data, conv2d(plan, input, kernel).data);
      }
    } finally {
      thread.dispose();
    }
  });
});
