import type { PerAxis } from '../convolution/conv2dParams';
import { planConv2d } from '../convolution/planConv2d';
import { presetById } from '../kernels/presets';
import { isPlanProblem, type PlanProblem } from '../planProblem';
import { planPool2d } from '../pooling/planPool2d';
import { cellCount, maxOutputCells } from '../shape4';
import { torchPoolProblem } from '../torchLimits';
import { planConvTranspose2d } from '../transposed/planConvTranspose2d';
import { wholeNumberProblem } from '../wholeNumberProblem';
import type { ConvLayer, DenseLayer, NetworkLayer, PoolLayer, TransposedLayer } from './networkLayer';
import type { PlannedStage, StageProblem, StageShape } from './networkStage';
import type { WeightSource } from './weightSource';

/** What a layer makes of an input of some shape. */
export type PlannedLayer = Pick<PlannedStage, 'plan' | 'outputShape' | 'parameters' | 'multiplyAdds'>;

const nothingLearned = { weights: 0, biases: 0 } as const;

/** True for the value that planning a layer returns when it cannot be. */
export function isStageProblem(value: object): value is StageProblem {
  return 'problem' in value;
}

/** What a layer makes of an input, or why it cannot be there; never throws. */
export function planLayer(inputShape: StageShape, layer: NetworkLayer): PlannedLayer | StageProblem {
  const problem = shapeProblem(inputShape);
  if (problem) return problem;
  switch (layer.kind) {
    case 'conv':
      return onPlanes(inputShape, (planes) => planConv(planes, layer));
    case 'transposed':
      return onPlanes(inputShape, (planes) => planTransposed(planes, layer));
    case 'pool':
      return onPlanes(inputShape, (planes) => planPool(planes, layer));
    case 'dense':
      return onRow(inputShape, (inputs) => planDense(inputs, layer));
    case 'softmax':
      return onRow(inputShape, () => unlearned(layer.kind, inputShape, inputShape));
    case 'relu':
      return unlearned(layer.kind, inputShape, inputShape);
    case 'flatten':
      return unlearned(layer.kind, inputShape, [cellCount(inputShape)]);
  }
}

type Planes = readonly [channels: number, rows: number, cols: number];

function shapeProblem(shape: StageShape): PlanProblem | undefined {
  const numbers: Record<string, number> =
    shape.length === 1 ? { values: shape[0] } : { channels: shape[0], rows: shape[1], cols: shape[2] };
  const unsafe = wholeNumberProblem(numbers);
  if (unsafe) return unsafe;
  if (shape.some((side) => side < 1)) return { problem: 'empty-input', numbers };
  return cellCount(shape) > maxOutputCells ? { problem: 'too-large', numbers } : undefined;
}

function onPlanes(
  shape: StageShape,
  plan: (planes: Planes) => PlannedLayer | StageProblem,
): PlannedLayer | StageProblem {
  return shape.length === 3 ? plan(shape) : { problem: 'needs-planes', numbers: { values: shape[0] } };
}

function onRow(shape: StageShape, plan: (values: number) => PlannedLayer | StageProblem): PlannedLayer | StageProblem {
  if (shape.length === 1) return plan(shape[0]);
  return { problem: 'needs-row', numbers: { channels: shape[0], rows: shape[1], cols: shape[2] } };
}

function unlearned(
  kind: 'relu' | 'flatten' | 'softmax',
  inputShape: StageShape,
  outputShape: StageShape,
): PlannedLayer {
  const plan = { kind, values: cellCount(inputShape) };
  return { plan, outputShape, parameters: nothingLearned, multiplyAdds: 0 };
}

function planConv([channels, rows, cols]: Planes, layer: ConvLayer): PlannedLayer | StageProblem {
  const { filters, groups, kernelSize } = layer;
  // Where the groups do not divide the channels, the plan is to say so.
  const read = groups >= 1 ? Math.max(1, Math.floor(channels / groups)) : channels;
  const params = { ...layer, flip: false };
  const geometry = planConv2d([1, channels, rows, cols], [filters, read, ...kernelSize], params);
  if (isPlanProblem(geometry)) return geometry;
  const { kernelShape, outputShape, multiplyAdds } = geometry;
  const parameters = { weights: cellCount(kernelShape), biases: layer.hasBias ? filters : 0 };
  const problem = sourceProblem(layer.weights, parameters, kernelSize);
  if (problem) return problem;
  return { plan: { kind: 'conv', geometry }, outputShape: planesOf(outputShape), parameters, multiplyAdds };
}

function planTransposed([channels, rows, cols]: Planes, layer: TransposedLayer): PlannedLayer | StageProblem {
  const { filters, groups, kernelSize } = layer;
  const unsafe = wholeNumberProblem({ filters, groups });
  if (unsafe) return unsafe;
  if (filters < 1) return { problem: 'empty-kernel', numbers: { outputChannels: filters, kernelChannels: channels } };
  if (groups < 1 || filters % groups !== 0) {
    return { problem: 'groups-do-not-divide', numbers: { groups, inputChannels: channels, outputChannels: filters } };
  }
  const params = { ...layer, flip: false, outputSizes: undefined };
  const kernelShape = [channels, filters / groups, ...kernelSize];
  const geometry = planConvTranspose2d([1, channels, rows, cols], kernelShape, params);
  if (isPlanProblem(geometry)) return geometry;
  const parameters = { weights: cellCount(kernelShape), biases: layer.hasBias ? filters : 0 };
  const problem = sourceProblem(layer.weights, parameters, kernelSize);
  if (problem) return problem;
  const { outputShape, multiplyAdds } = geometry;
  return { plan: { kind: 'transposed', geometry }, outputShape: planesOf(outputShape), parameters, multiplyAdds };
}

function planPool([channels, rows, cols]: Planes, layer: PoolLayer): PlannedLayer | StageProblem {
  const geometry = planPool2d([1, channels, rows, cols], layer);
  if (isPlanProblem(geometry)) return geometry;
  const problem = torchPoolProblem(geometry);
  if (problem) return problem;
  const plan = { kind: 'pool', geometry, pooling: layer.pooling } as const;
  return { plan, outputShape: planesOf(geometry.outputShape), parameters: nothingLearned, multiplyAdds: 0 };
}

function planDense(inputs: number, { units, hasBias, weights }: DenseLayer): PlannedLayer | StageProblem {
  const unsafe = wholeNumberProblem({ units, weights: inputs * units });
  if (unsafe) return unsafe;
  if (units < 1) return { problem: 'units-not-positive', numbers: { units } };
  if (units > maxOutputCells) return { problem: 'too-large', numbers: { units } };
  const parameters = { weights: inputs * units, biases: hasBias ? units : 0 };
  const problem = sourceProblem(weights, parameters);
  if (problem) return problem;
  return {
    plan: { kind: 'dense', inputs, outputs: units },
    outputShape: [units],
    parameters,
    multiplyAdds: inputs * units,
  };
}

/** Why the source has not the weights that a layer needs. */
function sourceProblem(
  source: WeightSource,
  { weights, biases }: { readonly weights: number; readonly biases: number },
  kernelSize?: PerAxis,
): StageProblem | undefined {
  switch (source.kind) {
    case 'seeded': {
      const isSeed = Number.isSafeInteger(source.seed) && source.seed >= 0;
      return isSeed ? undefined : { problem: 'seed-not-whole', numbers: { seed: source.seed } };
    }
    case 'preset':
      return kernelSize && presetProblem(source.presets, kernelSize);
    case 'typed':
      if (source.weights.length !== weights) {
        return { problem: 'weight-count-differs', numbers: { given: source.weights.length, needed: weights } };
      }
      if (source.biases.length === 0 || source.biases.length === biases) return undefined;
      return { problem: 'bias-count-differs', numbers: { given: source.biases.length, needed: biases } };
  }
}

function presetProblem(ids: readonly string[], [rows, cols]: PerAxis): StageProblem | undefined {
  for (const id of ids) {
    const [presetRows = 0, presetCols = 0] = presetById(id)?.matrix.shape ?? [];
    if (presetRows === rows && presetCols === cols) continue;
    return { problem: 'preset-size-differs', numbers: { rows, cols, presetRows, presetCols } };
  }
  return undefined;
}

function planesOf([, channels, rows, cols]: readonly [number, number, number, number]): Planes {
  return [channels, rows, cols];
}
