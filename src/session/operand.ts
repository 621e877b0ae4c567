import type { Matrix, Tensor } from '../engine/tensor';

/** Where a matrix came from; `text` can be found again and followed. */
export type Origin =
  | {
      readonly kind: 'text';
      readonly uri: string;
      /** What a person calls the place: a file name, or a file name and a cell number. */
      readonly place: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'preset'; readonly id: string }
  | { readonly kind: 'clipboard' }
  | { readonly kind: 'draft' };

/** Where the numbers of a literal stand in its text, in UTF-16 code units. */
export interface CellPlaces {
  /** Number `i` stands from starts[i] to ends[i]. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** True where the text computes the numbers, so that characters alone do not tell them. */
  readonly computed: boolean;
}

/** One side of the convolution: a tensor as it was read, and the plane of it that is shown. */
export interface Operand {
  /** The name that the text gives; undefined where it gives none. */
  readonly name: string | undefined;
  readonly tensor: Tensor;
  readonly plane: number;
  readonly origin: Origin;
  /** What the source says, once cells were changed here and `tensor` differs from it. */
  readonly written: Tensor | undefined;
  /** Of the numbers as the text of `origin` has them; undefined where that is not known, as after a reload. */
  readonly places?: CellPlaces | undefined;
}

/** How a tensor of any rank up to 4 is cut into planes of `rows` × `cols`. */
export interface PlaneLayout {
  readonly rows: number;
  readonly cols: number;
  readonly count: number;
  /** Channels-last tensors keep the planes of one pixel together. */
  readonly channelsLast: boolean;
}

/**
 * The planes of a shape: leading unit axes fall away, a row counts as one line, and with three axes the last one
 * holds the channels when it is 3 or 4 and the first is not.
 */
export function planeLayout(shape: readonly number[]): PlaneLayout {
  let axes = [...shape];
  while (axes.length > 2 && axes[0] === 1) axes = axes.slice(1);
  if (axes.length > 2 && axes.at(-1) === 1) axes = axes.slice(0, -1);
  const cols = axes.at(-1) ?? 0;
  const rows = axes.at(-2) ?? 1;
  const isColour = (size: number | undefined) => size === 3 || size === 4;
  if (axes.length === 3 && isColour(cols) && !isColour(axes[0]))
    return { rows: axes[0] ?? 0, cols: rows, count: cols, channelsLast: true };
  return { rows, cols, count: axes.slice(0, -2).reduce((product, size) => product * size, 1), channelsLast: false };
}

/** Rows and columns of the planes of an operand. */
export function planeShape({ tensor }: Operand): readonly [number, number] {
  const { rows, cols } = planeLayout(tensor.shape);
  return [rows, cols];
}

/** The shown plane as a matrix of its own; shares the numbers where they already lie together. */
export function shownMatrix(operand: Operand): Matrix {
  const { rows, cols, count, channelsLast } = planeLayout(operand.tensor.shape);
  const { data } = operand.tensor;
  const size = rows * cols;
  const plane = Math.min(operand.plane, Math.max(count - 1, 0));
  if (count === 1) return { shape: [rows, cols], data };
  if (!channelsLast) return { shape: [rows, cols], data: data.slice(plane * size, (plane + 1) * size) };
  const apart = new Float64Array(size);
  for (let i = 0; i < size; i++) apart[i] = data[i * count + plane]!;
  return { shape: [rows, cols], data: apart };
}

/** The place of a cell of the shown plane among all numbers; undefined where there is no such cell. */
export function cellIndex({ tensor, plane }: Operand, row: number, col: number): number | undefined {
  const { cols, rows, count, channelsLast } = planeLayout(tensor.shape);
  if (row < 0 || col < 0 || row >= rows || col >= cols) return undefined;
  const cell = row * cols + col;
  return channelsLast ? cell * count + plane : plane * rows * cols + cell;
}

/** The cell of the shown plane that holds number `index`; undefined where it lies in another plane. */
export function cellOfIndex({ tensor, plane }: Operand, index: number): { row: number; col: number } | undefined {
  const { cols, rows, count, channelsLast } = planeLayout(tensor.shape);
  const inPlane = channelsLast ? index % count === plane : Math.floor(index / (rows * cols)) === plane;
  const cell = channelsLast ? Math.floor(index / count) : index % (rows * cols);
  return inPlane ? { row: Math.floor(cell / cols), col: cell % cols } : undefined;
}

/** The operand with one cell of the shown plane changed. */
export function withCell(operand: Operand, row: number, col: number, value: number): Operand {
  const index = cellIndex(operand, row, col);
  if (index === undefined) return operand;
  const data = operand.tensor.data.slice();
  data[index] = value;
  return { ...operand, tensor: { shape: operand.tensor.shape, data }, written: operand.written ?? operand.tensor };
}

/** The shown plane cut or grown to a new size; cells that it did not have hold 0. */
export function resized(operand: Operand, rows: number, cols: number): Operand {
  const { shape, data } = shownMatrix(operand);
  const grown = new Float64Array(rows * cols);
  for (let row = 0; row < Math.min(rows, shape[0]); row++)
    for (let col = 0; col < Math.min(cols, shape[1]); col++) grown[row * cols + col] = data[row * shape[1] + col] ?? 0;
  return {
    ...operand,
    tensor: { shape: [rows, cols], data: grown },
    plane: 0,
    written: operand.written ?? operand.tensor,
    places: undefined,
  };
}
