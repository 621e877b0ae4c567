import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type { Conv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import type { ConvPath } from '../../../../src/engine/convPath';
import { cellCount } from '../../../../src/engine/shape4';
import { convEngine } from '../../../../src/engine/wasm/convEngine';
import { isHelped, laneBuffer, laneTable } from '../../../../src/engine/wasm/laneTable';
import type { PreparedRun } from '../../../../src/engine/wasm/preparedRun';
import { helpLanes, type SharedLanes } from '../../../../src/engine/wasm/sharedLanes';
import { growableMemory } from '../../../../src/engine/wasm/wasmModule';
import { assertSame, planned } from '../support';
import { drawFrom } from './channelSupport';

/** Convolutions with enough work for two threads, and with band ends within groups and batches. */
const settings: readonly {
  readonly path: ConvPath;
  readonly input: readonly number[];
  readonly kernel: readonly number[];
  readonly params?: Partial<Conv2dParams>;
}[] = [
  { path: 'direct', input: [2, 1, 301, 300], kernel: [1, 1, 5, 5] },
  { path: 'direct', input: [3, 6, 41, 40], kernel: [22, 3, 5, 5], params: { groups: 2 } },
  { path: 'winograd', input: [3, 32, 29, 28], kernel: [32, 16, 3, 3], params: { groups: 2 } },
  { path: 'winograd', input: [2, 3, 113, 112], kernel: [16, 3, 7, 7], params: { strides: [2, 2] } },
  { path: 'fft', input: [1, 1, 300, 301], kernel: [1, 1, 31, 31] },
];

async function startHelper(): Promise<{ readonly shared: SharedLanes; readonly helper: Worker }> {
  const shared = { memory: growableMemory(true), buffer: laneBuffer() };
  const helper = new Worker(new URL(import.meta.url), { workerData: shared });
  while (!isHelped(laneTable(shared.buffer, []))) await setTimeout(1);
  return { shared, helper };
}

/** What a run gives of one picture: in one go, and in bands. */
function resultsOf(run: PreparedRun, data: Float32Array): Float64Array[] {
  const picture = run.place(data);
  const whole = run.onPlaced(picture);
  const bands = run.bands(picture);
  let band = bands.next();
  while (!band.done) band = bands.next();
  return [whole, band.value].map((result) => Float64Array.from(result.read()));
}

function givesTheSame(shared: SharedLanes): void {
  const engines = [convEngine(), convEngine({ shared })];
  const draw = drawFrom(31);
  const numbers = (shape: readonly number[]) =>
    new Float32Array(cellCount(shape)).map(() => draw(2 ** 20) / 2 ** 19 - 1);
  for (const { path, input, kernel, params } of settings) {
    const plan = planned(input, kernel, params);
    const data = numbers(input);
    const weights = numbers(kernel);
    const runs = engines.map((engine) =>
      engine.prepare(plan, weights, { precision: 'float32', accuracy: 'fast', path }),
    );
    assert.deepEqual(
      runs.map((run) => run.path),
      [path, path],
    );
    const [alone, ...others] = runs.flatMap((run) => resultsOf(run, data));
    for (const other of others) assertSame(other, alone!);
  }
}

// The helping thread runs this file too.
if (isMainThread) {
  describe('sharedLanes', () => {
    it('gives bit for bit what one thread gives, in bands too', async () => {
      const { shared, helper } = await startHelper();
      try {
        givesTheSame(shared);
      } finally {
        await helper.terminate();
      }
    });
  });
} else helpLanes(workerData as SharedLanes);
