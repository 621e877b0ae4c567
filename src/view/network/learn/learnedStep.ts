import { conv2d } from '../../../engine/convolution/conv2d';
import { defaultConv2dParams } from '../../../engine/convolution/conv2dParams';
import { planConv2d } from '../../../engine/convolution/planConv2d';
import { isPlanProblem } from '../../../engine/planProblem';
import type { LearnedAnswer } from '../../../session/network/learnAnswer';

/** One step of a descent with all that follows from its kernel. */
export interface LearnedStep {
  readonly kernel: Float64Array;
  /** dL/dW. */
  readonly gradient: Float64Array;
  readonly loss: number;
  readonly map: Float64Array;
  /** dL/dY: twice the map's distance from the wanted one, by the number of its values. */
  readonly error: Float64Array;
}

/** The kernel after a step, its map, and how far that is from the wanted one. */
export function learnedStep({ run, input, target, kernelShape }: LearnedAnswer, step: number): LearnedStep {
  const cells = kernelShape[0] * kernelShape[1];
  const kernel = run.kernels.slice(step * cells, (step + 1) * cells);
  const gradient = run.gradients.slice(step * cells, (step + 1) * cells);
  const plan = planConv2d([1, 1, ...input.shape], [1, 1, ...kernelShape], defaultConv2dParams);
  // The descent went by this very plan.
  if (isPlanProblem(plan)) throw new RangeError(`A learned kernel has no plan: ${plan.problem}.`);
  const { data: map } = conv2d(plan, input, { shape: plan.kernelShape, data: kernel });
  const { length } = map;
  const error = Float64Array.from(map, (value, i) => (2 * (value - target.data[i]!)) / length);
  return { kernel, gradient, loss: run.losses[step]!, map: Float64Array.from(map), error };
}

/** The part of the input that meets a cell of the kernel, its products with dL/dY, and what they add up to: that cell of dL/dW. */
export interface GradientCell {
  readonly window: Float64Array;
  readonly products: Float64Array;
  readonly sum: number;
}

/** One cell of the kernel's gradient as the sum that it is: input patch times error, cell by cell. */
export function gradientCell(
  { input, target }: Pick<LearnedAnswer, 'input' | 'target'>,
  error: Float64Array,
  { row, col }: { readonly row: number; readonly col: number },
): GradientCell {
  const [rows, cols] = target.shape;
  const window = new Float64Array(rows * cols);
  const products = new Float64Array(rows * cols);
  let sum = 0;
  for (let i = 0, at = 0; i < rows; i++) {
    const start = (row + i) * input.shape[1] + col;
    for (let j = 0; j < cols; j++, at++) {
      window[at] = input.data[start + j]!;
      products[at] = window[at]! * error[at]!;
      sum += products[at]!;
    }
  }
  return { window, products, sum };
}
