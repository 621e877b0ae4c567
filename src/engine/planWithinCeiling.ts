import type { Conv2dParams } from './conv2dParams';
import type { Conv2dPlan } from './conv2dPlan';
import { planConv2d } from './planConv2d';
import { isPlanProblem, type PlanProblem } from './planProblem';
import { cellCount } from './shape4';

/** What one computation may take without anybody having been asked. */
const mostOutputCells = 2 ** 24;
const mostMultiplyAdds = 2e9;

/** `planConv2d`, with `too-large` for what would take more than 2·10⁹ multiply-adds or 2²⁴ output cells. */
export function planWithinCeiling(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Conv2dParams,
): Conv2dPlan | PlanProblem {
  const plan = planConv2d(inputShape, kernelShape, params);
  if (isPlanProblem(plan)) return plan;
  const outputCells = cellCount(plan.outputShape);
  if (outputCells <= mostOutputCells && plan.multiplyAdds <= mostMultiplyAdds) return plan;
  return { problem: 'too-large', numbers: { outputCells, multiplyAdds: plan.multiplyAdds } };
}
