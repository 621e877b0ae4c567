import type { Fill } from '../convolution/conv2dParams';
import type { PlanProblem } from '../planProblem';
import { cellCount, maxOutputCells } from '../shape4';
import { wholeNumberProblem } from '../wholeNumberProblem';
import { fillValue } from './fill';

/** Cells to add on each side of a plane. */
export interface Sides {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One axis of a padding, in cells. */
export interface PadAxis {
  readonly inputSize: number;
  readonly before: number;
  readonly after: number;
  readonly paddedSize: number;
}

/** The geometry of a padding. */
export interface Pad2dPlan {
  /** Any number of axes, the last two being rows and columns. */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  readonly height: PadAxis;
  readonly width: PadAxis;
  readonly fill: Fill;
}

/**
 * The geometry of padding the last two axes as numpy.pad does it, or why there is none; never throws. An axis without
 * cells can be padded with a constant, as in NumPy, but there is nothing to copy into it (`empty-input`).
 */
export function planPad2d(inputShape: readonly number[], sides: Sides, fill: Fill): Pad2dPlan | PlanProblem {
  if (inputShape.length < 2) return { problem: 'rank-unsupported', numbers: { inputRank: inputShape.length } };
  const [inputHeight, inputWidth] = inputShape.slice(-2) as [number, number];
  const leading = inputShape.slice(0, -2);
  const planes = cellCount(leading);
  const { top, bottom, left, right } = sides;
  const rows = inputHeight + top + bottom;
  const cols = inputWidth + left + right;
  const unsafe = wholeNumberProblem({ planes, inputHeight, inputWidth, top, bottom, left, right, rows, cols });
  if (unsafe) return unsafe;
  if (top < 0 || bottom < 0) return { problem: 'padding-negative', axis: 'height', numbers: sidesOf(top, bottom) };
  if (left < 0 || right < 0) return { problem: 'padding-negative', axis: 'width', numbers: sidesOf(left, right) };
  const smallest = fillValue(fill) === undefined ? 1 : 0;
  if (!inputShape.every((size) => size >= smallest)) {
    return { problem: 'empty-input', numbers: { planes, inputHeight, inputWidth } };
  }
  if (planes * rows * cols > maxOutputCells) return { problem: 'too-large', numbers: { planes, rows, cols } };
  return {
    inputShape,
    outputShape: [...leading, rows, cols],
    height: { inputSize: inputHeight, ...sidesOf(top, bottom), paddedSize: rows },
    width: { inputSize: inputWidth, ...sidesOf(left, right), paddedSize: cols },
    fill,
  };
}

function sidesOf(before: number, after: number) {
  return { before, after };
}
