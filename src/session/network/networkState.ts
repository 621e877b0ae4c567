import type { Work } from '../../engine/convolution/planWithinCeiling';
import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { Operand } from '../operand';
import type { GeneratedImage } from './generatedImage';

/** What goes into the first layer: a picture that is drawn here, or matrices that were read. */
export type NetworkImage = GeneratedImage | OperandImage;

/** The planes of a tensor as channels; of one with samples, one sample. */
export interface OperandImage {
  readonly kind: 'operand';
  readonly operand: Operand;
  readonly sample: number;
}

/** A layer with a name for life, so that what is chosen of it stays chosen while layers move around it. */
export interface PlacedLayer {
  readonly id: number;
  readonly layer: NetworkLayer;
}

/** Everything that the network panel shows, apart from what follows from it. */
export interface NetworkState {
  readonly image: NetworkImage;
  readonly layers: readonly PlacedLayer[];
  /** True where every convolution keeps rows and columns, whatever its own padding says. */
  readonly padsEverywhere: boolean;
  /** What the person has agreed to have computed, once they were asked. */
  readonly ceiling?: Work | undefined;
}

/** More layers than these are no strip that somebody reads. */
export const mostLayers = 32;
