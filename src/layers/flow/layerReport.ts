import type { AxisReceptiveField } from '../../engine/solve/receptiveField';
import type { Layer, LibraryName, Size } from '../layer';
import type { LayerProblem } from '../layerProblem';
import type { LayerCost } from '../shape/layerCost';
import type { LayerResult } from '../shape/layerResult';
import type { ShapeOrigin } from './tensor';

/** A layer at work on one input. */
export interface LayerUse {
  /** The layer as it is here: one call describes several where its arguments have names. */
  readonly layer: Layer | LayerProblem;
  /** The batch first, without a size; undefined where not even the number of axes is known. */
  readonly input: readonly Size[] | undefined;
  /** Where the shape that came in at the model's start is from; undefined where none is known. */
  readonly origin: ShapeOrigin | undefined;
  /** What the layer makes of it, or why it cannot; undefined where nothing can be said. */
  readonly result: LayerResult | LayerProblem | undefined;
  readonly cost: LayerCost | undefined;
  /** After the layer, of each spatial axis; undefined where it is not known or is all of the input. */
  readonly field: readonly AxisReceptiveField[] | undefined;
}

/** What is known of a call of a layer in a text, as plain data. */
export interface LayerReport {
  readonly library: LibraryName;
  /** As written: `nn.Conv2d`. */
  readonly path: string;
  /** UTF-16 code units of the text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly layer: Layer | LayerProblem;
  /** In the order in which the text uses the layer; one at least. */
  readonly uses: readonly LayerUse[];
  /** Under what an input shape that a person gives is remembered. */
  readonly key: string;
}
