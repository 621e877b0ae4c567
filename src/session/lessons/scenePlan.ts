import { conv2d } from '../../engine/convolution/conv2d';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { planConv2d } from '../../engine/convolution/planConv2d';
import type { PlanProblem } from '../../engine/planProblem';
import type { Matrix } from '../../engine/tensor';
import type { LensScene } from './lesson';

/** The geometry of a scene of the lens, or why there is none. */
export function scenePlan({
  input,
  kernel,
  params,
}: Pick<LensScene, 'input' | 'kernel' | 'params'>): Conv2dPlan | PlanProblem {
  return planConv2d([1, 1, ...input.shape], [1, 1, ...kernel.shape], params);
}

/** The map of a scene with the plan of it: [rows, columns]. */
export function sceneMap(plan: Conv2dPlan, input: Matrix, kernel: Matrix): Matrix {
  const { data } = conv2d(plan, input, kernel);
  return { shape: [plan.height.outputSize, plan.width.outputSize], data };
}
