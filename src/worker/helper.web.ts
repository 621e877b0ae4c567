import type { SharedLanes } from '../engine/wasm/sharedLanes';

/** Undefined: pages rarely have the isolation under which a browser lets threads share memory. */
export function startHelper(): SharedLanes | undefined {
  return undefined;
}

/** Undefined: every thread takes jobs. */
export function lanesToHelp(): SharedLanes | undefined {
  return undefined;
}
