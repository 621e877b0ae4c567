import type { Frame } from './frame';
import type { Machine } from './machine';
import { faulty, type Numbers, other, type PartsValue, type Value } from './value';

/** Functions that join the matrices in their first argument. */
const joiners = new Set(
  'concatenate concat stack vstack row_stack hstack dstack column_stack block cat Join'.split(' '),
);

/** How many levels of brackets, from one that opens here, hold matrices to be joined: in the first argument of such a call. */
export function partLevelsIn(outer: Frame): number {
  if (outer.kind === 'list') return Math.max(0, outer.partLevels - 1);
  if (outer.kind !== 'call' || outer.arguments.length > 0 || outer.callee?.kind !== 'name') return 0;
  const { name, path } = outer.callee;
  if (path === name || !joiners.has(name)) return 0;
  return name === 'block' ? 2 : 1;
}

/** The matrices of a bracket that is to be joined, each for itself. */
export function partsValue(machine: Machine, frame: Frame, end: number): Value {
  const place = { start: frame.start, end };
  const { fault } = frame;
  if (fault) {
    machine.pool.size = frame.base;
    return { ...fault, ...place };
  }
  const of = frame.arguments.map(({ value }) => value);
  if (of.length === 0) return faulty('empty', place, {}, true);
  const isNumeric = of.every((value) => value.kind === 'numbers' || value.kind === 'parts');
  if (!isNumeric) machine.pool.size = frame.base;
  return isNumeric ? { kind: 'parts', of: of as readonly (Numbers | PartsValue)[], ...place } : other(place);
}
