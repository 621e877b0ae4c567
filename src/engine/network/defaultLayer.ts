import { defaultConv2dParams } from '../convolution/conv2dParams';
import { defaultPool2dParams } from '../pooling/pool2dParams';
import type { LayerKind, NetworkLayer } from './networkLayer';

type LayerOf<Kind extends LayerKind> = Extract<NetworkLayer, { kind: Kind }>;

const seeded = { kind: 'seeded', seed: 1, spread: 'torch' } as const;
const ones = [1, 1] as const;
const shared = { hasBias: true, weights: seeded, groups: 1, padding: { kind: 'valid' } } as const;

const defaults: { readonly [Kind in LayerKind]: LayerOf<Kind> } = {
  conv: {
    kind: 'conv',
    filters: 8,
    kernelSize: [3, 3],
    strides: ones,
    dilations: ones,
    ...shared,
    fill: defaultConv2dParams.fill,
  },
  transposed: {
    kind: 'transposed',
    filters: 8,
    kernelSize: [2, 2],
    strides: [2, 2],
    dilations: ones,
    outputPadding: [0, 0],
    ...shared,
  },
  pool: { kind: 'pool', pooling: 'max', ...defaultPool2dParams([2, 2]) },
  relu: { kind: 'relu' },
  flatten: { kind: 'flatten' },
  dense: { kind: 'dense', units: 10, hasBias: true, weights: seeded },
  softmax: { kind: 'softmax' },
};

/**
 * The layer of a kind as it is added: 8 filters of 3×3, twice the size with 2×2, the largest of 2×2, 10 units; biases
 * are there, weights seeded.
 */
export function defaultLayer<Kind extends LayerKind>(kind: Kind): LayerOf<Kind> {
  return defaults[kind];
}
