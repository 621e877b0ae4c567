import { convolveRows } from '../convolution/conv2d';
import type { Conv2dPlan } from '../convolution/conv2dPlan';
import { cellCount } from '../shape4';

/**
 * A way to convolve, in steps of a few milliseconds, each the share done: input NCHW, kernel OIHW, one bias for each
 * output channel, the output's numbers at the end.
 */
export type Convolve = (
  plan: Conv2dPlan,
  input: Float64Array,
  kernel: Float64Array,
  bias: Float64Array | undefined,
) => Generator<number, Float64Array>;

/** Multiply-adds of a step: about a millisecond. */
const workAtOnce = 2 ** 20;

/** By the plain loops: `conv2d`. */
export const loopConvolve: Convolve = function* (plan, input, kernel, bias) {
  const [batch, channels, height] = plan.outputShape;
  const output = new Float64Array(cellCount(plan.outputShape));
  const rows = batch * channels * height;
  const rowsAtOnce = Math.max(1, Math.floor((workAtOnce * rows) / plan.multiplyAdds));
  for (let row = 0; row < rows; row += rowsAtOnce) {
    convolveRows(plan, input, kernel, bias, output, row, Math.min(rows, row + rowsAtOnce));
    yield Math.min(1, (row + rowsAtOnce) / rows);
  }
  return output;
};
