import type { NetworkStage, StageShape } from '../engine/network/networkStage';
import type { ValuePlace } from '../engine/network/valuePlace';
import type { GeneratedImage } from '../session/network/generatedImage';
import type { NetworkAct } from '../session/network/networkAct';
import type { AskedWork } from '../session/network/networkAsks';
import type { NetworkAnswer, NetworkQuestion } from '../session/network/networkQuestion';
import type { SentActivation } from '../session/network/networkRequest';
import type { SavedNetwork } from '../session/network/savedNetwork';
import type { Arrangement } from '../session/planeLayout';
import type { LessonViewAct, TaughtStep } from './lesson';

/** An activation by its id, under which its numbers cross once, whole or as a picture. */
export interface ShownActivation {
  readonly id: string;
  readonly shape: StageShape;
}

/** What goes into the first layer. */
export interface ShownImage {
  /** What is drawn; undefined for matrices that were read. */
  readonly generated: GeneratedImage | undefined;
  /** The name that the source gives. */
  readonly name: string | undefined;
  readonly shape: StageShape;
  /** How the axes of a tensor are read, and how they can be; none where its two axes are rows and columns. */
  readonly arrangement: Arrangement | undefined;
  readonly arrangements: readonly Arrangement[];
  readonly sample: number;
  readonly samples: number;
  readonly activation: ShownActivation | undefined;
}

/** A layer in its place, and what it makes of its input; undefined while that is being computed. */
export interface ShownStage {
  readonly id: number;
  readonly stage: NetworkStage;
  readonly activation: ShownActivation | undefined;
}

/** The whole state of the network panel. */
export interface NetworkSnapshot {
  readonly revision: number;
  readonly image: ShownImage;
  readonly stages: readonly ShownStage[];
  readonly padsEverywhere: boolean;
  readonly asked: AskedWork | undefined;
  /** 0 to 1 while a long computation runs. */
  readonly progress: number | undefined;
  readonly cancelled: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Host to view. The view keeps exactly the activations that the newest snapshot names. */
export type ToNetworkView =
  | { readonly type: 'hello'; readonly words: Readonly<Record<string, string>> }
  | { readonly type: 'activation'; readonly id: string; readonly sent: SentActivation }
  | { readonly type: 'snapshot'; readonly snapshot: NetworkSnapshot }
  /** Of a question that takes longer than a moment. */
  | { readonly type: 'answering'; readonly id: number; readonly share: number }
  /** Undefined where there is no answer: it was cancelled, a newer question came, or the network is another one. */
  | { readonly type: 'answer'; readonly id: number; readonly answer: NetworkAnswer | undefined }
  /** The step of a lesson that is shown above the scene, and the scene's id where that is to change; or no lesson. */
  | { readonly type: 'lesson'; readonly lesson: TaughtStep | undefined; readonly scene: string | undefined }
  /** The network for the view's own saved state, which it never reads; comes when things are at rest. */
  | { readonly type: 'saved'; readonly network: SavedNetwork };

/**
 * View to host. `ready` is answered with hello, every activation and the snapshot; each snapshot with `painted`, before
 * which no other comes. A question is about the network of a revision; a newer one of its kind takes its place.
 */
export type FromNetworkView =
  | { readonly type: 'ready' }
  | { readonly type: 'painted'; readonly revision: number }
  | { readonly type: 'act'; readonly act: NetworkAct }
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly revision: number;
      readonly question: NetworkQuestion;
    }
  /** Takes what is selected in the editor as the image. */
  | { readonly type: 'use-selection' }
  | { readonly type: 'lesson'; readonly act: LessonViewAct }
  | { readonly type: 'cancel' }
  | { readonly type: 'compute' };

/** What the view keeps across reloads. `network` is handed back to the host as it came. */
export interface NetworkViewState {
  readonly version: 1;
  readonly network: SavedNetwork;
  readonly scene: string;
  readonly chosen: ChosenValue | undefined;
  readonly isStacked: boolean;
  /** What each scene keeps of its own, by the scene's id; it reads it back with its own checks. */
  readonly scenes: Readonly<Record<string, unknown>>;
}

/** A value of an activation: the image's, or what the layer of that id makes. */
export interface ChosenValue extends ValuePlace {
  readonly of: number | 'image';
}
