import { type Signal, signal } from '@preact/signals';
import type { TaughtStep } from '../../../protocol/lesson';
import type { ChosenValue, NetworkSnapshot } from '../../../protocol/network';
import type { NetworkAnswer, NetworkQuestion, QuestionKind } from '../../../session/network/networkQuestion';
import type { SentActivation } from '../../../session/network/networkRequest';
import type { SavedNetwork } from '../../../session/network/savedNetwork';
import { black } from '../../colour/rgb';
import type { Theme } from '../../state/lensModel';
import type { KeptNetworkView } from './readNetworkView';

/** A question that was asked, and what is known of its answer. */
export interface Asked {
  readonly id: number;
  readonly revision: number;
  readonly question: NetworkQuestion;
  /** The share done while it takes long. */
  readonly share: number | undefined;
  readonly isAnswered: boolean;
  /** The newest answer to a question of its kind, which stays while the next is on its way. */
  readonly answer:
    | { readonly revision: number; readonly question: NetworkQuestion; readonly value: NetworkAnswer }
    | undefined;
}

/** The state of the network panel, each part a signal of its own so that only what shows it is drawn again. */
export interface NetworkModel {
  readonly snapshot: Signal<NetworkSnapshot | undefined>;
  /** The network as the host has it saved. */
  readonly saved: Signal<SavedNetwork | undefined>;
  readonly activations: Signal<ReadonlyMap<string, SentActivation>>;
  readonly words: Signal<Readonly<Record<string, string>>>;
  readonly theme: Signal<Theme>;
  readonly size: Signal<{ readonly width: number; readonly height: number }>;
  /** The lesson whose step is shown. */
  readonly lesson: Signal<TaughtStep | undefined>;
  /** The scene that is shown, by its id. */
  readonly scene: Signal<string>;
  /** The value whose making is shown. */
  readonly chosen: Signal<ChosenValue | undefined>;
  /** The values from which the person went back to the chosen one; the last is the nearest. */
  readonly trail: Signal<readonly ChosenValue[]>;
  /** What is being changed: a layer by its id, or the image. */
  readonly editing: Signal<number | 'image' | undefined>;
  readonly isStacked: Signal<boolean>;
  /** The newest question of each kind. */
  readonly asked: Signal<ReadonlyMap<QuestionKind, Asked>>;
  /** What each scene keeps of its own, by its id. */
  readonly scenes: Signal<Readonly<Record<string, unknown>>>;
}

/** A model before the first message, with what an earlier page kept. */
export function networkModel(kept: KeptNetworkView): NetworkModel {
  return {
    snapshot: signal(undefined),
    saved: signal(undefined),
    activations: signal(new Map()),
    words: signal({}),
    theme: signal({ kind: 'dark', ground: black, still: false, scale: 1 }),
    size: signal({ width: 0, height: 0 }),
    lesson: signal(undefined),
    scene: signal(kept.scene),
    chosen: signal(kept.chosen),
    trail: signal([]),
    editing: signal(undefined),
    isStacked: signal(kept.isStacked),
    asked: signal(new Map()),
    scenes: signal(kept.scenes),
  };
}
