import type { Padding, PerAxis } from '../../engine/convolution/conv2dParams';
import { type PresetId, presetById } from '../../engine/kernels/presets';
import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { DenseWeightSource, WeightSource } from '../../engine/network/weightSource';
import type { AverageDivisor, PoolRounding } from '../../engine/pooling/pool2dParams';
import { isCount, isRecord, readParams } from '../readParams';
import { mostTypedWeights } from './mostTypedWeights';

const roundings: readonly PoolRounding[] = ['floor', 'ceil_inside', 'ceil_anywhere'];

/** A layer as it was saved or sent, rebuilt from its known parts; undefined for anything else. */
export function readLayer(value: unknown): NetworkLayer | undefined {
  if (!isRecord(value)) return undefined;
  switch (value.kind) {
    case 'relu':
    case 'flatten':
    case 'softmax':
      return { kind: value.kind };
    case 'conv':
      return readConv(value);
    case 'transposed':
      return readTransposed(value);
    case 'pool':
      return readPool(value);
    case 'dense':
      return readDense(value);
    default:
      return undefined;
  }
}

type Parts = Readonly<Record<string, unknown>>;

function readWindowed({ strides, dilations, padding }: Parts) {
  const params = readParams({ strides, dilations, padding });
  return params?.strides && params.dilations && params.padding
    ? { strides: params.strides, dilations: params.dilations, padding: params.padding as Padding }
    : undefined;
}

function readFilters(value: Parts) {
  const { filters, groups, hasBias } = value;
  const kernelSize = readPair(value.kernelSize);
  const weights = readWeights(value.weights);
  const windowed = readWindowed(value);
  const isKnown = isCount(filters) && isCount(groups) && typeof hasBias === 'boolean';
  return isKnown && kernelSize && weights && windowed
    ? { ...windowed, filters, groups, hasBias, kernelSize, weights }
    : undefined;
}

function readConv(value: Parts): NetworkLayer | undefined {
  const shared = readFilters(value);
  const fill = readParams({ fill: value.fill })?.fill;
  return shared && fill ? { kind: 'conv', ...shared, fill } : undefined;
}

function readTransposed(value: Parts): NetworkLayer | undefined {
  const shared = readFilters(value);
  const outputPadding = readPair(value.outputPadding);
  return shared && outputPadding ? { kind: 'transposed', ...shared, outputPadding } : undefined;
}

function readPool(value: Parts): NetworkLayer | undefined {
  const windowed = readWindowed(value);
  const window = readPair(value.window);
  const rounding = roundings.find((one) => one === value.rounding);
  const divisor = readDivisor(value.divisor);
  const pooling = value.pooling === 'max' || value.pooling === 'average' ? value.pooling : undefined;
  return windowed && window && rounding && divisor && pooling
    ? { kind: 'pool', pooling, ...windowed, window, rounding, divisor }
    : undefined;
}

function readDense({ units, hasBias, weights }: Parts): NetworkLayer | undefined {
  const source = readDenseWeights(weights);
  return isCount(units) && typeof hasBias === 'boolean' && source
    ? { kind: 'dense', units, hasBias, weights: source }
    : undefined;
}

function readDivisor(value: unknown): AverageDivisor | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'padded' || value.kind === 'inside') return { kind: value.kind };
  return value.kind === 'override' && typeof value.value === 'number'
    ? { kind: 'override', value: value.value }
    : undefined;
}

function readWeights(value: unknown): WeightSource | undefined {
  if (!isRecord(value) || value.kind !== 'preset') return readDenseWeights(value);
  const ids: readonly unknown[] = Array.isArray(value.presets) ? value.presets : [];
  const [first, ...rest] = ids.flatMap((id): readonly PresetId[] => {
    const preset = typeof id === 'string' ? presetById(id) : undefined;
    return preset ? [preset.id] : [];
  });
  return first && rest.length + 1 === ids.length && ids.length <= 1024
    ? { kind: 'preset', presets: [first, ...rest] }
    : undefined;
}

function readDenseWeights(value: unknown): DenseWeightSource | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'seeded') {
    const { seed, spread } = value;
    return isCount(seed) && (spread === 'torch' || spread === 'he') ? { kind: 'seeded', seed, spread } : undefined;
  }
  const { weights, biases } = value;
  return value.kind === 'typed' && isNumbers(weights) && isNumbers(biases)
    ? { kind: 'typed', weights, biases }
    : undefined;
}

function isNumbers(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) && value.length <= mostTypedWeights && value.every((number) => typeof number === 'number')
  );
}

function readPair(value: unknown): PerAxis | undefined {
  return Array.isArray(value) && value.length === 2 && isCount(value[0]) && isCount(value[1])
    ? [value[0], value[1]]
    : undefined;
}
