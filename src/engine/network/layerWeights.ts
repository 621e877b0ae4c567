import type { PresetId } from '../kernels/presets';
import { presetById } from '../kernels/presets';
import { cellCount } from '../shape4';
import type { Tensor } from '../tensor';
import type { DenseLayer } from './networkLayer';
import type { LayerPlan, PlannedStage } from './networkStage';
import { seededNumber } from './seededNumber';
import type { DenseWeightSource, WeightSource } from './weightSource';

/** The numbers that a layer has learned, or was given. */
export interface LayerWeights {
  /** Convolutions OIHW, transposed ones IOHW, dense layers [outputs, inputs]. */
  readonly weights: Tensor;
  /** One for each output channel or unit; undefined where the layer has none. */
  readonly biases: Float64Array | undefined;
}

/** Where the weights of a layer with kernels lie. */
interface KernelLayout {
  readonly shape: readonly [number, number, number, number];
  readonly filters: number;
  readonly groups: number;
  readonly isTransposed: boolean;
}

/** The weights of a planned layer, undefined where it has none. Those of a dense layer are made whole, eight bytes each. */
export function layerWeights(stage: Pick<PlannedStage, 'layer' | 'plan'>): LayerWeights | undefined {
  const { layer, plan } = stage;
  if (layer.kind === 'dense' && plan.kind === 'dense') {
    const data = new Float64Array(plan.inputs * plan.outputs);
    for (let row = 0; row < plan.outputs; row++) writeDenseRow(layer.weights, plan, row, data, row * plan.inputs);
    return { weights: { shape: [plan.outputs, plan.inputs], data }, biases: denseBiases(layer, plan) };
  }
  if (layer.kind !== 'conv' && layer.kind !== 'transposed') return undefined;
  const layout = layoutOf(plan);
  if (!layout) return undefined;
  const { shape, filters } = layout;
  const reads = shape[1] * shape[2] * shape[3];
  const data = kernelNumbers(layer.weights, layout, reads);
  const biases = layer.hasBias ? biasNumbers(layer.weights, filters, data.length, reads) : undefined;
  return { weights: { shape, data }, biases };
}

/** Writes the weights with which unit `row` of a dense layer reads its inputs, from `at` on. */
export function writeDenseRow(
  source: DenseWeightSource,
  { inputs }: { readonly inputs: number },
  row: number,
  into: Float64Array,
  at = 0,
): void {
  const first = row * inputs;
  if (source.kind === 'typed') {
    for (let i = 0; i < inputs; i++) into[at + i] = source.weights[first + i]!;
    return;
  }
  const bound = weightBound(source, inputs);
  for (let i = 0; i < inputs; i++) into[at + i] = spread(source.seed, first + i, bound);
}

/** The biases of a dense layer, undefined where it has none. */
export function denseBiases(
  { weights, hasBias }: DenseLayer,
  { inputs, outputs }: { readonly inputs: number; readonly outputs: number },
): Float64Array | undefined {
  return hasBias ? biasNumbers(weights, outputs, inputs * outputs, inputs) : undefined;
}

function layoutOf(plan: LayerPlan): KernelLayout | undefined {
  if (plan.kind !== 'conv' && plan.kind !== 'transposed') return undefined;
  const { kernelShape: shape, outputChannels: filters, groups } = plan.geometry;
  return { shape, filters, groups, isTransposed: plan.kind === 'transposed' };
}

function kernelNumbers(source: WeightSource, layout: KernelLayout, reads: number): Float64Array {
  const count = cellCount(layout.shape);
  switch (source.kind) {
    case 'typed':
      return Float64Array.from(source.weights);
    case 'preset':
      return presetNumbers(source.presets, layout, count);
    case 'seeded': {
      const bound = weightBound(source, reads);
      return Float64Array.from({ length: count }, (_, i) => spread(source.seed, i, bound));
    }
  }
}

function presetNumbers(ids: readonly PresetId[], layout: KernelLayout, count: number): Float64Array {
  const [first, second, rows, cols] = layout.shape;
  const { filters, groups, isTransposed } = layout;
  const cells = rows * cols;
  const read = isTransposed ? first / groups : second;
  const data = new Float64Array(count);
  for (let plane = 0; plane < first * second; plane++) {
    const leading = Math.floor(plane / second);
    const group = Math.floor(leading / (first / groups));
    const filter = isTransposed ? group * (filters / groups) + (plane % second) : leading;
    const kernel = presetById(ids[filter % ids.length]!)!.matrix.data;
    for (let cell = 0; cell < cells; cell++) data[plane * cells + cell] = kernel[cell]! / read;
  }
  return data;
}

function biasNumbers(source: WeightSource, count: number, weightCount: number, reads: number): Float64Array {
  if (source.kind === 'typed' && source.biases.length > 0) return Float64Array.from(source.biases);
  if (source.kind !== 'seeded' || source.spread !== 'torch') return new Float64Array(count);
  const bound = 1 / Math.sqrt(reads);
  return Float64Array.from({ length: count }, (_, i) => spread(source.seed, weightCount + i, bound));
}

function weightBound(source: Extract<DenseWeightSource, { kind: 'seeded' }>, reads: number): number {
  return source.spread === 'torch' ? 1 / Math.sqrt(reads) : Math.sqrt(6 / reads);
}

function spread(seed: number, index: number, bound: number): number {
  return (2 * seededNumber(seed, index) - 1) * bound;
}
