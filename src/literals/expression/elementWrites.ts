import type { Frame } from './frame';
import type { IndexItem } from './indexItems';
import type { Finding, Machine } from './machine';
import type { NumberTraits } from './surroundings';
import { sizeOf, type Value } from './value';

/** Numbers that a statement puts into a part of a named matrix: `k[0, 0] = -1`, `k(2, :) = [1 2 3]`. */
export interface ElementWrite {
  /** What stands in each of the index brackets. */
  readonly indices: readonly (readonly IndexItem[])[];
  /** The token of the name, by which the block of the statement is known. */
  readonly token: number;
  /** What is put there; undefined where that is not known. */
  put?: PutNumbers;
  /** The numbers on their own, as they were found. */
  finding?: Finding;
}

/** The numbers on the right side, with their places. */
export interface PutNumbers extends Pick<NumberTraits, 'whole'> {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly end: number;
}

/** Says what the targets of this statement, as far as they are parts of matrices, are given. */
export function completeElements(machine: Machine, frame: Frame, value: Value): void {
  if (frame.firstWrite < 0 || value.kind !== 'numbers' || frame.targets.length > 1) return;
  const { values, starts, ends } = machine.pool;
  const { from, shape, whole, end } = value;
  const to = from + sizeOf(shape);
  for (const { element } of machine.writes.slice(frame.firstWrite)) {
    if (!element || element.put) continue;
    element.put = {
      shape,
      whole,
      end,
      data: values.slice(from, to),
      starts: starts.slice(from, to),
      ends: ends.slice(from, to),
    };
  }
}

/** Whether this statement puts its value into parts of matrices. */
export function putsElements({ writes }: Machine, { firstWrite }: Frame): boolean {
  return firstWrite >= 0 && writes.slice(firstWrite).every(({ element }) => element?.put);
}

/** Says which finding the right side of this statement has become. */
export function linkElements(machine: Machine, frame: Frame, findingsBefore: number): void {
  const finding = machine.findings.length > findingsBefore ? machine.findings.at(-1) : undefined;
  if (frame.firstWrite < 0 || !finding) return;
  for (const { element } of machine.writes.slice(frame.firstWrite)) if (element) element.finding = finding;
}

/** Words that make a statement happen never or many times. */
export const conditionalWords = new Set(
  'if else elif elseif for while case when unless until switch catch except finally match loop do repeat foreach with'.split(
    ' ',
  ),
);
