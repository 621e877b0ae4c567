import { geometryProblem } from '../padding/padAxis';
import { type AxisGeometry, resolvePadding, splitSame } from '../padding/padding';
import { type AxisName, isPlanProblem, type PlanProblem } from '../planProblem';
import { wholeNumberProblem } from '../wholeNumberProblem';
import type { ConvTranspose2dParams } from './convTranspose2dParams';
import type { TransposedAxisPlan } from './convTranspose2dPlan';

/** What is cut and added at the ends of one axis. */
interface Ends {
  readonly before: number;
  readonly after: number;
  readonly outputPadding: number;
}

/**
 * The geometry of one axis, or why there is none. Output size (N − 1)·S − before − after + D·(F − 1) + output
 * padding + 1, as PyTorch's ConvTranspose2d and ONNX's ConvTranspose define it; the output padding is smaller than the
 * stride or the dilation.
 */
export function planTransposedAxis(
  axis: AxisName,
  geometry: AxisGeometry,
  params: ConvTranspose2dParams,
): TransposedAxisPlan | PlanProblem {
  const problem = geometryProblem(axis, geometry);
  if (problem) return problem;
  const { inputSize, kernelSize, stride, dilation } = geometry;
  const span = dilation * (kernelSize - 1) + 1;
  const fullSize = (inputSize - 1) * stride + span;
  const ends = endsOf(axis, geometry, fullSize, params);
  if (isPlanProblem(ends)) return ends;
  const { before, after, outputPadding } = ends;
  const outputSize = fullSize - before - after + outputPadding;
  const unsafe = wholeNumberProblem({ before, after, outputPadding, span, fullSize, outputSize }, axis);
  if (unsafe) return unsafe;
  if (before < 0 || after < 0) return { problem: 'padding-negative', axis, numbers: { before, after } };
  if (outputPadding < 0) return { problem: 'output-padding-negative', axis, numbers: { outputPadding } };
  if (outputPadding >= Math.max(stride, dilation)) {
    return { problem: 'output-padding-too-large', axis, numbers: { outputPadding, stride, dilation } };
  }
  if (outputSize < 1) return { problem: 'output-empty', axis, numbers: { fullSize, before, after, outputSize } };
  return {
    inputSize,
    kernelSize,
    stride,
    dilation,
    span,
    fullSize,
    before: before + 0, // a −0 that was typed must not show up in a text
    after: after + 0,
    outputPadding: outputPadding + 0,
    outputSize,
  };
}

function endsOf(
  axis: AxisName,
  geometry: AxisGeometry,
  fullSize: number,
  { padding, outputPadding, outputSizes }: ConvTranspose2dParams,
): Ends | PlanProblem {
  const index = axis === 'height' ? 0 : 1;
  const { inputSize, stride } = geometry;
  const added = outputPadding[index];
  const wanted = outputSizes?.[index];
  const unsafe = wholeNumberProblem(wanted === undefined ? { outputPadding: added } : { wanted }, axis);
  if (unsafe) return unsafe;
  if (padding.kind !== 'same_upper' && padding.kind !== 'same_lower') {
    const [before, after] = resolvePadding(padding, axis, geometry);
    const smallest = fullSize - before - after;
    if (wanted === undefined) return { before, after, outputPadding: added };
    return unreachable(axis, wanted, smallest, stride) ?? { before, after, outputPadding: wanted - smallest };
  }
  const outputSize = wanted ?? inputSize * stride;
  const total = Math.max(fullSize + (wanted === undefined ? added : 0) - outputSize, 0);
  const [before, after] = splitSame(padding.kind, total);
  const ends = { before, after, outputPadding: outputSize - (fullSize - total) };
  return unreachable(axis, outputSize, (inputSize - 1) * stride + 1, stride) ?? ends;
}

/** Only sizes from `smallest` on, one stride of them, are those of inputs whose convolution has the size of this input. */
function unreachable(axis: AxisName, wanted: number, smallest: number, stride: number): PlanProblem | undefined {
  const largest = smallest + stride - 1;
  if (wanted >= smallest && wanted <= largest) return undefined;
  return { problem: 'output-size-unreachable', axis, numbers: { wanted, smallest, largest } };
}
