import { fillValue } from '../../padding/fill';
import type { Pool2dPlan } from '../../pooling/pool2dPlan';
import type { Tensor } from '../../tensor';
import { axisReads } from '../axisReads';
import { layerWeights, writeDenseRow } from '../layerWeights';
import type { DenseLayer } from '../networkLayer';
import type { PlannedStage } from '../networkStage';
import { type NetworkRun, stageInput } from '../runNetwork';
import { indexOf, placeOf, type ValuePlace } from '../valuePlace';
import { valueGradient } from './backwardNetwork';
import { explainInputGradient } from './inputGradient';
import { explainKernelGradient } from './kernelGradient';
import { averagePoolGradient, maxPoolGradient } from './poolGradient';
import { explainTransposedInputGradient, explainTransposedKernelGradient } from './transposedGradients';

/** One way on which a weight or an input value acts on the loss: how the loss changes with an output, times how that output changes. */
export interface GradientTerm {
  /** dL/dY of the output, and where in the stage's output it lies. */
  readonly gradient: number;
  readonly at: ValuePlace;
  /** dY by the weight, which is an input value, or by the input value, which is a weight or what stands for one. */
  readonly factor: number;
  /** Where the factor lies: in the stage's input for a weight, among the weights for an input value where it has some. */
  readonly of: ValuePlace | undefined;
  readonly product: number;
}

/** A weight by its plane and its place there: filter and channel of the kernel; of a dense layer unit and input alone. */
export interface WeightPlace extends ValuePlace {
  readonly filter: number;
}

/** The terms of dL/dW of one weight in their order of addition; none for a layer without weights. The first axis of the kernel is `filter`. */
export function weightGradientTerms(
  run: NetworkRun,
  stage: number,
  gradient: Tensor,
  { filter, ...place }: WeightPlace,
): readonly GradientTerm[] {
  const { plan } = run.stages[stage]!;
  const input = stageInput(run, stage);
  if (plan.kind === 'dense') {
    const own = gradient.data[filter]!;
    const value = input.data[place.col]!;
    return [{ gradient: own, at: inRow(filter), factor: value, of: inRow(place.col), product: own * value }];
  }
  const cell = { filter, ...place };
  if (plan.kind === 'conv') {
    const { geometry } = plan;
    const { terms } = explainKernelGradient({ plan: geometry, input, gradient }, cell);
    const first = Math.floor(filter / (geometry.outputChannels / geometry.groups)) * geometry.kernelShape[1];
    return terms.map(({ value, weight, product, tap }) => ({
      gradient: weight,
      at: { channel: filter, row: tap.kernelRow, col: tap.kernelCol },
      factor: value,
      of: tap.source && { channel: first + place.channel, row: tap.source[0], col: tap.source[1] },
      product,
    }));
  }
  if (plan.kind !== 'transposed') return [];
  const { geometry } = plan;
  const first = Math.floor(filter / (geometry.inputChannels / geometry.groups)) * geometry.kernelShape[1];
  return explainTransposedKernelGradient(geometry, input, gradient, cell).flatMap(({ value, weight, product, tap }) =>
    tap.source
      ? {
          gradient: value,
          at: { channel: first + place.channel, row: tap.source[0], col: tap.source[1] },
          factor: weight,
          of: { channel: filter, row: tap.kernelRow, col: tap.kernelCol },
          product,
        }
      : [],
  );
}

/**
 * The terms of dL/dX of one input value in their order of addition; those that are 0 whatever the loss, as where a
 * pooling took another cell, are left out. Undefined for paddings that copy cells: there a value acts in several places.
 */
export function inputGradientTerms(
  run: NetworkRun,
  stage: number,
  gradient: Tensor,
  place: ValuePlace,
): readonly GradientTerm[] | undefined {
  const { plan, layer, inputShape, outputShape } = run.stages[stage]!;
  const index = indexOf(inputShape, place);
  const one = (factor: number, at: ValuePlace): GradientTerm => {
    const own = gradient.data[indexOf(outputShape, at)]!;
    return { gradient: own, at, factor, of: undefined, product: own * factor };
  };
  switch (plan.kind) {
    case 'conv':
    case 'transposed':
      return kernelTerms(run.stages[stage]!, gradient, place);
    case 'dense':
      return denseTerms(layer as DenseLayer, plan, gradient, index);
    case 'pool':
      return poolTerms(run, stage, gradient, place);
    case 'relu':
      return stageInput(run, stage).data[index]! <= 0 ? [] : [one(1, place)];
    case 'flatten':
      return [one(1, placeOf(outputShape, index))];
    case 'softmax': {
      const shares = run.activations[stage]!.data;
      const own = shares[index]!;
      return Array.from(shares, (share, i) => one(i === index ? own * (1 - own) : -share * own, inRow(i)));
    }
  }
}

function inRow(col: number): ValuePlace {
  return { channel: 0, row: 0, col };
}

function kernelTerms(stage: PlannedStage, gradient: Tensor, place: ValuePlace): readonly GradientTerm[] | undefined {
  const { plan } = stage;
  const { weights } = layerWeights(stage)!;
  const cell = { batch: 0, ...place };
  if (plan.kind === 'transposed')
    return explainTransposedInputGradient(plan.geometry, weights, gradient, cell).flatMap(
      ({ value, weight, product, channel, tap }) =>
        tap.source
          ? {
              gradient: value,
              at: { channel, row: tap.source[0], col: tap.source[1] },
              factor: weight,
              of: { channel: place.channel, row: tap.kernelRow, col: tap.kernelCol },
              product,
            }
          : [],
    );
  if (plan.kind !== 'conv' || fillValue(plan.geometry.fill) === undefined) return undefined;
  return explainInputGradient(plan.geometry, weights, gradient, cell).terms.map((term) => ({
    gradient: term.value,
    at: { channel: term.channel, row: term.row, col: term.col },
    factor: term.weight,
    of: { channel: term.channel, row: term.kernelRow, col: term.kernelCol },
    product: term.product,
  }));
}

function denseTerms(
  layer: DenseLayer,
  sizes: { readonly inputs: number; readonly outputs: number },
  { data }: Tensor,
  input: number,
): readonly GradientTerm[] {
  const row = new Float64Array(sizes.inputs);
  return Array.from({ length: sizes.outputs }, (_, unit) => {
    writeDenseRow(layer.weights, sizes, unit, row);
    const [own, weight] = [data[unit]!, row[input]!];
    return { gradient: own, at: inRow(unit), factor: weight, of: undefined, product: own * weight };
  });
}

/** The windows that read the value, each asked by itself what it passes on. */
function poolTerms(run: NetworkRun, stage: number, gradient: Tensor, place: ValuePlace): readonly GradientTerm[] {
  const { plan, outputShape } = run.stages[stage]!;
  if (plan.kind !== 'pool') return [];
  const [, , rows, cols] = plan.geometry.inputShape;
  const [, , outputRows, outputCols] = plan.geometry.outputShape;
  const plane: Pool2dPlan = {
    ...plan.geometry,
    inputShape: [1, 1, rows, cols],
    outputShape: [1, 1, outputRows, outputCols],
  };
  const start = place.channel * rows * cols;
  const input = { shape: plane.inputShape, data: stageInput(run, stage).data.subarray(start, start + rows * cols) };
  const terms: GradientTerm[] = [];
  for (const row of readersOf(run.stages[stage]!, 'height', place.row))
    for (const col of readersOf(run.stages[stage]!, 'width', place.col)) {
      const unit = valueGradient(plane.outputShape, row * outputCols + col);
      const passed = plan.pooling === 'max' ? maxPoolGradient(plane, input, unit) : averagePoolGradient(plane, unit);
      const factor = passed.data[place.row * cols + place.col]!;
      const at = { channel: place.channel, row, col };
      const own = gradient.data[indexOf(outputShape, at)]!;
      if (factor !== 0) terms.push({ gradient: own, at, factor, of: undefined, product: own * factor });
    }
  return terms;
}

/** The rows or columns of the output whose windows read one of the input. */
function readersOf({ plan }: PlannedStage, axis: 'height' | 'width', place: number): readonly number[] {
  const reads = axisReads(plan, axis);
  if (!reads) return [];
  return Array.from({ length: reads.outputSize }, (_, output) => output).filter((output) =>
    reads.placesOf(output).includes(place),
  );
}
