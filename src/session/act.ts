import type { Conv2dParams } from '../engine/convolution/conv2dParams';
import type { Orientation } from '../engine/kernels/orientation';
import type { Pattern } from '../engine/patterns/pattern';
import type { CellBlock } from './operand';

export type Side = 'input' | 'kernel';

/** The worked examples of the course: every step, one patch, a step edge, nine patches. */
export const exampleIds = ['every-step', 'one-patch', 'bright-edge', 'nine-patches'] as const;

export type ExampleId = (typeof exampleIds)[number];

/** What a person can do to a session; each comes back from the view as one message. */
export type Act =
  | { readonly kind: 'set-params'; readonly params: Partial<Conv2dParams> }
  | { readonly kind: 'use-preset'; readonly id: string }
  | { readonly kind: 'use-candidate'; readonly side: Side; readonly index: number }
  | { readonly kind: 'use-example'; readonly id: ExampleId }
  | { readonly kind: 'use-pattern'; readonly side: Side; readonly pattern: Pattern }
  | {
      readonly kind: 'edit-cell';
      readonly side: Side;
      readonly row: number;
      readonly col: number;
      readonly value: number;
    }
  | ({ readonly kind: 'edit-block'; readonly side: Side } & CellBlock)
  | { readonly kind: 'resize'; readonly side: Side; readonly rows: number; readonly cols: number }
  | { readonly kind: 'orient'; readonly side: Side; readonly orientation: Orientation }
  | { readonly kind: 'scale'; readonly side: Side; readonly factor: number }
  /** Divides by the sum, which becomes 1. */
  | { readonly kind: 'normalise'; readonly side: Side }
  | { readonly kind: 'show-plane'; readonly side: Side; readonly plane: number }
  | { readonly kind: 'swap' }
  | { readonly kind: 'compute-anyway' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** The largest side that a matrix can be given by hand. */
export const maxDraftSide = 64;
