import { conv2d } from '../../convolution/conv2d';
import type { Conv2dPlan } from '../../convolution/conv2dPlan';
import { cellCount } from '../../shape4';
import type { Tensor } from '../../tensor';
import { finished } from '../finished';
import { kernelGradient } from '../gradients/kernelGradient';
import { seededNumber } from '../seededNumber';

/** Turns until which the curvature is sought, and the change between two that ends it. */
const mostTurns = 200;
const settled = 1e-7;

/**
 * The learning rate above which gradient descent on a kernel's mean squared error diverges: 2 by the largest curvature
 * of the loss, which is 2/n times the largest eigenvalue of how the input's patches overlap (power iteration, from
 * above by less than about 1 part in 1,000). It depends on the input alone, not on the target; ∞ for an input of zeros.
 * Half of it takes the steepest direction to its end in one step.
 */
export function largestStableRate(plan: Conv2dPlan, input: Tensor): number {
  return finished(stableRateSteps(plan, input));
}

/** The same in steps, each the share done at the latest. */
export function* stableRateSteps(plan: Conv2dPlan, input: Tensor): Generator<number, number> {
  const outputs = cellCount(plan.outputShape);
  let direction = normalised(
    Float64Array.from({ length: cellCount(plan.kernelShape) }, (_, i) => 0.5 + seededNumber(1, i)),
  );
  let curvature = 0;
  for (let turn = 0; turn < mostTurns; turn++) {
    const map = conv2d(plan, input, { shape: plan.kernelShape, data: direction });
    const { data: turned } = kernelGradient({ plan: plan, input, gradient: map });
    const size = Math.sqrt(turned.reduce((sum, one) => sum + one * one, 0));
    const next = (2 / outputs) * size;
    if (size === 0) return Number.POSITIVE_INFINITY;
    direction = normalised(turned);
    if (Math.abs(next - curvature) <= settled * next) return 2 / next;
    curvature = next;
    yield (turn + 1) / mostTurns;
  }
  return 2 / curvature;
}

function normalised(numbers: Float64Array): Float64Array {
  const size = Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0));
  return numbers.map((one) => one / size);
}
