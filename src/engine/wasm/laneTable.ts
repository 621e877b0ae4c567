import type { WasmCall } from './pathRunner';

/** The most bands of one run, a power of two. */
export const mostBands = 256;

const numbersOfCall = 16;
const headerBytes = 64;

/** Counters only grow, so that a thread that wakes late can take nothing that is not there for it. */
const published = 0;
const taken = 1;
const finished = 2;
const helpers = 3;
const failures = 4;

/** How long a helper may take for a band. */
const longestSilence = 10_000;

/** Calls in memory that two threads share, and how far they are with them. */
export interface LaneTable {
  readonly counters: Int32Array;
  readonly numbers: Float64Array;
  /** The functions that are called, in an order on which both threads agree. */
  readonly names: readonly string[];
}

/** Memory for a table. */
export function laneBuffer(): SharedArrayBuffer {
  return new SharedArrayBuffer(headerBytes + mostBands * numbersOfCall * 8);
}

/** The table in a buffer. */
export function laneTable(buffer: SharedArrayBuffer, names: readonly string[]): LaneTable {
  return {
    counters: new Int32Array(buffer, 0, headerBytes / 4),
    numbers: new Float64Array(buffer, headerBytes),
    names,
  };
}

/** Puts down calls and wakes the helper; all earlier ones must be finished. Returns the place of the first. */
export function publishCalls({ counters, numbers, names }: LaneTable, calls: readonly WasmCall[]): number {
  const first = Atomics.load(counters, published);
  for (const [i, { name, args, unfused = false }] of calls.entries()) {
    numbers.set([names.indexOf(name), Number(unfused), args.length, ...args], slot((first + i) | 0));
  }
  Atomics.store(counters, published, (first + calls.length) | 0);
  Atomics.notify(counters, published);
  return first;
}

/** The place of a call that nobody else has; undefined when all are taken. */
export function takeCall({ counters }: LaneTable): number | undefined {
  for (;;) {
    const next = Atomics.load(counters, taken);
    if (next === Atomics.load(counters, published)) return undefined;
    if (Atomics.compareExchange(counters, taken, next, (next + 1) | 0) === next) return next;
  }
}

/** The call at a place that was taken. */
export function callAt({ numbers, names }: LaneTable, place: number): WasmCall {
  const start = slot(place);
  const [name = -1, unfused, count = 0] = numbers.subarray(start, start + 3);
  return {
    name: names[name]!,
    args: Array.from(numbers.subarray(start + 3, start + 3 + count)),
    unfused: unfused === 1,
  };
}

/** Counts a call as finished, or as failed too. */
export function finishCall({ counters }: LaneTable, hasFailed = false): void {
  if (hasFailed) Atomics.add(counters, failures, 1);
  Atomics.add(counters, finished, 1);
  Atomics.notify(counters, finished);
}

/** Blocks until all calls are finished; throws where the helper has failed, or says nothing more. */
export function settleCalls({ counters }: LaneTable): void {
  for (;;) {
    const done = Atomics.load(counters, finished);
    if (done === Atomics.load(counters, published)) break;
    const answer = Atomics.wait(counters, finished, done, longestSilence);
    if (answer === 'timed-out') throw new Error('The helping thread does not answer.');
  }
  if (Atomics.exchange(counters, failures, 0) > 0) throw new Error('The helping thread has failed.');
}

/** True once a helper waits for calls. */
export function isHelped({ counters }: LaneTable): boolean {
  return Atomics.load(counters, helpers) > 0;
}

/** Blocks for ever: makes calls as they come, as the other thread's helper. */
export function serveCalls(table: LaneTable, make: (call: WasmCall) => void): void {
  const { counters } = table;
  Atomics.add(counters, helpers, 1);
  for (;;) {
    const seen = Atomics.load(counters, published);
    for (let place = takeCall(table); place !== undefined; place = takeCall(table)) {
      let hasFailed = true;
      try {
        make(callAt(table, place));
        hasFailed = false;
      } finally {
        finishCall(table, hasFailed);
      }
    }
    Atomics.wait(counters, published, seen);
  }
}

function slot(place: number): number {
  return (place & (mostBands - 1)) * numbersOfCall;
}
