import type { Fill } from '../convolution/conv2dParams';
import { isPlanProblem, type PlanProblem } from '../planProblem';
import { cellCount } from '../shape4';
import type { Matrix, Tensor } from '../tensor';
import { fillSource, fillValue } from './fill';
import { type PadAxis, planPad2d, type Sides } from './planPad2d';

/**
 * The tensor with its last two axes padded as numpy.pad does it, `sides` in cells, or why it cannot be padded. Cells
 * are copied bit for bit; each is the one that `explainPaddedCell` names.
 */
export function pad2d(input: Matrix, sides: Sides, fill: Fill): Matrix | PlanProblem;
/** The same for any number of axes, the last two being rows and columns. */
export function pad2d(input: Tensor, sides: Sides, fill: Fill): Tensor | PlanProblem;
export function pad2d(input: Tensor, sides: Sides, fill: Fill): Tensor | PlanProblem {
  const plan = planPad2d(input.shape, sides, fill);
  if (isPlanProblem(plan)) return plan;
  const { height, width, outputShape } = plan;
  const rows = sourcesAlong(height, fill);
  const cols = sourcesAlong(width, fill);
  const data = new Float64Array(cellCount(outputShape)).fill(fillValue(fill) ?? 0);
  const planes = cellCount(outputShape.slice(0, -2));
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < height.paddedSize; row++) {
      if (rows[row]! < 0) continue;
      const from = (plane * height.inputSize + rows[row]!) * width.inputSize;
      const to = (plane * height.paddedSize + row) * width.paddedSize;
      for (let col = 0; col < width.paddedSize; col++) {
        if (cols[col]! >= 0) data[to + col] = input.data[from + cols[col]!]!;
      }
    }
  }
  return { shape: outputShape, data };
}

function sourcesAlong({ paddedSize, before, inputSize }: PadAxis, fill: Fill): Int32Array {
  return new Int32Array(paddedSize).map((_, position) => fillSource(fill, position - before, inputSize));
}
