import type { Size } from '../layer';

/** A size that a reshape asks for: the batch as it is, what is left over (−1), or a number. */
export type ReshapeSize = Size | 'batch' | 'rest';

/** What is done to tensors. */
export type Operation =
  /** The layer whose call ends at this offset. */
  | { readonly kind: 'layer'; readonly end: number }
  | { readonly kind: 'model'; readonly key: string }
  | { readonly kind: 'same' }
  | { readonly kind: 'flatten'; readonly from: Size; readonly to: Size }
  | { readonly kind: 'reshape'; readonly sizes: readonly ReshapeSize[] }
  /** Put together along an axis. */
  | { readonly kind: 'join'; readonly axis: Size }
  /** Cell by cell: both have the same shape, or nothing is known of the result. */
  | { readonly kind: 'cell-by-cell' }
  | { readonly kind: 'unknown' };

/** One operation of a model; `from` are the steps whose results it takes, −1 for the model's input. */
export interface Step {
  readonly operation: Operation;
  readonly from: readonly number[];
  /** Where the text applies a layer that it has described elsewhere. */
  readonly place?: { readonly start: number; readonly end: number };
}

/** What a text does to an input, step after step; a step takes only results of earlier ones. */
export interface Model {
  /** A class's name or the variable that holds it; unlike in one text. */
  readonly key: string;
  /** Offsets in whose lines a comment tells the shape of the input. */
  readonly starts: readonly number[];
  readonly steps: readonly Step[];
  /** The step whose result the model gives; −1 for the input itself, undefined where it cannot be told. */
  readonly output: number | undefined;
  /** The input shape that the model says itself, without the batch: `Input(shape=…)`. */
  readonly given?: readonly Size[] | undefined;
}
