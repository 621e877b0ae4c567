import type { Conv2dPlan } from '../engine/conv2dPlan';
import type { PlanProblem } from '../engine/planProblem';
import { planWithinCeiling } from '../engine/planWithinCeiling';
import { planeShape } from './operand';
import type { SessionState } from './state';

/** The plan of what a session shows, or why there is none. */
export function sessionPlan(state: SessionState): Conv2dPlan | PlanProblem {
  return planWithinCeiling(planeShape(state.input), planeShape(state.kernel), state.params, state.ceiling);
}
