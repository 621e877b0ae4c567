import type { Machine } from './machine';
import type { WasmCall } from './pathRunner';

/** Makes a call on this thread's instance of the module that it is meant for. */
export function makeCall(on: Machine, { name, args, unfused = false }: WasmCall): void {
  on.exports(unfused)[name]!(...args);
}
