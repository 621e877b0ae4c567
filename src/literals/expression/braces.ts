import { listValue } from './brackets';
import type { Frame } from './frame';
import type { Machine } from './machine';
import { rowsValue } from './matlabRows';
import { faulty, other, type Value } from './value';

/** The value of `{…}`: an initialiser's numbers, or something else, such as a block, a record or a set of names. */
export function bracesValue(machine: Machine, frame: Frame, end: number): Value {
  const place = { start: frame.start, end };
  // Python's sets know neither order nor repetition.
  if (frame.isRecord || frame.isBlock || machine.language.lists === 'sequences') {
    machine.pool.size = frame.base;
    return other(place);
  }
  // `FloatArray(9) { 1f / 9 }`: a function that is handed to the call.
  const isLambda = frame.callee?.kind === 'other' && machine.text[frame.callee.end - 1] === ')';
  if (isLambda && frame.itemShape?.length === 0) {
    machine.pool.size = frame.base;
    return other(place);
  }
  if (frame.count === 0 && !frame.fault) return faulty('empty', place, {}, true);
  return frame.semicolons > 0 ? rowsValue(machine, frame, end) : listValue(machine, frame, end);
}
