import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { NetworkState } from './networkState';

/** The layers as they are computed: with padding everywhere, each convolution keeps rows and columns as far as its stride lets it. */
export function effectiveLayers({ layers, padsEverywhere }: NetworkState): readonly NetworkLayer[] {
  return layers.map(({ layer }) => (padsEverywhere ? padded(layer) : layer));
}

function padded(layer: NetworkLayer): NetworkLayer {
  return layer.kind === 'conv' ? { ...layer, padding: { kind: 'same_upper' } } : layer;
}
