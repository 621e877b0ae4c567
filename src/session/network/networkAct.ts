import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { Arrangement } from '../planeLayout';
import type { GeneratedImage } from './generatedImage';

/** What a person can do to a network; each comes back from the view as one message. Places count from 0. */
export type NetworkAct =
  | { readonly kind: 'add-layer'; readonly at: number; readonly layer: NetworkLayer }
  | { readonly kind: 'change-layer'; readonly id: number; readonly layer: NetworkLayer }
  | { readonly kind: 'remove-layer'; readonly id: number }
  /** `to` is the place among all layers that it has afterwards. */
  | { readonly kind: 'move-layer'; readonly id: number; readonly to: number }
  | { readonly kind: 'use-image'; readonly image: GeneratedImage }
  | { readonly kind: 'arrange-image'; readonly arrangement: Arrangement }
  | { readonly kind: 'show-sample'; readonly sample: number }
  | { readonly kind: 'pad-everywhere'; readonly on: boolean }
  | { readonly kind: 'compute-anyway' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };
