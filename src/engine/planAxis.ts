import type { Padding } from './conv2dParams';
import type { AxisPlan } from './conv2dPlan';
import { type AxisGeometry, resolvePadding } from './padding';
import type { AxisName, PlanProblem } from './planProblem';
import { wholeNumberProblem } from './wholeNumberProblem';

/**
 * The geometry of one axis, or why there is none. Output size ⌊(N + before + after − span) / S⌋ + 1 with
 * span = D·(F − 1) + 1, as PyTorch, ONNX and TensorFlow define it.
 */
export function planAxis(axis: AxisName, geometry: AxisGeometry, padding: Padding): AxisPlan | PlanProblem {
  const problem = geometryProblem(axis, geometry);
  if (problem) return problem;
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const [before, after] = resolvePadding(padding, axis, geometry);
  const span = dilation * (kernelSize - 1) + 1;
  const paddedSize = inputSize + before + after;
  const unsafe = wholeNumberProblem({ before, after, span, paddedSize }, axis);
  if (unsafe) return unsafe;
  if (before < 0 || after < 0) return { problem: 'padding-negative', axis, numbers: { before, after } };
  if (span > paddedSize) {
    const numbers = { inputSize, before, after, paddedSize, kernelSize, dilation, span };
    return { problem: 'kernel-larger-than-input', axis, numbers };
  }
  return {
    inputSize,
    kernelSize,
    stride,
    dilation,
    before: before + 0, // a −0 that was typed must not show up in a text
    after: after + 0,
    span,
    paddedSize,
    outputSize: Math.floor((paddedSize - span) / stride) + 1,
    rest: (paddedSize - span) % stride,
  };
}

function geometryProblem(axis: AxisName, geometry: AxisGeometry): PlanProblem | undefined {
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const unsafe = wholeNumberProblem({ inputSize, kernelSize, stride, dilation }, axis);
  if (unsafe) return unsafe;
  if (inputSize < 1) return { problem: 'empty-input', axis, numbers: { inputSize } };
  if (kernelSize < 1) return { problem: 'empty-kernel', axis, numbers: { kernelSize } };
  if (stride < 1) return { problem: 'stride-not-positive', axis, numbers: { stride } };
  if (dilation < 1) return { problem: 'dilation-not-positive', axis, numbers: { dilation } };
  return undefined;
}
