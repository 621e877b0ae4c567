import type { Tensor } from '../../tensor';
import { loopConvolve } from '../convolve';
import { finished } from '../finished';
import { layerSteps } from '../layerSteps';
import { type LayerWeights, layerWeights } from '../layerWeights';
import type { ConvLayer, DenseLayer } from '../networkLayer';
import type { PlannedStage, StageProblem } from '../networkStage';
import { planNetwork } from '../planNetwork';
import { shufflePixels } from './shufflePixels';

/** What one fixed order of the pixels does to a dense layer and to a convolution. */
export interface ShuffleComparison {
  readonly shuffled: Tensor;
  readonly dense: DenseShuffle;
  readonly conv: ConvShuffle;
}

/** A dense layer whose weights have moved with the pixels adds the same products, in another order. */
export interface DenseShuffle {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly largest: number;
  /** What roundings in another order of addition can come to: `largest` is no more, so that nothing has changed. */
  readonly rounding: number;
}

/** A convolution's one small kernel cannot move with the pixels. */
export interface ConvShuffle {
  readonly before: Tensor;
  readonly after: Tensor;
  readonly largest: number;
  readonly differing: number;
  /** The largest difference of both maps' values in order of size: above 0, the map was not merely rearranged. */
  readonly largestSorted: number;
}

/**
 * An image, [channels, rows, columns], and the same with shuffled pixels, through a dense layer of the flattened image
 * and through a convolution; or why one of them cannot be. The order is that of `shufflePixels`.
 */
export function shuffleComparison(
  image: Tensor & { readonly shape: readonly [number, number, number] },
  order: Int32Array,
  { dense, conv }: { readonly dense: DenseLayer; readonly conv: ConvLayer },
): ShuffleComparison | StageProblem {
  const shuffled = shufflePixels(image, order);
  const [flat, denseStage] = planNetwork(image.shape, [{ kind: 'flatten' }, dense]);
  const [convStage] = planNetwork(image.shape, [conv]);
  for (const stage of [flat, denseStage, convStage]) if (stage?.kind === 'refused') return stage.problem;
  return {
    shuffled,
    dense: denseShuffle(layerWeights(denseStage as PlannedStage)!, image.data, shuffled.data, order),
    conv: convShuffle(convStage as PlannedStage, image, shuffled),
  };
}

function denseShuffle(
  { weights, biases }: LayerWeights,
  image: Float64Array,
  shuffled: Float64Array,
  order: Int32Array,
): DenseShuffle {
  const outputs = weights.shape[0]!;
  const inputs = image.length;
  const before = new Float64Array(outputs);
  const after = new Float64Array(outputs);
  let rounding = 0;
  for (let unit = 0; unit < outputs; unit++) {
    const row = weights.data.subarray(unit * inputs, (unit + 1) * inputs);
    const moved = shufflePixels({ shape: [inputs], data: row }, order).data;
    const bias = biases?.[unit] ?? 0;
    before[unit] = dot(row, image) + bias;
    after[unit] = dot(moved, shuffled) + bias;
    const sizes = dot(row.map(Math.abs), image.map(Math.abs)) + Math.abs(bias);
    rounding = Math.max(rounding, 2 * (inputs + 1) * Number.EPSILON * sizes);
  }
  return { before, after, largest: largestDifference(before, after), rounding };
}

function convShuffle(stage: PlannedStage, image: Tensor, shuffled: Tensor): ConvShuffle {
  const before = finished(layerSteps(stage, image, loopConvolve));
  const after = finished(layerSteps(stage, shuffled, loopConvolve));
  return {
    before,
    after,
    largest: largestDifference(before.data, after.data),
    differing: before.data.reduce((count, value, i) => (value === after.data[i] ? count : count + 1), 0),
    largestSorted: largestDifference(before.data.toSorted(), after.data.toSorted()),
  };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}

function largestDifference(one: Float64Array, other: Float64Array): number {
  return one.reduce((largest, value, i) => Math.max(largest, Math.abs(value - other[i]!)), 0);
}
