import { type CellExplanation, explainCell } from '../convolution/explainCell';
import { explainPooledCell, type PooledCellExplanation } from '../pooling/explainPooledCell';
import type { Tensor } from '../tensor';
import { explainTransposedCell, type TransposedCellExplanation } from '../transposed/explainTransposedCell';
import { denseBiases, layerWeights, writeDenseRow } from './layerWeights';
import type { DenseLayer } from './networkLayer';
import type { LayerPlan } from './networkStage';
import { type NetworkRun, stageInput } from './runNetwork';
import { softmaxParts } from './softmax';
import { placeOf, type ValuePlace } from './valuePlace';

/** What a value was made of, by the kind of its layer; `value` is what the run holds. */
export type ValueTrace = { readonly value: number; readonly place: ValuePlace } & (
  | { readonly kind: 'conv'; readonly explanation: CellExplanation; readonly channels: readonly ChannelPart[] }
  | {
      readonly kind: 'transposed';
      readonly explanation: TransposedCellExplanation;
      readonly channels: readonly ChannelPart[];
    }
  | { readonly kind: 'pool'; readonly pooling: 'max' | 'average'; readonly explanation: PooledCellExplanation }
  | { readonly kind: 'relu'; readonly input: number }
  /** `from`: where it was before it stood in the row. */
  | { readonly kind: 'flatten'; readonly from: ValuePlace }
  | { readonly kind: 'dense'; readonly explanation: DenseExplanation }
  | {
      readonly kind: 'softmax';
      readonly input: number;
      /** The value is e^(input − largest) / sum. */
      readonly largest: number;
      readonly exponential: number;
      readonly sum: number;
    }
);

/** What one input channel adds to a value. */
export interface ChannelPart {
  readonly channel: number;
  /** Of this channel's terms alone, from +0. */
  readonly sum: number;
  /** The sum of the computation once this channel's terms are in it; the bias follows the last. */
  readonly running: number;
}

/** One input of a dense layer times its weight. */
export interface DenseTerm {
  readonly input: number;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/** How a value of a dense layer comes about. */
export interface DenseExplanation {
  /** The terms of most weight, by the size of their products; at most as many as were asked for. */
  readonly largest: readonly DenseTerm[];
  /** How many terms there are, and what those that are not among the largest add up to. */
  readonly count: number;
  readonly rest: number;
  readonly bias: number | undefined;
  readonly sum: number;
}

/** What the value at `index` of a stage's activation was made of; of a dense layer the `most` largest terms. */
export function traceValue(run: NetworkRun, stage: number, index: number, most = 12): ValueTrace {
  const { plan, layer, outputShape, inputShape } = run.stages[stage]!;
  const input = stageInput(run, stage);
  const place = placeOf(outputShape, index);
  const common = { value: run.activations[stage]!.data[index]!, place };
  switch (plan.kind) {
    case 'conv':
    case 'transposed':
      return { ...common, ...traceSum(run, stage, plan, place) };
    case 'pool': {
      const explanation = explainPooledCell(plan.geometry, input, { batch: 0, ...place });
      return { ...common, kind: 'pool', pooling: plan.pooling, explanation };
    }
    case 'relu':
      return { ...common, kind: 'relu', input: input.data[index]! };
    case 'flatten':
      return { ...common, kind: 'flatten', from: placeOf(inputShape, index) };
    case 'dense':
      return { ...common, kind: 'dense', explanation: explainDense(layer as DenseLayer, plan, input, index, most) };
    case 'softmax': {
      const { largest, exponentials, sum } = softmaxParts(input);
      return {
        ...common,
        kind: 'softmax',
        input: input.data[index]!,
        largest,
        exponential: exponentials[index]!,
        sum,
      };
    }
  }
}

function traceSum(
  run: NetworkRun,
  stage: number,
  plan: Extract<LayerPlan, { kind: 'conv' | 'transposed' }>,
  place: ValuePlace,
) {
  const input = stageInput(run, stage);
  const { weights, biases } = layerWeights(run.stages[stage]!)!;
  const cell = { batch: 0, ...place };
  if (plan.kind === 'conv') {
    const explanation = explainCell(plan.geometry, input, weights, biases, cell);
    return { kind: plan.kind, explanation, channels: channelParts(explanation.terms) };
  }
  const explanation = explainTransposedCell(plan.geometry, input, weights, biases, cell);
  return { kind: plan.kind, explanation, channels: channelParts(explanation.terms) };
}

/** Terms come channel by channel. */
function channelParts(
  terms: readonly { readonly channel: number; readonly product: number }[],
): readonly ChannelPart[] {
  const parts: { channel: number; sum: number; running: number }[] = [];
  let running = 0;
  for (const { channel, product } of terms) {
    if (parts.at(-1)?.channel !== channel) parts.push({ channel, sum: 0, running });
    running += product;
    const part = parts.at(-1)!;
    part.sum += product;
    part.running = running;
  }
  return parts;
}

function explainDense(
  layer: DenseLayer,
  sizes: { readonly inputs: number; readonly outputs: number },
  { data }: Tensor,
  unit: number,
  most: number,
): DenseExplanation {
  const weights = new Float64Array(sizes.inputs);
  writeDenseRow(layer.weights, sizes, unit, weights);
  const bias = denseBiases(layer, sizes)?.[unit];
  const products = weights.map((weight, i) => data[i]! * weight);
  const sum = products.reduce((total, product) => total + product, 0);
  const shown = largestPlaces(products, most);
  const isShown = new Set(shown);
  const rest = products.reduce((total, product, i) => (isShown.has(i) ? total : total + product), 0);
  const largest = shown.map((input) => {
    return { input, value: data[input]!, weight: weights[input]!, product: products[input]! };
  });
  return { largest, count: sizes.inputs, rest, bias, sum: bias === undefined ? sum : sum + bias };
}

/** Where the `most` numbers of the largest size stand, from the largest on; of equal ones the first. */
function largestPlaces(numbers: Float64Array, most: number): readonly number[] {
  const kept: number[] = [];
  for (const [place, value] of numbers.entries()) {
    const size = Math.abs(value);
    if (kept.length >= most && !(size > Math.abs(numbers[kept.at(-1)!]!))) continue;
    const at = kept.findIndex((other) => size > Math.abs(numbers[other]!));
    kept.splice(at < 0 ? kept.length : at, 0, place);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
