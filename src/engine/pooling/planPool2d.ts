import type { Padding } from '../convolution/conv2dParams';
import { largerThanInput, padAxis } from '../padding/padAxis';
import type { AxisGeometry } from '../padding/padding';
import { type AxisName, isPlanProblem, type PlanProblem } from '../planProblem';
import { asShape4, cellCount, maxOutputCells, type Shape4 } from '../shape4';
import { wholeNumberProblem } from '../wholeNumberProblem';
import type { Pool2dParams, PoolRounding } from './pool2dParams';
import type { Pool2dPlan, PoolAxis, StridedPoolAxis } from './pool2dPlan';

/**
 * The geometry of a max or average pooling, or why there is none; never throws. The shape is NCHW, or [rows, columns]
 * for one plane. Sizes as PyTorch 2.13 gives them (ATen Pool.h); how much may be padded is not limited here, see
 * `torchPoolProblem`.
 */
export function planPool2d(inputShape: readonly number[], params: Pool2dParams): Pool2dPlan | PlanProblem {
  const input = asShape4(inputShape);
  if (!input) return { problem: 'rank-unsupported', numbers: { inputRank: inputShape.length } };
  const problem = planeProblem(input) ?? divisorProblem(params);
  if (problem) return problem;
  const height = planPoolAxis('height', axisGeometry(input, params, 0), params.padding, params.rounding);
  if (isPlanProblem(height)) return height;
  const width = planPoolAxis('width', axisGeometry(input, params, 1), params.padding, params.rounding);
  if (isPlanProblem(width)) return width;
  return assemblePool2d(input, height, width, params.divisor);
}

/** Why there are no planes to pool in a shape of four axes; undefined when there are. */
export function planeProblem([batch, channels]: Shape4): PlanProblem | undefined {
  const unsafe = wholeNumberProblem({ batch, channels });
  if (unsafe) return unsafe;
  return batch < 1 || channels < 1 ? { problem: 'empty-input', numbers: { batch, channels } } : undefined;
}

/** The plan of two planned axes, or `too-large` for more cells than `maxOutputCells` or than can be counted. */
export function assemblePool2d(
  inputShape: Shape4,
  height: PoolAxis,
  width: PoolAxis,
  divisor: Pool2dParams['divisor'],
): Pool2dPlan | PlanProblem {
  const outputShape = [inputShape[0], inputShape[1], height.outputSize, width.outputSize] as const;
  const numbers = { inputCells: cellCount(inputShape), outputCells: cellCount(outputShape) };
  if (numbers.outputCells > maxOutputCells || !Number.isSafeInteger(numbers.inputCells)) {
    return { problem: 'too-large', numbers };
  }
  return { height, width, divisor, inputShape, outputShape };
}

function divisorProblem({ divisor }: Pool2dParams): PlanProblem | undefined {
  if (divisor.kind !== 'override' || divisor.value !== 0) return undefined;
  return { problem: 'divisor-zero', numbers: { divisor: divisor.value } };
}

function axisGeometry(input: Shape4, { window, strides, dilations }: Pool2dParams, axis: 0 | 1): AxisGeometry {
  return { inputSize: input[2 + axis]!, kernelSize: window[axis], stride: strides[axis], dilation: dilations[axis] };
}

/** The geometry of one axis under a window, sizes in cells, or why there is none; as `planPool2d` has it. */
export function planPoolAxis(
  axis: AxisName,
  geometry: AxisGeometry,
  padding: Padding,
  rounding: PoolRounding,
): StridedPoolAxis | PlanProblem {
  const { kernelSize: window } = geometry;
  // Before the stride, which is the window where nothing else is asked for.
  if (window < 1) return { problem: 'pool-window-not-positive', axis, numbers: { window } };
  const padded = padAxis(axis, geometry, padding);
  if (isPlanProblem(padded)) return padded;
  const { inputSize, before, paddedSize, span, stride } = padded;
  const room = paddedSize - span;
  let outputSize = (rounding === 'floor' ? Math.floor(room / stride) : Math.ceil(room / stride)) + 1;
  if (rounding === 'ceil_inside' && (outputSize - 1) * stride >= inputSize + before) outputSize--;
  if (outputSize < 1) return largerThanInput(axis, padded);
  const end = (outputSize - 1) * stride + span;
  const rest = Math.max(paddedSize - end, 0);
  return { kind: 'strided', ...padded, outputSize, rest, overhang: Math.max(end - paddedSize, 0) };
}
