import type { Fill } from './conv2dParams';
import { fillSource, fillValue } from './fill';
import { isPlanProblem, type PlanProblem } from './planProblem';
import { cellCount, maxOutputCells } from './shape4';
import type { Matrix, Tensor } from './tensor';
import { wholeNumberProblem } from './wholeNumberProblem';

/** Cells to add on each side of a plane. */
export interface Sides {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The tensor with its last two axes padded as numpy.pad does it, or why it cannot be padded. */
export function pad2d(input: Matrix, sides: Sides, fill: Fill): Matrix | PlanProblem;
export function pad2d(input: Tensor, sides: Sides, fill: Fill): Tensor | PlanProblem;
export function pad2d(input: Tensor, sides: Sides, fill: Fill): Tensor | PlanProblem {
  const shape = paddedShape(input.shape, sides, fill);
  if (isPlanProblem(shape)) return shape;
  const [height, width] = input.shape.slice(-2) as [number, number];
  const [paddedHeight, paddedWidth] = shape.slice(-2) as [number, number];
  const rows = sourcesAlong(paddedHeight, sides.top, height, fill);
  const cols = sourcesAlong(paddedWidth, sides.left, width, fill);
  const data = new Float64Array(cellCount(shape)).fill(fillValue(fill) ?? 0);
  const planes = cellCount(input.shape.slice(0, -2));
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < paddedHeight; row++) {
      if (rows[row]! < 0) continue;
      const from = (plane * height + rows[row]!) * width;
      const to = (plane * paddedHeight + row) * paddedWidth;
      for (let col = 0; col < paddedWidth; col++) {
        if (cols[col]! >= 0) data[to + col] = input.data[from + cols[col]!]!;
      }
    }
  }
  return { shape, data };
}

function paddedShape(shape: readonly number[], sides: Sides, fill: Fill): readonly number[] | PlanProblem {
  if (shape.length < 2) return { problem: 'rank-unsupported', numbers: { inputRank: shape.length } };
  const [inputHeight, inputWidth] = shape.slice(-2) as [number, number];
  const leading = shape.slice(0, -2);
  const planes = cellCount(leading);
  const { top, bottom, left, right } = sides;
  const height = inputHeight + top + bottom;
  const width = inputWidth + left + right;
  const unsafe = wholeNumberProblem({ planes, inputHeight, inputWidth, top, bottom, left, right, height, width });
  if (unsafe) return unsafe;
  if (top < 0 || bottom < 0) return { problem: 'padding-negative', axis: 'height', numbers: { top, bottom } };
  if (left < 0 || right < 0) return { problem: 'padding-negative', axis: 'width', numbers: { left, right } };
  // An axis without cells can still be padded with a constant, as in NumPy, but there is nothing to copy.
  const smallest = fillValue(fill) === undefined ? 1 : 0;
  if (!shape.every((size) => size >= smallest)) {
    return { problem: 'empty-input', numbers: { planes, inputHeight, inputWidth } };
  }
  if (planes * height * width > maxOutputCells) return { problem: 'too-large', numbers: { planes, height, width } };
  return [...leading, height, width];
}

function sourcesAlong(paddedSize: number, before: number, size: number, fill: Fill): Int32Array {
  return new Int32Array(paddedSize).map((_, position) => fillSource(fill, position - before, size));
}
