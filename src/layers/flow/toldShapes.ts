import type { Size } from '../layer';
import type { ShapeOrigin } from './tensor';
import type { TextLines } from './textLines';

/** A shape as somebody has written it, perhaps without the batch. */
export interface ToldShape {
  readonly shape: readonly Size[];
  readonly origin: ShapeOrigin;
}

/** Everything that a text, or the person, says of input shapes. */
export interface ToldShapes {
  readonly lines: TextLines;
  /** By line. */
  readonly comments: ReadonlyMap<number, readonly Size[]>;
  /** What a layer says of its input itself, `input_shape=…`, by the end of its call. */
  readonly said: ReadonlyMap<number, ToldShape>;
  /** The person's answers, by the key of a model or the text of a call. */
  readonly remembered: ReadonlyMap<string, readonly Size[]>;
  /** The beginning of a call as it is written, which an answer for it alone is remembered under. */
  readonly written: (call: { readonly start: number; readonly end: number }) => string;
}

/** The shape with its batch first, without a size: whether it was written is told by the axes that the layers have. */
export function withBatch({ shape, origin }: ToldShape, axes: number | undefined): readonly Size[] | undefined {
  if (axes !== undefined) {
    if (shape.length === axes + 1) return [undefined, ...shape];
    return shape.length === axes + 2 ? [undefined, ...shape.slice(1)] : undefined;
  }
  const hasBatch = origin.kind === 'tensor' || (shape.length > 1 && shape[0] === undefined);
  return hasBatch ? [undefined, ...shape.slice(1)] : [undefined, ...shape];
}
