import type { Machine } from './machine';
import type { Numbers, Value } from './value';

/** The transpose of a matrix; of one axis the numbers themselves; undefined for more axes. */
export function transposed(
  { pool }: Machine,
  numbers: Numbers,
  place: { start: number; end: number },
): Value | undefined {
  const { shape, from } = numbers;
  if (shape.length === 1) return { ...numbers, end: place.end };
  if (shape.length !== 2) return undefined;
  const [rows, columns] = [shape[0]!, shape[1]!];
  const size = rows * columns;
  const values = pool.values.slice(from, from + size);
  const starts = pool.starts.slice(from, from + size);
  const ends = pool.ends.slice(from, from + size);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const source = row * columns + column;
      const target = from + column * rows + row;
      pool.values[target] = values[source]!;
      pool.starts[target] = starts[source]!;
      pool.ends[target] = ends[source]!;
    }
  }
  pool.size = from + size;
  return { ...numbers, shape: [columns, rows], end: place.end, computed: true };
}
