import { isPlanProblem, type PlanProblem } from '../planProblem';
import type { Conv2dParams } from './conv2dParams';
import type { Conv2dPlan } from './conv2dPlan';
import { planConv2d } from './planConv2d';

/** What a computation takes: multiply-adds, and cells of its output, eight bytes each. */
export interface Work {
  readonly multiplyAdds: number;
  readonly outputCells: number;
}

/** What is computed without anybody having been asked: about a second, and 128 MB. */
export const unaskedWork: Work = { multiplyAdds: 2e9, outputCells: 2 ** 24 };

/** The most cells of an output at all: a gigabyte. */
export const mostOutputCells = 2 ** 27;

/** What a plan takes. */
export function workOf(plan: Conv2dPlan): Work {
  const outputCells = plan.outputShape.reduce((product, side) => product * side, 1);
  return { multiplyAdds: plan.multiplyAdds, outputCells };
}

/** Whether a person who is asked may let this be computed: every number is known and the output can be held. */
export function canBeAgreed({ multiplyAdds, outputCells }: Readonly<Record<string, number>>): boolean {
  return Number.isSafeInteger(multiplyAdds) && outputCells !== undefined && outputCells <= mostOutputCells;
}

/**
 * `planConv2d`, with `too-large` for what would take more than the ceiling, its numbers being the work. The ceiling is
 * `unaskedWork`, or what a person has agreed to.
 */
export function planWithinCeiling(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Conv2dParams,
  ceiling: Work,
): Conv2dPlan | PlanProblem {
  const plan = planConv2d(inputShape, kernelShape, params);
  if (isPlanProblem(plan)) return plan;
  const work = workOf(plan);
  const fits = work.outputCells <= ceiling.outputCells && work.multiplyAdds <= ceiling.multiplyAdds;
  return fits ? plan : { problem: 'too-large', numbers: { ...work } };
}
