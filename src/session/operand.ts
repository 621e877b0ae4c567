import type { Matrix, Tensor } from '../engine/tensor';
import type { MatrixLiteral } from '../literals/literal';
import type { ReadingChoice } from '../literals/report/readingChoice';
import { type Arrangement, type PlaneLayout, planeLayout, planeStart } from './planeLayout';

/** Where a matrix came from; `text` can be found again and followed. */
export type Origin =
  | {
      readonly kind: 'text';
      readonly uri: string;
      /** What a person calls the place: a file name, or a file name and a cell number. */
      readonly place: string;
      readonly start: number;
      readonly end: number;
      /** The language in which it was read, and what the person has settled about it. */
      readonly languageId?: string;
      readonly choice?: ReadingChoice;
      /** Its numbers come of names or seeds elsewhere in the text. */
      readonly isNamed?: boolean;
    }
  | { readonly kind: 'preset'; readonly id: string }
  /** A file that is no text in an editor, by its address and its name. */
  | { readonly kind: 'file'; readonly uri: string; readonly place: string }
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
  /** How the text was read; undefined for what comes from none. */
  readonly reading?: OperandReading | undefined;
  /** How the axes are laid out, once the person has said so. */
  readonly arrangement?: Arrangement | undefined;
}

/** What is kept of how a text was read. */
export type OperandReading = Pick<MatrixLiteral, 'form' | 'type' | 'notes'>;

/** The planes of an operand. */
export function operandLayout({ tensor, arrangement }: Operand): PlaneLayout {
  return planeLayout(tensor.shape, arrangement);
}

/** The operand laid out in another way, from its first plane on. */
export function arranged(operand: Operand, arrangement: Arrangement): Operand {
  return { ...operand, arrangement, plane: 0 };
}

/** Rows and columns of the planes of an operand. */
export function planeShape(operand: Operand): readonly [number, number] {
  const { rows, cols } = operandLayout(operand);
  return [rows, cols];
}

/** The shown plane as a matrix of its own; shares the numbers where they already lie together. */
export function shownMatrix(operand: Operand): Matrix {
  const layout = operandLayout(operand);
  const { rows, cols, count, rowStep, colStep } = layout;
  const { data } = operand.tensor;
  const start = planeStart(layout, Math.min(operand.plane, Math.max(count - 1, 0)));
  const isTogether = colStep === 1 && (rowStep === cols || rows === 1);
  if (isTogether && count === 1) return { shape: [rows, cols], data };
  if (isTogether) return { shape: [rows, cols], data: data.slice(start, start + rows * cols) };
  const apart = new Float64Array(rows * cols);
  for (let row = 0, i = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) apart[i++] = data[start + row * rowStep + col * colStep]!;
  return { shape: [rows, cols], data: apart };
}

/** The place of a cell of the shown plane among all numbers; undefined where there is no such cell. */
export function cellIndex(operand: Operand, row: number, col: number): number | undefined {
  const layout = operandLayout(operand);
  if (row < 0 || col < 0 || row >= layout.rows || col >= layout.cols) return undefined;
  return planeStart(layout, operand.plane) + row * layout.rowStep + col * layout.colStep;
}

/** The cell of the shown plane that holds number `index`; undefined where it lies in another plane. */
export function cellOfIndex(operand: Operand, index: number): { row: number; col: number } | undefined {
  const { rows, cols, rowStep, colStep } = operandLayout(operand);
  const row = Math.floor(index / rowStep) % rows;
  const col = Math.floor(index / colStep) % cols;
  return cellIndex(operand, row, col) === index ? { row, col } : undefined;
}

/** The operand with one cell of the shown plane changed. */
export function withCell(operand: Operand, row: number, col: number, value: number): Operand {
  const index = cellIndex(operand, row, col);
  if (index === undefined) return operand;
  const data = operand.tensor.data.slice();
  data[index] = value;
  return { ...operand, tensor: { shape: operand.tensor.shape, data }, written: operand.written ?? operand.tensor };
}

/** The operand with other numbers in its shown plane; a plane of another size is all that is left of it. */
export function withPlane(operand: Operand, plane: Matrix): Operand {
  const layout = operandLayout(operand);
  const [rows, cols] = plane.shape;
  const written = operand.written ?? operand.tensor;
  if (rows !== layout.rows || cols !== layout.cols)
    return { ...operand, tensor: plane, plane: 0, written, places: undefined, arrangement: undefined };
  const data = operand.tensor.data.slice();
  const start = planeStart(layout, operand.plane);
  for (let row = 0, i = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) data[start + row * layout.rowStep + col * layout.colStep] = plane.data[i++]!;
  return { ...operand, tensor: { shape: operand.tensor.shape, data }, written };
}

/** The shown plane cut or grown to a new size; cells that it did not have hold 0. */
export function resized(operand: Operand, rows: number, cols: number): Operand {
  return withPlane(operand, grown(shownMatrix(operand), rows, cols));
}

/** A rectangle of numbers, its first at a cell; `values` in row-major order. */
export interface CellBlock {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  readonly values: readonly number[];
}

/** The operand with a block of cells changed; a plane that the block goes beyond grows with it. */
export function withBlock(operand: Operand, { row, col, rows, cols, values }: CellBlock): Operand {
  const shown = shownMatrix(operand);
  const height = Math.max(shown.shape[0], row + rows);
  const width = Math.max(shown.shape[1], col + cols);
  const { shape, data } = grown(shown, height, width);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) data[(row + r) * width + col + c] = values[r * cols + c]!;
  return withPlane(operand, { shape, data });
}

function grown({ shape, data }: Matrix, rows: number, cols: number): Matrix {
  const sized = new Float64Array(rows * cols);
  for (let row = 0; row < Math.min(rows, shape[0]); row++)
    for (let col = 0; col < Math.min(cols, shape[1]); col++) sized[row * cols + col] = data[row * shape[1] + col] ?? 0;
  return { shape: [rows, cols], data: sized };
}
