import { gatheredView } from './gather';
import type { Machine } from './machine';
import type { Numbers, Value } from './value';
import { permuted, viewOf } from './views';

/** The transpose of a matrix, its axes in reverse order; of one axis the numbers themselves. */
export function transposed(machine: Machine, numbers: Numbers, place: { start: number; end: number }): Value {
  if (numbers.shape.length < 2) return { ...numbers, end: place.end };
  return reordered(machine, numbers, [...numbers.shape.keys()].reverse(), place);
}

/** The numbers with their axes in another order: axis `k` of the result is axis `order[k]`. */
export function reordered(
  machine: Machine,
  numbers: Numbers,
  order: readonly number[],
  place: { start: number; end: number },
): Value {
  const target = { base: numbers.from, like: numbers, place: { start: numbers.start, end: place.end } };
  const value = gatheredView(machine, target, permuted(viewOf(numbers), order));
  return value.kind === 'numbers' ? { ...value, holder: numbers.holder } : value;
}
