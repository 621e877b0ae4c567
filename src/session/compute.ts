import type { Conv2dPlan } from '../engine/convolution/conv2dPlan';
import { planWithinCeiling } from '../engine/convolution/planWithinCeiling';
import type { PlanProblem } from '../engine/planProblem';
import { planeShape } from './operand';
import type { SessionState } from './state';

/** The plan of what a session shows, or why there is none. */
export function sessionPlan(state: SessionState): Conv2dPlan | PlanProblem {
  return planWithinCeiling(planeShape(state.input), planeShape(state.kernel), state.params, state.ceiling);
}
