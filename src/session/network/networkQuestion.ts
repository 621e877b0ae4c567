import type { ValueTrace } from '../../engine/network/traceValue';
import type { ValuePlace } from '../../engine/network/valuePlace';

/** What the view asks about a network that was computed; the thread that keeps it answers. */
export type NetworkQuestion =
  /** What a value was made of; `stage` is the place of the layer that made it. */
  { readonly kind: 'trace'; readonly stage: number; readonly place: ValuePlace };

/** The kinds of questions; a newer question of a kind takes the place of an older one. */
export type QuestionKind = NetworkQuestion['kind'];

/** The answers by the kind of the question. */
export interface NetworkAnswers {
  readonly trace: ValueTrace;
}

/** An answer, with what it answers. */
export type NetworkAnswer = {
  readonly [K in QuestionKind]: { readonly kind: K; readonly value: NetworkAnswers[K] };
}[QuestionKind];
