import { backwardSteps, type StageGradients, valueGradient } from '../../engine/network/gradients/backwardNetwork';
import {
  type GradientTerm,
  inputGradientTerms,
  type WeightPlace,
  weightGradientTerms,
} from '../../engine/network/gradients/gradientTerms';
import { layerWeights } from '../../engine/network/layerWeights';
import type { PlannedStage } from '../../engine/network/networkStage';
import type { NetworkRun } from '../../engine/network/runNetwork';
import { indexOf, type ValuePlace } from '../../engine/network/valuePlace';
import type { Tensor } from '../../engine/tensor';
import type { BackwardFrom, QuestionOf } from './networkQuestion';
import type { SentActivation } from './networkRequest';
import { planeOf, sentActivation } from './sentActivation';

/** What is differentiated, by a layer's weights and by its input, each with the terms of one number. */
export interface BackwardAnswer {
  /** The value, or the loss, itself. */
  readonly value: number;
  /** The stage whose output it is taken from: the chosen value's, or the last. */
  readonly from: number;
  /** dL/dY of the asked stage: the channel that the asked weight acts on (without weights the cell's), or all of a row. */
  readonly output: SentActivation;
  /** dL/dX: the channel of the asked cell, or all of a row. */
  readonly input: SentActivation;
  readonly inputSum: GradientSum | undefined;
  /** dL/dW: the plane of the asked weight; of a dense layer the row of its unit. Undefined where there are no weights. */
  readonly weights: SentActivation | undefined;
  /** The shape of all weights. */
  readonly weightShape: readonly number[] | undefined;
  /** The weight itself. */
  readonly weight: number | undefined;
  readonly weightSum: GradientSum | undefined;
}

/** How a number of a gradient comes about. */
export interface GradientSum {
  /** The terms that weigh most and are not 0, the largest first, how many there are, and what the others add up to. */
  readonly largest: readonly GradientTerm[];
  readonly count: number;
  readonly rest: number;
  readonly sum: number;
}

const mostTerms = 12;

/** The last gradients of a run, which another weight or cell asks for again. */
const known = new WeakMap<NetworkRun, { readonly key: string; readonly gradients: readonly StageGradients[] }>();

/** Goes back from a value or the loss; undefined where there is no such stage, value, weight or cell. */
export function* backwardAnswer(
  run: NetworkRun,
  { of, stage, weight, cell }: QuestionOf<'backward'>,
): Generator<number, BackwardAnswer | undefined> {
  const source = sourceOf(run, of);
  const planned = run.stages[stage];
  if (!source || !planned || stage > source.from) return undefined;
  const gradients = yield* gradientsFrom(run, JSON.stringify(of), source);
  const output = stage === source.from ? source.gradient : gradients[stage + 1]!.input;
  const { input, weights } = gradients[stage]!;
  const index = indexOf(planned.inputShape, cell);
  const shape = weights?.shape;
  const place = shape && placeOfWeight(shape, weight);
  if (!(index < input.data.length) || (shape && place === undefined)) return undefined;
  const inputTerms = inputGradientTerms(run, stage, output, cell);
  const weightTerms = place === undefined ? undefined : weightGradientTerms(run, stage, output, weight);
  return {
    value: source.value,
    from: source.from,
    output: yield* sentActivation(
      planeOf({ ...output, shape: planned.outputShape }, shownChannel(planned, weight, cell)),
    ),
    input: yield* sentActivation(planeOf(input, planned.inputShape.length === 1 ? 0 : cell.channel)),
    inputSum: inputTerms && gradientSum(inputTerms),
    weights: weights && place && (yield* sentActivation(weightPlane(weights, place.start, place.cells))),
    weightShape: shape,
    weight: place && layerWeights(planned)?.weights.data[place.index],
    weightSum: weightTerms && gradientSum(weightTerms),
  };
}

interface Source {
  readonly from: number;
  readonly value: number;
  readonly gradient: Tensor;
}

function sourceOf(run: NetworkRun, of: BackwardFrom): Source | undefined {
  const from = of.kind === 'value' ? of.stage : run.stages.length - 1;
  const made = run.activations[from];
  const planned = run.stages[from];
  if (!made || !planned) return undefined;
  if (of.kind === 'value') {
    const index = indexOf(planned.outputShape, of.place);
    if (!(index < made.data.length)) return undefined;
    return { from, value: made.data[index]!, gradient: valueGradient(planned.outputShape, index) };
  }
  const share = made.data[of.label];
  if (planned.plan.kind !== 'softmax' || share === undefined || share <= 0) return undefined;
  const gradient = new Float64Array(made.data.length);
  gradient[of.label] = -1 / share;
  return { from, value: -Math.log(share), gradient: { shape: planned.outputShape, data: gradient } };
}

function* gradientsFrom(
  run: NetworkRun,
  key: string,
  { from, gradient }: Source,
): Generator<number, readonly StageGradients[]> {
  const before = known.get(run);
  if (before?.key === key) return before.gradients;
  const gradients = yield* backwardSteps(run, from, gradient);
  known.set(run, { key, gradients });
  return gradients;
}

/** The channel of the output that the weight acts on, or that is made of the cell's. */
function shownChannel({ plan, outputShape }: PlannedStage, weight: WeightPlace, cell: ValuePlace): number {
  if (outputShape.length === 1) return 0;
  if (plan.kind === 'conv') return weight.filter;
  if (plan.kind !== 'transposed') return cell.channel;
  const { inputChannels, groups, kernelShape } = plan.geometry;
  return Math.floor(weight.filter / (inputChannels / groups)) * kernelShape[1] + weight.channel;
}

/** Where a weight lies, and where its plane or its row begins. */
function placeOfWeight(shape: readonly number[], { filter, channel, row, col }: WeightPlace) {
  const [filters = 0, ...rest] = shape;
  const [channels = 1, rows = 1, cols = 1] = rest.length === 1 ? [1, 1, rest[0]!] : rest;
  if (filter >= filters || channel >= channels || row >= rows || col >= cols) return undefined;
  const start = (filter * channels + channel) * rows * cols;
  return {
    start,
    cells: [rows, cols] as const,
    index: start + row * cols + col,
  };
}

function weightPlane({ data }: Tensor, start: number, [rows, cols]: readonly [number, number]): Tensor {
  return { shape: [1, rows, cols], data: data.subarray(start, start + rows * cols) };
}

/** The largest by their size; all are added in their own order. */
function gradientSum(terms: readonly GradientTerm[]): GradientSum {
  const sum = terms.reduce((total, { product }) => total + product, 0);
  const largest = terms
    .filter(({ product }) => product !== 0)
    .toSorted((one, other) => Math.abs(other.product) - Math.abs(one.product))
    .slice(0, mostTerms);
  const shown = new Set(largest);
  const rest = terms.reduce((total, term) => (shown.has(term) ? total : total + term.product), 0);
  return { largest, count: terms.length, rest, sum };
}
