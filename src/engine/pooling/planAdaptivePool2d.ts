import type { PerAxis } from '../convolution/conv2dParams';
import { type AxisName, isPlanProblem, type PlanProblem } from '../planProblem';
import { asShape4 } from '../shape4';
import { wholeNumberProblem } from '../wholeNumberProblem';
import { assemblePool2d, planeProblem } from './planPool2d';
import type { AdaptivePoolAxis, Pool2dPlan } from './pool2dPlan';

/**
 * The geometry of a pooling to a wanted size, [height, width] in cells, whatever the input's, or why there is none;
 * never throws. The shape is NCHW, or [rows, columns] for one plane. PyTorch's AdaptiveAvgPool2d and AdaptiveMaxPool2d.
 */
export function planAdaptivePool2d(inputShape: readonly number[], outputSizes: PerAxis): Pool2dPlan | PlanProblem {
  const input = asShape4(inputShape);
  if (!input) return { problem: 'rank-unsupported', numbers: { inputRank: inputShape.length } };
  const problem = planeProblem(input);
  if (problem) return problem;
  const height = planAdaptiveAxis('height', input[2], outputSizes[0]);
  if (isPlanProblem(height)) return height;
  const width = planAdaptiveAxis('width', input[3], outputSizes[1]);
  if (isPlanProblem(width)) return width;
  return assemblePool2d(input, height, width, { kind: 'inside' });
}

function planAdaptiveAxis(axis: AxisName, inputSize: number, outputSize: number): AdaptivePoolAxis | PlanProblem {
  const unsafe = wholeNumberProblem({ inputSize, outputSize, product: inputSize * outputSize }, axis);
  if (unsafe) return unsafe;
  if (inputSize < 1) return { problem: 'empty-input', axis, numbers: { inputSize } };
  if (outputSize < 1) return { problem: 'output-empty', axis, numbers: { outputSize } };
  return { kind: 'adaptive', inputSize, outputSize };
}
