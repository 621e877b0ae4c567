import type { Layer } from '../layer';
import type { Bound } from './bound';
import type { Signature } from './signature';

/** How one layer of a library is read from the arguments of its call. */
export interface LayerReader {
  readonly signature: Signature;
  /** The layer; throws `BadArgument` for arguments that make no sense. `shapes` gives the shapes of arrays by their names. */
  readonly read: (bound: Bound, shapes: ArrayShapes) => Layer;
}

/** The shape of an array by the name that a call gives it; undefined where it is not known. */
export type ArrayShapes = (name: string) => readonly number[] | undefined;

/** The layers of a library by the name that stands last in a call. */
export type LayerReaders = Readonly<Record<string, LayerReader>>;
