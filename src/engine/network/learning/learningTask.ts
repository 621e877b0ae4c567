import { conv2d } from '../../convolution/conv2d';
import type { Conv2dPlan } from '../../convolution/conv2dPlan';
import type { Tensor } from '../../tensor';
import { kernelGradient } from '../gradients/kernelGradient';
import { squaredError } from '../squaredError';

/** A kernel to find: one with which the input gives the target, of the plan's output shape. */
export interface LearningTask {
  readonly plan: Conv2dPlan;
  /** NCHW. */
  readonly input: Tensor;
  readonly target: Tensor;
}

/** How good a kernel is, and which way is better. */
export interface KernelState {
  /** The mean squared difference between map and target. */
  readonly loss: number;
  readonly map: Tensor;
  /** dL/dY, in the shape of the map: the kernel with which the input gives the kernel's gradient. */
  readonly mapGradient: Tensor;
  /** dL/dW, OIHW. */
  readonly gradient: Tensor;
}

/** The map of a kernel, OIHW, its loss and the gradients; `explainKernelGradient` has the terms of each number. */
export function kernelState({ plan, input, target }: LearningTask, kernel: Float64Array): KernelState {
  const map = conv2d(plan, input, { shape: plan.kernelShape, data: kernel });
  const { loss, gradient: mapGradient } = squaredError(map, target);
  return { loss, map, mapGradient, gradient: kernelGradient({ plan, input, gradient: mapGradient }) };
}
