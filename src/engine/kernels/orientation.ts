import type { Matrix } from '../tensor';

/** The eight ways to lay a rectangle of weights; turns go clockwise. */
export type Orientation =
  | 'upright'
  | 'turned-90'
  | 'turned-180'
  | 'turned-270'
  | 'mirrored-left-right'
  | 'mirrored-top-bottom'
  | 'transposed'
  | 'anti-transposed';

/** All orientations, the ones that are easiest to say first: as it is, turns, mirrors, and mirrors along a diagonal. */
export const orientations: readonly Orientation[] = [
  'upright',
  'turned-90',
  'turned-180',
  'turned-270',
  'mirrored-left-right',
  'mirrored-top-bottom',
  'transposed',
  'anti-transposed',
];

const swapping: ReadonlySet<Orientation> = new Set(['turned-90', 'turned-270', 'transposed', 'anti-transposed']);

/** True where rows become columns. */
export function swapsAxes(orientation: Orientation): boolean {
  return swapping.has(orientation);
}

/** The matrix laid in another way: `[rows, columns]` becomes `[columns, rows]` where the axes are swapped. */
export function oriented({ shape: [rows, cols], data }: Matrix, orientation: Orientation): Matrix {
  const shape = swapsAxes(orientation) ? ([cols, rows] as const) : ([rows, cols] as const);
  const turned = new Float64Array(data.length);
  for (let row = 0; row < shape[0]; row++)
    for (let col = 0; col < shape[1]; col++)
      turned[row * shape[1] + col] = data[sourceIndex(orientation, row, col, rows, cols)] ?? 0;
  return { shape, data: turned };
}

/** Which weight of the matrix comes to stand at this place of the one that is laid in another way. */
function sourceIndex(orientation: Orientation, row: number, col: number, rows: number, cols: number): number {
  switch (orientation) {
    case 'upright':
      return row * cols + col;
    case 'turned-180':
      return (rows - 1 - row) * cols + (cols - 1 - col);
    case 'mirrored-left-right':
      return row * cols + (cols - 1 - col);
    case 'mirrored-top-bottom':
      return (rows - 1 - row) * cols + col;
    case 'turned-90':
      return (rows - 1 - col) * cols + row;
    case 'turned-270':
      return col * cols + (cols - 1 - row);
    case 'transposed':
      return col * cols + row;
    case 'anti-transposed':
      return (rows - 1 - col) * cols + (cols - 1 - row);
  }
}
