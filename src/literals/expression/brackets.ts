import type { Frame } from './frame';
import type { Machine } from './machine';
import { repeatedItem } from './repeats';
import { type FaultyValue, faulty, type Numbers, sizeOf, type Value } from './value';

/** The most axes that a matrix has here. */
const mostAxes = 4;

/** The value of `[a, b, …]` or `(a, b)`: a list of numbers or of lists of one shape. */
export function listValue(machine: Machine, frame: Frame, end: number): Value {
  const place = { start: frame.start, end };
  if (frame.fault) return wholeFault(machine, frame, place);
  if (frame.count === 0) return faulty('empty', place, {}, true);
  if (frame.semicolons > 0) return repeatedItem(machine, frame, place);
  const shape = frame.isLooped ? (frame.itemShape ?? []) : [frame.count, ...(frame.itemShape ?? [])];
  if (shape.length > mostAxes) {
    machine.pool.size = frame.base;
    return faulty('too-deep', place, { found: shape.length });
  }
  if (isSignsOnly(machine, frame) || isRowsOrWrap(machine, frame)) {
    machine.pool.size = frame.base;
    return faulty('ambiguous', place, { found: machine.text.slice(place.start, Math.min(end, place.start + 40)) });
  }
  // Items of different shapes, which some languages join and others nest.
  if (sizeOf(shape) !== machine.pool.size - frame.base) {
    machine.pool.size = frame.base;
    return faulty('unsupported', place, { found: '[' });
  }
  return numbersOf(frame, shape, place);
}

/** Numbers of a closed frame, in the given shape. */
export function numbersOf(frame: Frame, shape: readonly number[], place: { start: number; end: number }): Numbers {
  return {
    kind: 'numbers',
    shape,
    from: frame.base,
    ...place,
    whole: frame.whole,
    holder: frame.kind === 'paren' ? 'tuple' : 'list',
    precision: 'double',
    computed: frame.computed,
    form: frame.kind === 'brace' ? 'braces' : frame.blanks ? 'printed' : 'brackets',
  };
}

/** The fault of a frame as the value of the whole bracket. */
export function wholeFault(machine: Machine, frame: Frame, place: { start: number; end: number }): FaultyValue {
  const fault = frame.fault!;
  machine.pool.size = frame.base;
  // A list of words is no matrix that failed; one with a number in it, or a row beside it, is.
  const weak = fault.weak && frame.itemShape === undefined;
  return { ...fault, weak: weak || (fault.weak && fault.problem.problem === 'empty'), ...place };
}

/** `[1 -2]` in a program is a subtraction to the program and two numbers to whoever copied it from a printout. */
function isSignsOnly({ language }: Machine, frame: Frame): boolean {
  return !language.isText && frame.signSplits > 0 && frame.splits === 0 && frame.itemShape?.length === 0;
}

/** Bare lines in one bracket: rows to MATLAB, one wrapped row to NumPy, which fills its lines first. */
function isRowsOrWrap({ text }: Machine, frame: Frame): boolean {
  if (!frame.blanks || !frame.isOuter || frame.lineBreaks === 0 || frame.itemShape?.length !== 0) return false;
  return text.indexOf('\n', frame.start) - frame.start < shortestWrap;
}

const shortestWrap = 55;
