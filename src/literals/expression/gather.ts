import type { Machine } from './machine';
import { type FaultyValue, faulty, type Numbers, sizeOf, type Value } from './value';
import { sourcesOf, type View } from './views';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** More numbers than this in one matrix are refused before there is room made for them. */
export const mostBuiltNumbers = 2e6;
/** And more than this are not made of one text, whose length says nothing about them. */
const mostOfOneText = 2 ** 25;

/** What is put where the pool has no number for a place. */
export const filled = -1;

/** Why a matrix of this shape cannot be made, or undefined where it can. */
export function tooMuch(machine: Machine, shape: readonly number[], place: Place): FaultyValue | undefined {
  const size = sizeOf(shape);
  if (shape.length > 4) return faulty('too-deep', place, { found: shape.length });
  if (!(size <= mostBuiltNumbers) || machine.built + size > mostOfOneText) {
    return faulty('too-large', place, { found: size, expected: mostBuiltNumbers });
  }
  if (size < 1) return faulty('empty', place);
  machine.built += size;
  return undefined;
}

/** Where a matrix is put, what it is like, and where it stands in the text. */
export interface Target {
  readonly base: number;
  readonly like: Numbers;
  readonly place: Place;
}

/** The numbers of a view as the top of the pool, from `base` on; each keeps its place in the text. */
export function gatheredView(machine: Machine, target: Target, view: View, shape = view.shape): Value {
  const fault = tooMuch(machine, shape, target.place);
  if (fault) return dropped(machine, target, fault);
  return gathered(machine, target, shape, sourcesOf(view));
}

/** Numbers from the given places of the pool as its top; where a source is `filled`, `fill` stands for the whole call. */
export function gathered(
  { pool }: Machine,
  { base, like, place }: Target,
  shape: readonly number[],
  sources: Int32Array,
  fill = 0,
): Numbers {
  const values = new Float64Array(sources.length);
  const starts = new Uint32Array(sources.length);
  const ends = new Uint32Array(sources.length);
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i]!;
    values[i] = source < 0 ? fill : pool.values[source]!;
    starts[i] = source < 0 ? place.start : pool.starts[source]!;
    ends[i] = source < 0 ? place.end : pool.ends[source]!;
  }
  pool.put(base, values, starts, ends);
  const holder = like.holder === 'matrix' ? 'matrix' : 'array';
  return { ...like, shape, from: base, ...place, holder, computed: true };
}

/** A fault in place of a matrix, whose parts are taken off the pool. */
export function dropped({ pool }: Machine, { base }: { readonly base: number }, fault: FaultyValue): FaultyValue {
  pool.size = base;
  return fault;
}
