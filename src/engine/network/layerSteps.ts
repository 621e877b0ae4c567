import { averagePool2d } from '../pooling/averagePool2d';
import { maxPool2d } from '../pooling/maxPool2d';
import type { Pool2dPlan } from '../pooling/pool2dPlan';
import { cellCount } from '../shape4';
import type { Tensor } from '../tensor';
import { layPlanes } from '../transposed/convTranspose2d';
import type { ConvTranspose2dPlan } from '../transposed/convTranspose2dPlan';
import type { Convolve } from './convolve';
import { denseSteps } from './dense';
import { type LayerWeights, layerWeights } from './layerWeights';
import type { PlannedStage } from './networkStage';
import { relu } from './relu';
import { softmax } from './softmax';

/** What a planned layer makes of its input, in steps of a few milliseconds, each the share done. */
export function* layerSteps(stage: PlannedStage, input: Tensor, convolve: Convolve): Generator<number, Tensor> {
  const { plan, layer, outputShape: shape } = stage;
  switch (plan.kind) {
    case 'conv': {
      const { weights, biases } = layerWeights(stage)!;
      return { shape, data: yield* convolve(plan.geometry, input.data, weights.data, biases) };
    }
    case 'transposed':
      return { shape, data: yield* transposedSteps(plan.geometry, input.data, layerWeights(stage)!) };
    case 'pool':
      return { shape, data: yield* poolSteps(plan.geometry, input.data, plan.pooling) };
    case 'dense':
      return layer.kind === 'dense' ? yield* denseSteps(layer, plan, input) : input;
    case 'relu':
      return relu(input);
    case 'softmax':
      return softmax(input);
    case 'flatten':
      return { shape, data: input.data };
  }
}

function* transposedSteps(
  plan: ConvTranspose2dPlan,
  input: Float64Array,
  { weights, biases }: LayerWeights,
): Generator<number, Float64Array> {
  const output = new Float64Array(cellCount(plan.outputShape));
  for (let plane = 0; plane < plan.outputChannels; plane++) {
    layPlanes(plan, input, weights.data, biases, output, plane, plane + 1);
    yield (plane + 1) / plan.outputChannels;
  }
  return output;
}

/** Plane by plane. */
function* poolSteps(
  plan: Pool2dPlan,
  input: Float64Array,
  pooling: 'max' | 'average',
): Generator<number, Float64Array> {
  const [, channels, rows, cols] = plan.inputShape;
  const [, , outputRows, outputCols] = plan.outputShape;
  const plane: Pool2dPlan = { ...plan, inputShape: [1, 1, rows, cols], outputShape: [1, 1, outputRows, outputCols] };
  const pool = pooling === 'max' ? maxPool2d : averagePool2d;
  const output = new Float64Array(cellCount(plan.outputShape));
  for (let channel = 0; channel < channels; channel++) {
    const data = input.subarray(channel * rows * cols, (channel + 1) * rows * cols);
    output.set(pool(plane, { shape: plane.inputShape, data }).data, channel * outputRows * outputCols);
    yield (channel + 1) / channels;
  }
  return output;
}
