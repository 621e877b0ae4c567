import type { LibraryName, Size } from '../layer';
import type { LayerUse } from './layerReport';
import type { ShapeOrigin } from './tensor';

/** One layer at work in a model. */
export interface ModelRow {
  readonly library: LibraryName;
  /** As written: `nn.Conv2d`. */
  readonly path: string;
  /** The call that describes the layer: UTF-16 code units of the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Which of the model's layers it is: one that is used again has the number of its first use. */
  readonly layer: number;
  readonly use: LayerUse;
}

/** A model of a text, followed from its input to its output, as plain data. */
export interface ModelReport {
  /** The class, or the variable that holds the layers; under it an input shape that a person gives is remembered. */
  readonly key: string;
  /** The variable of the text that holds it; undefined where none does. */
  readonly variable: string | undefined;
  /** Where the class or the list stands. */
  readonly start: number;
  /** The batch first, without a size; undefined where not even the number of axes is known. */
  readonly input: readonly Size[] | undefined;
  readonly output: readonly Size[] | undefined;
  readonly origin: ShapeOrigin | undefined;
  /** All learned and kept numbers as the library counts them; undefined where one of its parts is not known. */
  readonly parameters: Size;
  /** In the order in which the layers are used. */
  readonly rows: readonly ModelRow[];
}
