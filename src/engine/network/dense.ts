import type { Tensor } from '../tensor';
import { denseBiases, writeDenseRow } from './layerWeights';
import type { DenseLayer } from './networkLayer';

/** How many values go in and come out. */
export interface DenseSizes {
  readonly inputs: number;
  readonly outputs: number;
}

/** Weights between two looks at the clock: a millisecond or two. */
const weightsAtOnce = 2 ** 18;

/**
 * A dense layer in steps, each the share done: every sum starts at +0, adds by input, and the bias last. The weights are
 * made row by row, so that no more than a row of them is held.
 */
export function* denseSteps(layer: DenseLayer, sizes: DenseSizes, { data }: Tensor): Generator<number, Tensor> {
  const { inputs, outputs } = sizes;
  const output = new Float64Array(outputs);
  const biases = denseBiases(layer, sizes);
  const row = new Float64Array(inputs);
  const rowsAtOnce = Math.max(1, Math.floor(weightsAtOnce / inputs));
  for (let unit = 0; unit < outputs; unit++) {
    writeDenseRow(layer.weights, sizes, unit, row);
    let sum = 0;
    for (let i = 0; i < inputs; i++) sum += data[i]! * row[i]!;
    output[unit] = biases ? sum + biases[unit]! : sum;
    if ((unit + 1) % rowsAtOnce === 0) yield (unit + 1) / outputs;
  }
  return { shape: [outputs], data: output };
}
