/** Numbers in row-major order with their shape; `data.length` is the product of `shape`. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** A tensor of rank two: `[rows, columns]`. */
export interface Matrix extends Tensor {
  readonly shape: readonly [number, number];
}

/** The matrix of the given rows, which must all have one length; `[0, 0]` for no rows. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { shape: [rows.length, rows[0]?.length ?? 0], data: Float64Array.from(rows.flat()) };
}
