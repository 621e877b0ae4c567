import type { Padding } from '../convolution/conv2dParams';
import type { PaddedAxis } from '../convolution/conv2dPlan';
import type { AxisName, PlanProblem } from '../planProblem';
import { wholeNumberProblem } from '../wholeNumberProblem';
import { type AxisGeometry, resolvePadding } from './padding';

/** One axis with its padding resolved, or why its numbers, in cells, make no sense: each by its own code. */
export function padAxis(axis: AxisName, geometry: AxisGeometry, padding: Padding): PaddedAxis | PlanProblem {
  const problem = geometryProblem(axis, geometry);
  if (problem) return problem;
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const [before, after] = resolvePadding(padding, axis, geometry);
  const span = dilation * (kernelSize - 1) + 1;
  const paddedSize = inputSize + before + after;
  const unsafe = wholeNumberProblem({ before, after, span, paddedSize }, axis);
  if (unsafe) return unsafe;
  if (before < 0 || after < 0) return { problem: 'padding-negative', axis, numbers: { before, after } };
  // A −0 that was typed must not show up in a text.
  return { inputSize, kernelSize, stride, dilation, before: before + 0, after: after + 0, span, paddedSize };
}

/** Why sizes, stride and dilation of one axis are none to count with; undefined when all are whole and positive. */
export function geometryProblem(axis: AxisName, geometry: AxisGeometry): PlanProblem | undefined {
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const unsafe = wholeNumberProblem({ inputSize, kernelSize, stride, dilation }, axis);
  if (unsafe) return unsafe;
  if (inputSize < 1) return { problem: 'empty-input', axis, numbers: { inputSize } };
  if (kernelSize < 1) return { problem: 'empty-kernel', axis, numbers: { kernelSize } };
  if (stride < 1) return { problem: 'stride-not-positive', axis, numbers: { stride } };
  if (dilation < 1) return { problem: 'dilation-not-positive', axis, numbers: { dilation } };
  return undefined;
}

/** The problem of an axis whose kernel spans more cells than the padded input has. */
export function largerThanInput(
  axis: AxisName,
  { inputSize, before, after, paddedSize, kernelSize, dilation, span }: PaddedAxis,
): PlanProblem {
  const numbers = { inputSize, before, after, paddedSize, kernelSize, dilation, span };
  return { problem: 'kernel-larger-than-input', axis, numbers };
}
