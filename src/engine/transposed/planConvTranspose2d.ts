import type { AxisGeometry } from '../padding/padding';
import { isPlanProblem, type PlanProblem } from '../planProblem';
import { asShape4, cellCount, maxOutputCells, type Shape4 } from '../shape4';
import { wholeNumberProblem } from '../wholeNumberProblem';
import type { ConvTranspose2dParams } from './convTranspose2dParams';
import type { ConvTranspose2dPlan, TransposedAxisPlan } from './convTranspose2dPlan';
import { planTransposedAxis } from './planTransposedAxis';

/**
 * The geometry of a transposed convolution, or why there is none; never throws. Shapes are NCHW and IOHW, I being all
 * input channels and O the output channels of one group, or [rows, columns] for one plane; `biasLength` is left out
 * where there is no bias. PyTorch's ConvTranspose2d, ONNX's ConvTranspose.
 */
export function planConvTranspose2d(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: ConvTranspose2dParams,
  biasLength?: number,
): ConvTranspose2dPlan | PlanProblem {
  const input = asShape4(inputShape);
  const kernel = asShape4(kernelShape);
  if (!input) return { problem: 'rank-unsupported', numbers: { inputRank: inputShape.length } };
  if (!kernel) return { problem: 'rank-unsupported', numbers: { kernelRank: kernelShape.length } };
  const problem = channelProblem(input, kernel, params.groups, biasLength);
  if (problem) return problem;
  const height = planTransposedAxis('height', axisGeometry(input, kernel, params, 0), params);
  if (isPlanProblem(height)) return height;
  const width = planTransposedAxis('width', axisGeometry(input, kernel, params, 1), params);
  if (isPlanProblem(width)) return width;
  return assemble(input, kernel, height, width, params);
}

function axisGeometry(
  input: Shape4,
  kernel: Shape4,
  { strides, dilations }: ConvTranspose2dParams,
  axis: 0 | 1,
): AxisGeometry {
  return {
    inputSize: input[2 + axis]!,
    kernelSize: kernel[2 + axis]!,
    stride: strides[axis],
    dilation: dilations[axis],
  };
}

function channelProblem(
  [batch, inputChannels]: Shape4,
  [kernelChannels, groupOutputs]: Shape4,
  groups: number,
  biasLength: number | undefined,
): PlanProblem | undefined {
  const unsafe = wholeNumberProblem({ batch, inputChannels, kernelChannels, groupOutputs, groups });
  if (unsafe) return unsafe;
  if (batch < 1 || inputChannels < 1) return { problem: 'empty-input', numbers: { batch, inputChannels } };
  if (kernelChannels < 1 || groupOutputs < 1) {
    return { problem: 'empty-kernel', numbers: { kernelChannels, outputChannels: groupOutputs } };
  }
  const outputChannels = groupOutputs * groups;
  if (groups < 1 || inputChannels % groups !== 0) {
    return { problem: 'groups-do-not-divide', numbers: { groups, inputChannels, outputChannels } };
  }
  if (kernelChannels !== inputChannels) {
    const numbers = { inputChannels, kernelChannels: kernelChannels / groups, groups };
    return { problem: 'channel-mismatch', numbers };
  }
  if (biasLength === undefined || biasLength === outputChannels) return undefined;
  return wholeNumberProblem({ biasLength }) ?? { problem: 'bias-mismatch', numbers: { biasLength, outputChannels } };
}

function assemble(
  inputShape: Shape4,
  kernelShape: Shape4,
  height: TransposedAxisPlan,
  width: TransposedAxisPlan,
  { groups, flip }: ConvTranspose2dParams,
): ConvTranspose2dPlan | PlanProblem {
  const [batch, inputChannels] = inputShape;
  const outputChannels = kernelShape[1] * groups;
  const outputShape = [batch, outputChannels, height.outputSize, width.outputSize] as const;
  const outputCells = cellCount(outputShape);
  const inputCells = cellCount(inputShape);
  const multiplyAdds = inputCells * (cellCount(kernelShape) / inputChannels);
  const numbers = { inputCells, kernelCells: cellCount(kernelShape), outputCells, multiplyAdds };
  if (outputCells > maxOutputCells || !Object.values(numbers).every(Number.isSafeInteger)) {
    return { problem: 'too-large', numbers };
  }
  return {
    batch,
    inputChannels,
    outputChannels,
    groups,
    height,
    width,
    flip,
    inputShape,
    kernelShape,
    outputShape,
    multiplyAdds,
  };
}
