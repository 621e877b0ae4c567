import { largerThanInput, padAxis } from '../padding/padAxis';
import type { AxisGeometry } from '../padding/padding';
import { type AxisName, isPlanProblem, type PlanProblem } from '../planProblem';
import type { Padding } from './conv2dParams';
import type { AxisPlan } from './conv2dPlan';

/**
 * The geometry of one axis, or why there is none. Output size ⌊(N + before + after − span) / S⌋ + 1 with
 * span = D·(F − 1) + 1, as PyTorch, ONNX and TensorFlow define it.
 */
export function planAxis(axis: AxisName, geometry: AxisGeometry, padding: Padding): AxisPlan | PlanProblem {
  const padded = padAxis(axis, geometry, padding);
  if (isPlanProblem(padded)) return padded;
  const room = padded.paddedSize - padded.span;
  if (room < 0) return largerThanInput(axis, padded);
  return { ...padded, outputSize: Math.floor(room / padded.stride) + 1, rest: room % padded.stride };
}
