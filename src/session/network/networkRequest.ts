import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { Picture } from '../../engine/picture/picture';
import type { ValueRange } from '../../engine/picture/valueRange';
import type { GeneratedImage } from './generatedImage';
import type { ImageTensor } from './imageOf';
import type { NetworkAnswer, NetworkQuestion } from './networkQuestion';

/** What the thread that computes networks is asked for; it keeps the last network of every owner. */
export type NetworkRequest =
  | { readonly kind: 'network'; readonly image: ImageTensor | GeneratedImage; readonly layers: readonly NetworkLayer[] }
  /** About the network of another owner, `of`. */
  | { readonly kind: 'network-question'; readonly of: number; readonly question: NetworkQuestion };

/** What it answers: every activation as it is shown, the image's first; or an answer, undefined where there is none. */
export type NetworkResult =
  | {
      readonly kind: 'network';
      readonly activations: readonly SentActivation[];
      readonly milliseconds: number;
    }
  | { readonly kind: 'network-question'; readonly answer: NetworkAnswer | undefined };

/**
 * An activation as it crosses: all numbers in a buffer of their own, or, where there are many, a picture of its channels
 * one below the other.
 */
export type SentActivation =
  | { readonly kind: 'whole'; readonly data: Float64Array; readonly range: ValueRange }
  | { readonly kind: 'picture'; readonly picture: Picture };
