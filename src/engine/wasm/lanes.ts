import type { WasmCall } from './pathRunner';

/** Threads on one memory that take bands of rows in turns. */
export interface Lanes {
  /** How many threads there are at present, this one included. */
  readonly count: number;
  /** Makes the calls for rows [0, rows), `step` rows each, on all threads; returns when all are done. */
  run(rows: number, step: number, call: (from: number, to: number, lane: number) => WasmCall): void;
}
