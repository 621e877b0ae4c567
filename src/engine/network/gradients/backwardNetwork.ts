import { cellCount } from '../../shape4';
import type { Tensor } from '../../tensor';
import { finished } from '../finished';
import { layerWeights, writeDenseRow } from '../layerWeights';
import type { DenseLayer } from '../networkLayer';
import type { LayerPlan } from '../networkStage';
import { reluGradient } from '../relu';
import { type NetworkRun, stageInput } from '../runNetwork';
import { softmaxGradient } from '../softmax';
import { inputGradientSteps } from './inputGradient';
import { biasGradient, kernelGradientSteps } from './kernelGradient';
import { averagePoolGradient, maxPoolGradient } from './poolGradient';
import { transposedInputGradientSteps, transposedKernelGradientSteps } from './transposedGradients';

/** How a loss changes with what a stage reads and with what it has learned. */
export interface StageGradients {
  /** dL/dX, in the shape of the stage's input. */
  readonly input: Tensor;
  /**
   * dL/dW, in the shape of the weights; undefined where there are none, and for dense layers of more than
   * `mostDenseGradients` weights: each is dL/dY of its unit times its input.
   */
  readonly weights: Tensor | undefined;
  /** dL/db; undefined where the layer has no biases. */
  readonly biases: Float64Array | undefined;
}

/** Weights up to which the gradient of a dense layer is made: 32 MB. */
export const mostDenseGradients = 2 ** 22;

/**
 * The gradients of the stages of a run from stage `from` back to the first, item i that of stage i, from dL/dY of what
 * came out of stage `from`. For a chosen value that is `valueGradient`.
 */
export function backwardNetwork(run: NetworkRun, from: number, gradient: Tensor): readonly StageGradients[] {
  return finished(backwardSteps(run, from, gradient));
}

/** The same in steps of a few milliseconds, each the share of the stages done. */
export function* backwardSteps(
  run: NetworkRun,
  from: number,
  gradient: Tensor,
): Generator<number, readonly StageGradients[]> {
  const gradients: StageGradients[] = [];
  let last = gradient;
  for (let stage = from; stage >= 0; stage--) {
    const steps = stageGradientSteps(run, stage, last);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (from - stage + step.value) / (from + 1);
    gradients[stage] = step.value;
    last = step.value.input;
    yield (from - stage + 1) / (from + 1);
  }
  return gradients;
}

/** dL/dY where L is one value: 1 there, 0 elsewhere. */
export function valueGradient(shape: readonly number[], index: number): Tensor {
  const data = new Float64Array(cellCount(shape));
  data[index] = 1;
  return { shape, data };
}

/** How a loss changes with one stage's input, weights and biases, from dL/dY of what came out of it; in steps. */
export function* stageGradientSteps(
  run: NetworkRun,
  stage: number,
  gradient: Tensor,
): Generator<number, StageGradients> {
  const { plan, layer, inputShape } = run.stages[stage]!;
  const input = stageInput(run, stage);
  const unlearned = ({ data }: Tensor): StageGradients => {
    return { input: { shape: inputShape, data }, weights: undefined, biases: undefined };
  };
  switch (plan.kind) {
    case 'conv':
    case 'transposed':
      return yield* kernelLayerSteps(run, stage, plan, gradient);
    case 'dense':
      return yield* denseGradientSteps(layer as DenseLayer, plan, input, gradient);
    case 'pool':
      return unlearned(
        plan.pooling === 'max'
          ? maxPoolGradient(plan.geometry, input, gradient)
          : averagePoolGradient(plan.geometry, gradient),
      );
    case 'relu':
      return unlearned(reluGradient(input, gradient));
    case 'flatten':
      return unlearned(gradient);
    case 'softmax':
      return unlearned(softmaxGradient(run.activations[stage]!, gradient));
  }
}

function* kernelLayerSteps(
  run: NetworkRun,
  stage: number,
  plan: Extract<LayerPlan, { kind: 'conv' | 'transposed' }>,
  gradient: Tensor,
): Generator<number, StageGradients> {
  const { inputShape, parameters } = run.stages[stage]!;
  const input = stageInput(run, stage);
  const { weights } = layerWeights(run.stages[stage]!)!;
  const [back, learned] =
    plan.kind === 'transposed'
      ? [
          transposedInputGradientSteps(plan.geometry, weights, gradient),
          transposedKernelGradientSteps(plan.geometry, input, gradient),
        ]
      : [
          inputGradientSteps(plan.geometry, weights, gradient),
          kernelGradientSteps({ plan: plan.geometry, input, gradient }),
        ];
  const { data } = yield* halved(back, 0);
  const kernel = yield* halved(learned, 0.5);
  const biases = parameters.biases === 0 ? undefined : biasGradient(plan.geometry.outputChannels, gradient);
  return { input: { shape: inputShape, data }, weights: kernel, biases };
}

/** Steps that are half of the work, behind the share that is done. */
function* halved<Result>(steps: Generator<number, Result>, done: number): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield done + step.value / 2;
  }
}

function* denseGradientSteps(
  layer: DenseLayer,
  sizes: { readonly inputs: number; readonly outputs: number },
  { data: values }: Tensor,
  { data: gradient }: Tensor,
): Generator<number, StageGradients> {
  const { inputs, outputs } = sizes;
  const isMade = inputs * outputs <= mostDenseGradients;
  const row = new Float64Array(inputs);
  const back = new Float64Array(inputs);
  const weights = new Float64Array(isMade ? inputs * outputs : 0);
  for (let unit = 0; unit < outputs; unit++) {
    writeDenseRow(layer.weights, sizes, unit, row);
    const own = gradient[unit]!;
    for (let i = 0; i < inputs; i++) back[i]! += own * row[i]!;
    if (isMade) for (let i = 0; i < inputs; i++) weights[unit * inputs + i] = own * values[i]!;
    yield (unit + 1) / outputs;
  }
  return {
    input: { shape: [inputs], data: back },
    weights: isMade ? { shape: [outputs, inputs], data: weights } : undefined,
    biases: layer.hasBias ? gradient.slice() : undefined,
  };
}
