import { conv2d } from '../../convolution/conv2d';
import type { AxisPlan, Conv2dPlan } from '../../convolution/conv2dPlan';
import { type CellExplanation, explainCell } from '../../convolution/explainCell';
import { planConv2d } from '../../convolution/planConv2d';
import { isPlanProblem } from '../../planProblem';
import { cellCount, type Shape4 } from '../../shape4';
import type { Tensor } from '../../tensor';
import { finished } from '../finished';

/** What the gradient of a kernel follows from: a convolution's geometry, its input NCHW, and dL/dY in its output's shape. */
export interface KernelGradientSetting {
  readonly plan: Conv2dPlan;
  readonly input: Tensor;
  readonly gradient: Tensor;
}

/**
 * The gradient of one kernel plane, dL/dW[filter, channel], as the convolution that it is: of the input's channel with
 * dL/dY of the filter as its kernel; stride and dilation have changed places. Its first kernelSize rows and columns are
 * the gradient; a stride may leave some behind them. Where the convolution flips its kernel, the plane is turned.
 */
export interface GradientConvolution {
  readonly plan: Conv2dPlan;
  /** [1, 1, H, W]. */
  readonly input: Tensor;
  /** [1, 1, output rows, output columns]. */
  readonly kernel: Tensor;
}

/** dL/dW, OIHW: summed over the batch. Each plane is the sum of `kernelGradientConvolution` over the images. */
export function kernelGradient(setting: KernelGradientSetting): Tensor {
  return finished(kernelGradientSteps(setting));
}

/** The same in steps, one for each plane of the kernel, each the share done. */
export function* kernelGradientSteps(setting: KernelGradientSetting): Generator<number, Tensor> {
  const { plan } = setting;
  const { kernelShape, batch } = plan;
  const [filters, channels, rows, cols] = kernelShape;
  const data = new Float64Array(cellCount(kernelShape));
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < channels; channel++) {
      const start = (filter * channels + channel) * rows * cols;
      for (let image = 0; image < batch; image++) {
        const { plan: own, input, kernel } = kernelGradientConvolution(setting, filter, channel, image);
        addPlane(data, start, conv2d(own, input, kernel), plan);
      }
      yield (start + rows * cols) / data.length;
    }
  }
  return { shape: kernelShape, data };
}

/** The convolution that gives dL/dW of a filter's plane for its group's input channel `channel`, each from 0. */
export function kernelGradientConvolution(
  { plan, input, gradient }: KernelGradientSetting,
  filter: number,
  channel: number,
  image = 0,
): GradientConvolution {
  const { height, width, outputChannels, groups, kernelShape } = plan;
  const group = Math.floor(filter / (outputChannels / groups));
  const plane = image * plan.inputChannels + group * kernelShape[1] + channel;
  const own = gradientPlan(plan);
  const inputCells = height.inputSize * width.inputSize;
  const outputCells = height.outputSize * width.outputSize;
  return {
    plan: own,
    input: planeOf(input, plane, inputCells, own.inputShape),
    kernel: planeOf(gradient, image * outputChannels + filter, outputCells, own.kernelShape),
  };
}

/** The terms of one number of dL/dW in their order of addition, for an image of the batch: input cells times dL/dY. */
export function explainKernelGradient(
  setting: KernelGradientSetting,
  cell: { readonly filter: number; readonly channel: number; readonly row: number; readonly col: number },
  image = 0,
): CellExplanation {
  const { plan, input, kernel } = kernelGradientConvolution(setting, cell.filter, cell.channel, image);
  const { height, width, flip } = setting.plan;
  const row = flip ? height.kernelSize - 1 - cell.row : cell.row;
  const col = flip ? width.kernelSize - 1 - cell.col : cell.col;
  return explainCell(plan, input, kernel, undefined, { batch: 0, channel: 0, row, col });
}

/** dL/db: what each output channel's gradients add up to. */
export function biasGradient(channels: number, { data }: Tensor): Float64Array {
  const sums = new Float64Array(channels);
  const cells = data.length / channels;
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let cell = channel * cells; cell < (channel + 1) * cells; cell++) sum += data[cell]!;
    sums[channel] = sum;
  }
  return sums;
}

function gradientPlan({ height, width, fill }: Conv2dPlan): Conv2dPlan {
  const plan = planConv2d([1, 1, height.inputSize, width.inputSize], [1, 1, height.outputSize, width.outputSize], {
    strides: [height.dilation, width.dilation],
    dilations: [height.stride, width.stride],
    padding: { kind: 'explicit', top: height.before, bottom: height.after, left: width.before, right: width.after },
    fill,
    flip: false,
    groups: 1,
  });
  // The patches of a convolution that has a plan lie on its padded input, so dL/dY, spread over them, does too.
  if (isPlanProblem(plan)) throw new RangeError(`The gradient has no plan: ${plan.problem}.`);
  return plan;
}

function planeOf({ data }: Tensor, plane: number, cells: number, shape: Shape4): Tensor {
  return { shape, data: data.subarray(plane * cells, (plane + 1) * cells) };
}

function addPlane(sums: Float64Array, start: number, result: Tensor, { height, width, flip }: Conv2dPlan): void {
  const cols = result.shape[3]!;
  for (let row = 0; row < height.kernelSize; row++) {
    for (let col = 0; col < width.kernelSize; col++) {
      sums[start + placeIn(height, row, flip) * width.kernelSize + placeIn(width, col, flip)]! +=
        result.data[row * cols + col]!;
    }
  }
}

function placeIn({ kernelSize }: AxisPlan, place: number, flip: boolean): number {
  return flip ? kernelSize - 1 - place : place;
}
