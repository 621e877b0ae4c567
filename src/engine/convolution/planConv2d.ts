import { isPlanProblem, type PlanProblem } from '../planProblem';
import { asShape4, cellCount, maxOutputCells, type Shape4 } from '../shape4';
import { wholeNumberProblem } from '../wholeNumberProblem';
import type { Conv2dParams } from './conv2dParams';
import type { AxisPlan, Conv2dPlan } from './conv2dPlan';
import { planAxis } from './planAxis';

/**
 * The geometry of a convolution, or why there is none; never throws. Shapes are NCHW and OIHW, I being the channels of
 * one group, or [rows, columns] for one plane; `biasLength` is left out where there is no bias. Depthwise is as many
 * groups as input channels. Channels and groups as in PyTorch's Conv2d, sizes as in `planAxis`; an axis, a batch or
 * channels without cells are `empty-input` or `empty-kernel`.
 */
export function planConv2d(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Conv2dParams,
  biasLength?: number,
): Conv2dPlan | PlanProblem {
  const input = asShape4(inputShape);
  const kernel = asShape4(kernelShape);
  if (!input) return { problem: 'rank-unsupported', numbers: { inputRank: inputShape.length } };
  if (!kernel) return { problem: 'rank-unsupported', numbers: { kernelRank: kernelShape.length } };
  const problem = channelProblem(input, kernel, params.groups, biasLength);
  if (problem) return problem;
  const { padding, strides, dilations } = params;
  const height = planAxis(
    'height',
    { inputSize: input[2], kernelSize: kernel[2], stride: strides[0], dilation: dilations[0] },
    padding,
  );
  if (isPlanProblem(height)) return height;
  const width = planAxis(
    'width',
    { inputSize: input[3], kernelSize: kernel[3], stride: strides[1], dilation: dilations[1] },
    padding,
  );
  if (isPlanProblem(width)) return width;
  return assemble(input, kernel, height, width, params);
}

function channelProblem(
  input: Shape4,
  kernel: Shape4,
  groups: number,
  biasLength: number | undefined,
): PlanProblem | undefined {
  const [batch, inputChannels] = input;
  const [outputChannels, kernelChannels] = kernel;
  const unsafe = wholeNumberProblem({ batch, inputChannels, outputChannels, kernelChannels, groups });
  if (unsafe) return unsafe;
  if (batch < 1 || inputChannels < 1) return { problem: 'empty-input', numbers: { batch, inputChannels } };
  if (outputChannels < 1 || kernelChannels < 1) {
    return { problem: 'empty-kernel', numbers: { outputChannels, kernelChannels } };
  }
  if (groups < 1 || inputChannels % groups !== 0 || outputChannels % groups !== 0) {
    return { problem: 'groups-do-not-divide', numbers: { groups, inputChannels, outputChannels } };
  }
  if (kernelChannels * groups !== inputChannels) {
    return { problem: 'channel-mismatch', numbers: { inputChannels, kernelChannels, groups } };
  }
  if (biasLength === undefined || biasLength === outputChannels) return undefined;
  return wholeNumberProblem({ biasLength }) ?? { problem: 'bias-mismatch', numbers: { biasLength, outputChannels } };
}

function assemble(
  inputShape: Shape4,
  kernelShape: Shape4,
  height: AxisPlan,
  width: AxisPlan,
  { groups, fill, flip }: Conv2dParams,
): Conv2dPlan | PlanProblem {
  const [batch, inputChannels] = inputShape;
  const outputChannels = kernelShape[0];
  const outputShape = [batch, outputChannels, height.outputSize, width.outputSize] as const;
  const outputCells = cellCount(outputShape);
  const multiplyAdds = outputCells * (cellCount(kernelShape) / outputChannels);
  const numbers = { inputCells: cellCount(inputShape), kernelCells: cellCount(kernelShape), outputCells, multiplyAdds };
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
    fill,
    flip,
    inputShape,
    kernelShape,
    outputShape,
    multiplyAdds,
  };
}
