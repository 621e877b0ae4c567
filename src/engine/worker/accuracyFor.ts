import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { Accuracy } from '../wasm/choosePath';

/** Multiply-adds up to which sums keep the order of `explainCell`, so that the explanation is the computation. */
const mostOrderedWork = 5e8;

/** How a plan is computed for a person who may look at each of its sums. */
export function accuracyFor(plan: Conv2dPlan): Accuracy {
  return plan.multiplyAdds > mostOrderedWork ? 'fast' : 'ordered';
}
