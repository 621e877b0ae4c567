/** NCHW, or OIHW. */
export type Shape4 = readonly [number, number, number, number];

/** The most cells that an output may have: 2^31. */
export const maxOutputCells = 2 ** 31;

/** A shape of four axes; `[rows, columns]` stands for one plane. Undefined for any other number of axes. */
export function asShape4(shape: readonly number[]): Shape4 | undefined {
  if (shape.length === 2) return [1, 1, shape[0]!, shape[1]!];
  if (shape.length === 4) return [shape[0]!, shape[1]!, shape[2]!, shape[3]!];
  return undefined;
}

/** How many cells a shape has: the product of its sides, 1 for no sides. */
export function cellCount(shape: readonly number[]): number {
  return shape.reduce((cells, size) => cells * size, 1);
}
