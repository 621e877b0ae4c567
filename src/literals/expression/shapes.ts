import type { Argument } from './frame';
import type { Machine } from './machine';
import { faulty, isMatrix, isScalar, type Numbers, sizeOf, type Value } from './value';

/** The sides that arguments name, as numbers or as one list of numbers; undefined when one is no whole number. */
export function shapeOf({ pool, language }: Machine, args: readonly Argument[]): readonly number[] | undefined {
  const [first] = args;
  const sides: number[] = [];
  const isRow =
    isMatrix(first?.value) && language.blankCells && first.value.shape.length === 2 && first.value.shape[0] === 1;
  if (isMatrix(first?.value) && (first.value.shape.length === 1 || isRow)) {
    for (let i = 0; i < first.value.shape.at(-1)!; i++) sides.push(pool.values[first.value.from + i]!);
  } else {
    for (const { value, keyword } of args) {
      if (keyword !== undefined && keyword !== 'shape') return undefined;
      if (!isScalar(value)) return undefined;
      sides.push(pool.values[value.from]!);
    }
  }
  return sides.length > 0 && sides.every((side) => Number.isInteger(side)) ? sides : undefined;
}

/** The numbers in another shape, one side of which may be -1; undefined where they do not fit. */
export function reshaped(
  numbers: Numbers,
  shape: readonly number[],
  place: { start: number; end: number },
): Value | undefined {
  const size = sizeOf(numbers.shape);
  const known = shape.reduce((product, side) => (side === -1 ? product : product * side), 1);
  const free = shape.filter((side) => side === -1).length;
  const sides = shape.map((side) => (side === -1 ? size / known : side));
  if (free > 1 || sides.some((side) => !Number.isInteger(side) || side < 1) || sizeOf(sides) !== size) return undefined;
  if (sides.length > 4) return faulty('too-deep', place);
  return { ...numbers, shape: sides, start: numbers.start, end: Math.max(numbers.end, place.end) };
}
