import type { Frame } from './frame';
import { tooMuch } from './gather';
import type { Machine } from './machine';
import { faulty, isScalar, other, type Value } from './value';

/** MATLAB's, Julia's and R's `first:last`, and `first:step:last`; what a loop runs through is no matrix. */
export function colonRange(
  machine: Machine,
  frame: Frame,
  first: Value | undefined,
  step: Value | undefined,
  last: Value,
): Value {
  const { pool, language, frames } = machine;
  const place = { start: (first ?? last).start, end: last.end };
  const isLoop = frame.isConditional || frames.at(-2)?.isConditional;
  const parts = step ? [first, step, last] : [first, last];
  const fault = parts.find((part) => part?.kind === 'faulty');
  if (fault || isLoop || !isScalar(first) || !isScalar(last) || (step && !isScalar(step))) {
    for (const part of parts.toReversed()) if (part?.kind === 'numbers') pool.size = Math.min(pool.size, part.from);
    return fault ?? other(place);
  }
  const [start, stop] = [pool.values[first.from]!, pool.values[last.from]!];
  const by = isScalar(step) ? pool.values[step.from]! : language.arrow && stop < start ? -1 : 1;
  const whole = first.whole && last.whole && (!step || (isScalar(step) && step.whole));
  const length = Math.floor((stop - start) / by + 1e-10) + 1;
  pool.size = first.from;
  if (!(length >= 1)) return faulty('empty', place, {}, true);
  const problem = tooMuch(machine, [length], place);
  if (problem) return problem;
  pool.reserve(length);
  for (let i = 0; i < length; i++) pool.push(start + i * by, place.start, place.end);
  const isMatlab = language.blankCells && !language.dottedArithmetic;
  const shape = isMatlab ? [1, length] : [length];
  return { ...first, shape, ...place, whole, holder: 'array', computed: true, form: 'builder' };
}
