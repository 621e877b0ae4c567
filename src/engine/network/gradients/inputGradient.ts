import type { Conv2dPlan } from '../../convolution/conv2dPlan';
import { planConv2d } from '../../convolution/planConv2d';
import { fillSource, fillValue } from '../../padding/fill';
import { isPlanProblem } from '../../planProblem';
import { cellCount } from '../../shape4';
import type { Tensor } from '../../tensor';
import { layPlanes } from '../../transposed/convTranspose2d';
import type { ConvTranspose2dPlan } from '../../transposed/convTranspose2dPlan';
import { explainTransposedCell, type TransposedCellExplanation } from '../../transposed/explainTransposedCell';
import { planConvTranspose2d } from '../../transposed/planConvTranspose2d';
import { finished } from '../finished';

/**
 * dL/dX of one channel of the padded input as a convolution: of dL/dY, its cells a stride apart with zeros between them,
 * with the turned kernel, all the way over the border. Cell (row, col) of the input is cell (row + top, col + left) of
 * the result; what lies behind the result's end was read by no patch, and has the gradient 0.
 */
export interface FullConvolution {
  readonly plan: Conv2dPlan;
  /** dL/dY with zeros between: [1, filters of the group, rows, columns]. */
  readonly input: Tensor;
  /** [1, filters of the group, kernel rows, kernel columns]; the plan turns it. */
  readonly kernel: Tensor;
  readonly top: number;
  readonly left: number;
}

/**
 * dL/dX of a convolution from dL/dY and the kernel OIHW, NCHW: the transposed convolution of dL/dY with the same kernel.
 * Where padding copies cells of the input, each gets the gradients of its copies too.
 */
export function inputGradient(plan: Conv2dPlan, kernel: Tensor, gradient: Tensor): Tensor {
  return finished(inputGradientSteps(plan, kernel, gradient));
}

/** The same in steps, one for each plane of the input, each the share done. */
export function* inputGradientSteps(plan: Conv2dPlan, kernel: Tensor, gradient: Tensor): Generator<number, Tensor> {
  const isCopying = fillValue(plan.fill) === undefined;
  const transposed = transposedPlan(plan, !isCopying);
  const data = new Float64Array(cellCount(transposed.outputShape));
  const planes = plan.batch * plan.inputChannels;
  for (let plane = 0; plane < planes; plane++) {
    layPlanes(transposed, gradient.data, kernel.data, undefined, data, plane, plane + 1);
    yield (plane + 1) / planes;
  }
  return { shape: plan.inputShape, data: isCopying ? folded(plan, data) : data };
}

/**
 * The terms of one number of dL/dX in their order of addition: dL/dY times the weights that read the cell; each index
 * from 0. Only for fills that copy nothing.
 */
export function explainInputGradient(
  plan: Conv2dPlan,
  kernel: Tensor,
  gradient: Tensor,
  cell: { readonly batch: number; readonly channel: number; readonly row: number; readonly col: number },
): TransposedCellExplanation {
  return explainTransposedCell(transposedPlan(plan, true), gradient, kernel, undefined, cell);
}

/** dL/dX of an input channel as the full convolution that it is, for an image of the batch. */
export function inputGradientConvolution(
  plan: Conv2dPlan,
  kernel: Tensor,
  gradient: Tensor,
  channel: number,
  image = 0,
): FullConvolution {
  const { height, width, groups, kernelShape, outputChannels } = plan;
  const filters = outputChannels / groups;
  const group = Math.floor(channel / kernelShape[1]);
  const sides = [height, width].map(({ outputSize, stride }) => (outputSize - 1) * stride + 1) as [number, number];
  const input = spreadOut(plan, gradient, image * outputChannels + group * filters, filters, sides);
  const own = planConv2d([1, filters, ...sides], [1, filters, height.kernelSize, width.kernelSize], {
    strides: [1, 1],
    dilations: [height.dilation, width.dilation],
    padding: { kind: 'full' },
    fill: { kind: 'zeros' },
    flip: !plan.flip,
    groups: 1,
  });
  // A full convolution has a cell for every place of its kernel.
  if (isPlanProblem(own)) throw new RangeError(`The gradient has no plan: ${own.problem}.`);
  const turned = planesOfChannel(plan, kernel, group * filters, filters, channel % kernelShape[1]);
  return { plan: own, input, kernel: turned, top: height.before, left: width.before };
}

/** The transposed convolution onto the input, or onto the padded one. */
function transposedPlan(plan: Conv2dPlan, isCut: boolean): ConvTranspose2dPlan {
  const { batch, height, width, kernelShape, groups, flip, outputChannels } = plan;
  const { before: top, after: bottom } = height;
  const { before: left, after: right } = width;
  const transposed = planConvTranspose2d([batch, outputChannels, height.outputSize, width.outputSize], kernelShape, {
    strides: [height.stride, width.stride],
    dilations: [height.dilation, width.dilation],
    padding: isCut ? { kind: 'explicit', top, bottom, left, right } : { kind: 'valid' },
    outputPadding: [height.rest, width.rest],
    outputSizes: undefined,
    flip,
    groups,
  });
  // The size is that of the input, and what no patch reaches is less than a stride.
  if (isPlanProblem(transposed)) throw new RangeError(`The gradient has no plan: ${transposed.problem}.`);
  return transposed;
}

/** The gradients of the padded input, each added to that of the cell that it is a copy of. */
function folded({ inputShape, height, width, fill }: Conv2dPlan, padded: Float64Array): Float64Array {
  const data = new Float64Array(cellCount(inputShape));
  const planes = inputShape[0] * inputShape[1];
  const rows = sourcesAlong(height, fill);
  const cols = sourcesAlong(width, fill);
  let at = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (const row of rows) {
      const start = (plane * height.inputSize + row) * width.inputSize;
      for (const col of cols) data[start + col]! += padded[at++]!;
    }
  }
  return data;
}

function sourcesAlong({ paddedSize, before, inputSize }: Conv2dPlan['height'], fill: Conv2dPlan['fill']): Int32Array {
  return new Int32Array(paddedSize).map((_, place) => fillSource(fill, place - before, inputSize));
}

function spreadOut(
  { height, width }: Conv2dPlan,
  { data }: Tensor,
  firstPlane: number,
  planes: number,
  [rows, cols]: readonly [number, number],
): Tensor {
  const spread = new Float64Array(planes * rows * cols);
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < height.outputSize; row++) {
      for (let col = 0; col < width.outputSize; col++) {
        const value = data[((firstPlane + plane) * height.outputSize + row) * width.outputSize + col]!;
        spread[(plane * rows + row * height.stride) * cols + col * width.stride] = value;
      }
    }
  }
  return { shape: [1, planes, rows, cols], data: spread };
}

/** From every filter of a group the plane that reads one of its channels. */
function planesOfChannel(
  { kernelShape }: Conv2dPlan,
  { data }: Tensor,
  firstFilter: number,
  filters: number,
  channel: number,
): Tensor {
  const [, channels, rows, cols] = kernelShape;
  const cells = rows * cols;
  const planes = new Float64Array(filters * cells);
  for (let filter = 0; filter < filters; filter++) {
    const start = ((firstFilter + filter) * channels + channel) * cells;
    planes.set(data.subarray(start, start + cells), filter * cells);
  }
  return { shape: [1, filters, rows, cols], data: planes };
}
