import type { PresetId } from '../../engine/kernels/presets';
import { defaultLayer } from '../../engine/network/defaultLayer';
import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { NetworkImage, NetworkState } from './networkState';

/** What the first filters look for: two directions, a diagonal, and every edge. */
const firstPresets: readonly [PresetId, ...PresetId[]] = ['sobelX', 'sobelY', 'diagonalDown', 'laplacian8'];

/** The flow of the course: image, convolution, activation, pooling, convolution, flattening, a dense layer, its answer. */
export const usualLayers: readonly NetworkLayer[] = [
  { ...defaultLayer('conv'), filters: 4, weights: { kind: 'preset', presets: firstPresets } },
  defaultLayer('relu'),
  defaultLayer('pool'),
  { ...defaultLayer('conv'), filters: 6 },
  defaultLayer('flatten'),
  defaultLayer('dense'),
  defaultLayer('softmax'),
];

/** The network that a panel starts with, on an image, or a digit that is drawn here. */
export function startNetwork(image: NetworkImage = { kind: 'digit', digit: 3 }): NetworkState {
  return { image, layers: usualLayers.map((layer, place) => ({ id: place + 1, layer })), padsEverywhere: false };
}
