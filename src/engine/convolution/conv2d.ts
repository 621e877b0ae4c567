import { fillSource, fillValue } from '../padding/fill';
import type { Tensor } from '../tensor';
import { type ColumnTap, columnTaps } from './columnTaps';
import type { Conv2dPlan } from './conv2dPlan';

/** What all rows of one call share. */
interface Pass {
  readonly plan: Conv2dPlan;
  readonly input: Float64Array;
  readonly kernel: Float64Array;
  readonly bias: Float64Array | undefined;
  readonly output: Float64Array;
  readonly columns: readonly ColumnTap[];
  /** What padding holds; undefined where it copies cells of the input. */
  readonly constant: number | undefined;
}

/**
 * The convolution in double precision: input NCHW, kernel OIHW, `bias` one number per output channel, output NCHW. Every
 * sum starts at +0 and adds by channel of the group, patch row, patch column, and the bias last, the order of
 * `explainCell`; padding is multiplied like every other cell. IEEE 754 throughout: a NaN in a patch, or an infinity times
 * a zero, gives NaN; denormals are kept; a sum of nothing but −0 is +0. The data must have the plan's shapes.
 */
export function conv2d(plan: Conv2dPlan, input: Tensor, kernel: Tensor, bias?: Float64Array): Tensor {
  const [batch, channels, rows, cols] = plan.outputShape;
  const data = new Float64Array(batch * channels * rows * cols);
  convolveRows(plan, input.data, kernel.data, bias, data, 0, batch * channels * rows);
  return { shape: plan.outputShape, data };
}

/**
 * Computes rows [fromRow, toRow) of the output's batch · channels · height rows into `output`, which holds all of them;
 * the same numbers as `conv2d`, so that a host can work in slices.
 */
export function convolveRows(
  plan: Conv2dPlan,
  input: Float64Array,
  kernel: Float64Array,
  bias: Float64Array | undefined,
  output: Float64Array,
  fromRow: number,
  toRow: number,
): void {
  const columns = columnTaps(plan.width);
  const pass: Pass = { plan, input, kernel, bias, output, columns, constant: fillValue(plan.fill) };
  for (let row = fromRow; row < toRow; row++) convolveRow(pass, row);
}

function convolveRow(pass: Pass, row: number): void {
  const { plan, bias, output } = pass;
  const { height, width, outputChannels } = plan;
  const outputRow = row % height.outputSize;
  const plane = (row - outputRow) / height.outputSize;
  const channel = plane % outputChannels;
  const channels = plan.kernelShape[1];
  const group = Math.floor(channel / (outputChannels / plan.groups));
  const firstInputPlane = ((plane - channel) / outputChannels) * plan.inputChannels + group * channels;
  const start = row * width.outputSize;
  output.fill(0, start, start + width.outputSize);
  for (let c = 0; c < channels; c++) {
    for (let place = 0; place < height.kernelSize; place++) {
      const position = outputRow * height.stride - height.before + place * height.dilation;
      const source = fillSource(plan.fill, position, height.inputSize);
      const inputStart = source < 0 ? -1 : ((firstInputPlane + c) * height.inputSize + source) * width.inputSize;
      const kernelRow = plan.flip ? height.kernelSize - 1 - place : place;
      const kernelStart = ((channel * channels + c) * height.kernelSize + kernelRow) * width.kernelSize;
      addKernelRow(pass, start, inputStart, kernelStart);
    }
  }
  if (bias) addToAll(output, start, start + width.outputSize, bias[channel]!);
}

/** Adds one kernel row's products to a whole output row; `inputStart` is −1 where the input row is a constant. */
function addKernelRow(pass: Pass, start: number, inputStart: number, kernelStart: number): void {
  const { plan, kernel, output, columns, constant } = pass;
  const { kernelSize, outputSize } = plan.width;
  for (let place = 0; place < kernelSize; place++) {
    const weight = kernel[kernelStart + (plan.flip ? kernelSize - 1 - place : place)]!;
    if (inputStart < 0) addToAll(output, start, start + outputSize, constant! * weight);
    else addTap(pass, start, inputStart, columns[place]!, weight);
  }
}

function addTap(pass: Pass, start: number, inputStart: number, tap: ColumnTap, weight: number): void {
  const { input, output } = pass;
  const { outputSize, stride } = pass.plan.width;
  addEdge(pass, start, inputStart, tap, weight, 0, tap.insideFrom);
  let at = inputStart + tap.first + tap.insideFrom * stride;
  const end = start + tap.insideTo;
  for (let cell = start + tap.insideFrom; cell < end; cell++, at += stride) {
    output[cell]! += input[at]! * weight;
  }
  addEdge(pass, start, inputStart, tap, weight, tap.insideTo, outputSize);
}

/** Adds the products of one weight with padding, for output columns [from, to). */
function addEdge(
  pass: Pass,
  start: number,
  inputStart: number,
  tap: ColumnTap,
  weight: number,
  from: number,
  to: number,
): void {
  const { plan, input, output, constant } = pass;
  if (constant !== undefined) {
    addToAll(output, start + from, start + to, constant * weight);
    return;
  }
  const { inputSize, stride } = plan.width;
  for (let col = from; col < to; col++) {
    const source = fillSource(plan.fill, tap.first + col * stride, inputSize);
    output[start + col]! += input[inputStart + source]! * weight;
  }
}

function addToAll(output: Float64Array, from: number, to: number, value: number): void {
  for (let cell = from; cell < to; cell++) output[cell]! += value;
}
