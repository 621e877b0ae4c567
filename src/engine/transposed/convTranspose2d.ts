import { cellCount } from '../shape4';
import type { Tensor } from '../tensor';
import type { ConvTranspose2dPlan, TransposedAxisPlan } from './convTranspose2dPlan';

/** What all planes of one call share. */
interface Pass {
  readonly plan: ConvTranspose2dPlan;
  readonly input: Float64Array;
  readonly kernel: Float64Array;
  readonly output: Float64Array;
}

/**
 * The transposed convolution in double precision, NCHW: each cell of the input lays the kernel, times its value, on the
 * output, one stride further each time. Every sum starts at +0 and adds by channel of the group, input row, input
 * column, and the bias last, the order of `explainTransposedCell`; a cell that no kernel reaches holds its bias, or +0.
 * The data must have the plan's shapes.
 */
export function convTranspose2d(plan: ConvTranspose2dPlan, input: Tensor, kernel: Tensor, bias?: Float64Array): Tensor {
  const [batch, channels] = plan.outputShape;
  const output = new Float64Array(cellCount(plan.outputShape));
  layPlanes(plan, input.data, kernel.data, bias, output, 0, batch * channels);
  return { shape: plan.outputShape, data: output };
}

/**
 * Computes planes [fromPlane, toPlane) of the output's batch · channels into `output`, which holds all of them and
 * zeros there; the same numbers as `convTranspose2d`, so that a host can work in slices.
 */
export function layPlanes(
  plan: ConvTranspose2dPlan,
  input: Float64Array,
  kernel: Float64Array,
  bias: Float64Array | undefined,
  output: Float64Array,
  fromPlane: number,
  toPlane: number,
): void {
  const { inputChannels, outputChannels, groups, outputShape } = plan;
  const pass: Pass = { plan, input, kernel, output };
  const groupInputs = inputChannels / groups;
  const groupOutputs = outputChannels / groups;
  const planeCells = outputShape[2] * outputShape[3];
  for (let plane = fromPlane; plane < toPlane; plane++) {
    const channel = plane % outputChannels;
    const image = (plane - channel) / outputChannels;
    const firstInput = Math.floor(channel / groupOutputs) * groupInputs;
    for (let c = firstInput; c < firstInput + groupInputs; c++) {
      layPlane(pass, image * inputChannels + c, c * groupOutputs + (channel % groupOutputs), plane * planeCells);
    }
    if (bias) addToAll(output, plane * planeCells, (plane + 1) * planeCells, bias[channel]!);
  }
}

/** Adds what one plane of the input gives to the plane of the output that starts at `outputStart`. */
function layPlane(pass: Pass, inputPlane: number, kernelPlane: number, outputStart: number): void {
  const { height, width, flip } = pass.plan;
  for (let row = 0; row < height.inputSize; row++) {
    const inputStart = (inputPlane * height.inputSize + row) * width.inputSize;
    for (let place = 0; place < height.kernelSize; place++) {
      const outputRow = row * height.stride + place * height.dilation - height.before;
      if (outputRow < 0 || outputRow >= height.outputSize) continue;
      const kernelRow = flip ? height.kernelSize - 1 - place : place;
      const kernelStart = (kernelPlane * height.kernelSize + kernelRow) * width.kernelSize;
      layRow(pass, inputStart, kernelStart, outputStart + outputRow * width.outputSize);
    }
  }
}

/** From the last place of the kernel to the first, so that each output cell meets the input's columns from left to right. */
function layRow({ plan, input, kernel, output }: Pass, inputStart: number, kernelStart: number, start: number): void {
  const { width, flip } = plan;
  const { stride, kernelSize } = width;
  for (let place = kernelSize - 1; place >= 0; place--) {
    const weight = kernel[kernelStart + (flip ? kernelSize - 1 - place : place)]!;
    const offset = place * width.dilation - width.before;
    const { from, to } = columnsThatReach(width, offset);
    for (let col = from; col < to; col++) output[start + col * stride + offset]! += input[inputStart + col]! * weight;
  }
}

/** The input columns [from, to) whose product at `offset` lies in the output. */
function columnsThatReach({ inputSize, outputSize, stride }: TransposedAxisPlan, offset: number) {
  const from = Math.max(Math.ceil(-offset / stride), 0);
  const to = Math.min(Math.ceil((outputSize - offset) / stride), inputSize);
  return { from, to };
}

function addToAll(output: Float64Array, from: number, to: number, value: number): void {
  for (let cell = from; cell < to; cell++) output[cell]! += value;
}
