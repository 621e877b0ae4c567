import type { Matrix } from '../tensor';
import { conv2d } from './conv2d';
import type { SignalPlan } from './planSignal2d';

/**
 * What SciPy's or MATLAB's function gives for two matrices of the planned shapes, in the order in which they were
 * planned. Sums are those of `conv2d`: cell (r, c) is the plan's output cell of that place, counted from the other end
 * where the plan is reversed.
 */
export function signal2d({ plan, isSwapped, isReversed }: SignalPlan, first: Matrix, second: Matrix): Matrix {
  const { data } = isSwapped ? conv2d(plan, second, first) : conv2d(plan, first, second);
  return { shape: [plan.height.outputSize, plan.width.outputSize], data: isReversed ? data.reverse() : data };
}
