import { Worker, workerData } from 'node:worker_threads';
import { laneBuffer } from '../engine/wasm/laneTable';
import type { SharedLanes } from '../engine/wasm/sharedLanes';
import { growableMemory } from '../engine/wasm/wasmModule';

/** Starts a thread that helps this one, with the same script; undefined where threads cannot share memory. */
export function startHelper(): SharedLanes | undefined {
  try {
    const shared = { memory: growableMemory(true), buffer: laneBuffer() };
    const helper = new Worker(__filename, { workerData: shared });
    // Without it, this thread does the work alone.
    helper.on('error', () => undefined);
    helper.unref();
    return shared;
  } catch {
    return undefined;
  }
}

/** What this thread is to help with; undefined in a thread that takes jobs. */
export function lanesToHelp(): SharedLanes | undefined {
  return (workerData as SharedLanes | null) ?? undefined;
}
