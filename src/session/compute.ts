import { convolveRows } from '../engine/conv2d';
import type { Conv2dPlan } from '../engine/conv2dPlan';
import type { PlanProblem } from '../engine/planProblem';
import { planWithinCeiling } from '../engine/planWithinCeiling';
import type { Matrix } from '../engine/tensor';
import { shownMatrix } from './operand';
import type { SessionState } from './state';

/** Multiply-adds of one slice: about two milliseconds of work, so that many slices share a thread with others. */
const sliceWork = 1_000_000;

/** The plan of what a session shows, or why there is none. */
export function sessionPlan(state: SessionState): Conv2dPlan | PlanProblem {
  return planWithinCeiling(shownMatrix(state.input).shape, shownMatrix(state.kernel).shape, state.params);
}

/** Computes the feature map of one plane in slices: yields the share done, from 0 to 1, and returns the map. */
export function* featureMapSlices(plan: Conv2dPlan, input: Matrix, kernel: Matrix): Generator<number, Matrix> {
  const rows = plan.height.outputSize;
  const data = new Float64Array(rows * plan.width.outputSize);
  const step = Math.max(1, Math.floor((sliceWork * rows) / Math.max(plan.multiplyAdds, 1)));
  for (let row = 0; row < rows; row += step) {
    convolveRows(plan, input.data, kernel.data, undefined, data, row, Math.min(row + step, rows));
    yield Math.min(row + step, rows) / rows;
  }
  return { shape: [rows, plan.width.outputSize], data };
}
