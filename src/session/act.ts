import type { Conv2dParams } from '../engine/convolution/conv2dParams';

export type Side = 'input' | 'kernel';

/** What a person can do to a session; each comes back from the view as one message. */
export type Act =
  | { readonly kind: 'set-params'; readonly params: Partial<Conv2dParams> }
  | { readonly kind: 'use-preset'; readonly id: string }
  | { readonly kind: 'use-candidate'; readonly side: Side; readonly index: number }
  | {
      readonly kind: 'edit-cell';
      readonly side: Side;
      readonly row: number;
      readonly col: number;
      readonly value: number;
    }
  | { readonly kind: 'resize'; readonly side: Side; readonly rows: number; readonly cols: number }
  | { readonly kind: 'show-plane'; readonly side: Side; readonly plane: number }
  | { readonly kind: 'swap' }
  | { readonly kind: 'compute-anyway' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** The largest side that a matrix can be given by hand. */
export const maxDraftSide = 64;
