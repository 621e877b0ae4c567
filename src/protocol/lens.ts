import type { Conv2dParams } from '../engine/conv2dParams';
import type { Act } from '../session/act';
import type { SavedSession } from '../session/saved';
import type { Notice } from '../session/state';

/** One matrix of a snapshot; its numbers cross apart, once, under `id`. */
export interface ShownMatrix {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
}

/** Input or kernel as the view needs it. */
export interface ShownOperand extends ShownMatrix {
  readonly name: string | undefined;
  readonly plane: number;
  readonly planes: number;
  readonly edited: boolean;
  /** Where the person can be taken to: true for text that is still there. */
  readonly hasSource: boolean;
  /** The preset that these numbers are, by its id. */
  readonly preset: string | undefined;
}

export interface ShownCandidate {
  readonly name: string | undefined;
  readonly rows: number;
  readonly cols: number;
  readonly place: string;
}

/** The whole state of a surface. The plan is not in it: the view makes it from the same sizes and parameters. */
export interface Snapshot {
  readonly revision: number;
  /** Grows when another pair of matrices is brought in from outside; the view then starts at the first step. */
  readonly subject: number;
  readonly input: ShownOperand;
  readonly kernel: ShownOperand;
  /** Undefined while it is being computed, and where no plan exists. */
  readonly output: ShownMatrix | undefined;
  /** 0 to 1 while a long computation runs. */
  readonly progress: number | undefined;
  readonly params: Conv2dParams;
  readonly candidates: readonly ShownCandidate[];
  readonly notice: Notice | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The view keeps this in its own saved state and never reads it. */
  readonly saved: SavedSession;
}

/** Host to view. The view keeps exactly the matrices that the newest snapshot names. */
export type ToView =
  | { readonly type: 'hello'; readonly words: Readonly<Record<string, string>> }
  | {
      readonly type: 'matrix';
      readonly id: string;
      readonly rows: number;
      readonly cols: number;
      readonly data: Float64Array;
    }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot };

/** View to host. `ready` is answered with hello, every matrix and the snapshot. */
export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'act'; readonly act: Act }
  | { readonly type: 'reveal-source'; readonly side: 'input' | 'kernel' };

/** What the view keeps across reloads. `session` is handed back to the host as it came. */
export interface ViewState {
  readonly version: 1;
  readonly session: SavedSession;
  readonly step: number;
  readonly speed: number;
  readonly showWhole: boolean;
  readonly showUses: boolean;
}
