import type { Conv2dPlan } from '../../convolution/conv2dPlan';
import { explainCell, type OutputCell, type Term } from '../../convolution/explainCell';
import { planConv2d } from '../../convolution/planConv2d';
import { isPlanProblem } from '../../planProblem';
import { cellCount, type Shape4 } from '../../shape4';
import type { Tensor } from '../../tensor';
import type { ConvTranspose2dPlan } from '../../transposed/convTranspose2dPlan';
import { loopConvolve } from '../convolve';
import { explainKernelGradient, kernelGradientSteps } from './kernelGradient';

/**
 * dL/dX of a transposed convolution from dL/dY and the kernel IOHW, NCHW, in steps, each the share done: the convolution
 * that it transposes, of dL/dY.
 */
export function* transposedInputGradientSteps(
  plan: ConvTranspose2dPlan,
  kernel: Tensor,
  gradient: Tensor,
): Generator<number, Tensor> {
  const conv = convolution(plan);
  const data = yield* loopConvolve(conv, gradient.data, kernel.data, undefined);
  return { shape: plan.inputShape, data: resized({ shape: conv.outputShape, data }, plan.inputShape) };
}

/** dL/dW, IOHW, in steps, each the share done: that of the convolution that is transposed, with dL/dY as its input and X as the gradient of its output. */
export function transposedKernelGradientSteps(
  plan: ConvTranspose2dPlan,
  input: Tensor,
  gradient: Tensor,
): Generator<number, Tensor> {
  const conv = convolution(plan);
  const shaped = { shape: plan.inputShape, data: input.data };
  const laid = { shape: conv.outputShape, data: resized(shaped, conv.outputShape) };
  return kernelGradientSteps({ plan: conv, input: gradient, gradient: laid });
}

/** The terms of one number of dL/dX, in their order of addition: dL/dY times weights. */
export function explainTransposedInputGradient(
  plan: ConvTranspose2dPlan,
  kernel: Tensor,
  gradient: Tensor,
  cell: OutputCell,
): readonly Term[] {
  const conv = convolution(plan);
  return explainCell(conv, { shape: conv.inputShape, data: gradient.data }, kernel, undefined, cell).terms;
}

/** The terms of one number of dL/dW, in their order of addition: dL/dY times input values, which are their weights. */
export function explainTransposedKernelGradient(
  plan: ConvTranspose2dPlan,
  input: Tensor,
  gradient: Tensor,
  cell: { readonly filter: number; readonly channel: number; readonly row: number; readonly col: number },
): readonly Term[] {
  const conv = convolution(plan);
  const shaped = { shape: plan.inputShape, data: input.data };
  const laid = { shape: conv.outputShape, data: resized(shaped, conv.outputShape) };
  return explainKernelGradient({ plan: conv, input: gradient, gradient: laid }, cell).terms;
}

/**
 * The convolution from the output back to the input. Output padding from a stride on, which a dilation allows, gives it
 * rows and columns behind those of the input; they carry nothing.
 */
function convolution({ outputShape, kernelShape, height, width, flip, groups }: ConvTranspose2dPlan): Conv2dPlan {
  const plan = planConv2d(outputShape, kernelShape, {
    strides: [height.stride, width.stride],
    dilations: [height.dilation, width.dilation],
    padding: { kind: 'explicit', top: height.before, bottom: height.after, left: width.before, right: width.after },
    fill: { kind: 'zeros' },
    flip,
    groups,
  });
  if (isPlanProblem(plan)) throw new RangeError(`The gradient has no plan: ${plan.problem}.`);
  return plan;
}

/** Planes cut to, or filled up with zeros to, the rows and columns of another shape. */
function resized({ shape, data }: Tensor, to: Shape4): Float64Array {
  const [, , rows, cols] = shape as Shape4;
  if (rows === to[2] && cols === to[3]) return data;
  const result = new Float64Array(cellCount(to));
  const kept = Math.min(cols, to[3]);
  for (let plane = 0; plane < to[0] * to[1]; plane++) {
    for (let row = 0; row < Math.min(rows, to[2]); row++) {
      const from = (plane * rows + row) * cols;
      result.set(data.subarray(from, from + kept), (plane * to[2] + row) * to[3]);
    }
  }
  return result;
}
