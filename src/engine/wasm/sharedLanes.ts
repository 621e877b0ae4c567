import type { Lanes } from './lanes';
import {
  finishCall,
  isHelped,
  laneTable,
  mostBands,
  publishCalls,
  serveCalls,
  settleCalls,
  takeCall,
} from './laneTable';
import { type Machine, machine } from './machine';
import { makeCall } from './makeCall';
import type { WasmCall } from './pathRunner';

/** What an engine shares with the thread that helps it. */
export interface SharedLanes {
  readonly memory: WebAssembly.Memory;
  /** Of `laneBuffer()`. */
  readonly buffer: SharedArrayBuffer;
}

/** This thread and, once it is there, the one that serves `helpLanes`; on the shared memory of a machine. */
export function sharedLanes(own: Machine, buffer: SharedArrayBuffer): Lanes {
  const table = laneTable(buffer, callNames(own));
  return {
    get count() {
      return isHelped(table) ? 2 : 1;
    },
    run: (rows, step, call) => {
      const band = step * Math.ceil(rows / step / mostBands);
      const starts = Array.from({ length: Math.ceil(rows / band) }, (_, i) => i * band);
      const calls = (lane: number): WasmCall[] => starts.map((from) => call(from, Math.min(rows, from + band), lane));
      const mine = calls(0);
      const first = publishCalls(table, calls(1));
      for (let place = takeCall(table); place !== undefined; place = takeCall(table)) {
        try {
          makeCall(own, mine[(place - first) | 0]!);
        } finally {
          finishCall(table);
        }
      }
      settleCalls(table);
    },
  };
}

/** What a helping thread does, for ever: calls of `sharedLanes`, on its own instances of the modules. */
export function helpLanes({ memory, buffer }: SharedLanes): void {
  const own = machine({ memory });
  serveCalls(laneTable(buffer, callNames(own)), (call) => makeCall(own, call));
}

/** Both modules have the same functions. */
function callNames(of: Machine): readonly string[] {
  return Object.keys(of.helpers()).sort();
}
