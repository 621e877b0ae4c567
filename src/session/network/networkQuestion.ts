import type { PerAxis } from '../../engine/convolution/conv2dParams';
import type { WeightPlace } from '../../engine/network/gradients/gradientTerms';
import type { ValueTrace } from '../../engine/network/traceValue';
import type { ValuePlace } from '../../engine/network/valuePlace';
import type { BackwardAnswer } from './backwardAnswer';
import type { LearnAnswer } from './learnAnswer';
import type { LearnStart, WantedMap } from './learnQuestion';
import type { ShiftAnswer } from './shiftAnswer';
import type { ShuffleAnswer } from './shuffleAnswer';

/** What the view asks about a network that was computed; the thread that keeps it answers. A stage is the place of a layer. */
export type NetworkQuestion =
  /** What a value was made of; `stage` is the place of the layer that made it. */
  | { readonly kind: 'trace'; readonly stage: number; readonly place: ValuePlace }
  /** What moves with the image, down and to the right; `channel` is that of the stage's map that is shown. */
  | { readonly kind: 'shift'; readonly by: PerAxis; readonly stage: number; readonly channel: number }
  /** What another order of the image's pixels does. */
  | { readonly kind: 'shuffle'; readonly seed: number }
  /** A kernel found by gradient descent on a channel of the image; `share` is the rate by the largest stable one. */
  | {
      readonly kind: 'learn';
      readonly channel: number;
      readonly wanted: WantedMap;
      readonly start: LearnStart;
      readonly share: number;
    }
  /** How a value, or the loss, changes with a layer's weights and input. */
  | {
      readonly kind: 'backward';
      readonly of: BackwardFrom;
      readonly stage: number;
      readonly weight: WeightPlace;
      readonly cell: ValuePlace;
    };

/** What is differentiated: a value of a stage, or −ln of the share that the last stage, a softmax, gives a class. */
export type BackwardFrom =
  | { readonly kind: 'value'; readonly stage: number; readonly place: ValuePlace }
  | { readonly kind: 'loss'; readonly label: number };

/** The kinds of questions; a newer question of a kind takes the place of an older one. */
export type QuestionKind = NetworkQuestion['kind'];

/** A question of one kind. */
export type QuestionOf<Kind extends QuestionKind> = Extract<NetworkQuestion, { readonly kind: Kind }>;

/** The answers by the kind of the question. */
export interface NetworkAnswers {
  readonly trace: ValueTrace;
  readonly shift: ShiftAnswer;
  readonly shuffle: ShuffleAnswer;
  readonly learn: LearnAnswer;
  readonly backward: BackwardAnswer;
}

/** An answer, with what it answers. */
export type NetworkAnswer = {
  readonly [K in QuestionKind]: { readonly kind: K; readonly value: NetworkAnswers[K] };
}[QuestionKind];
