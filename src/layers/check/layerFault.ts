import type { Size } from '../layer';
import type { LayerProblem } from '../layerProblem';

/** A change of the text that mends a fault. */
export interface LayerFix {
  /** UTF-16 code units of the text, half-open: exactly the characters that are replaced. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The argument that is changed. */
  readonly argument: string;
}

/** A call of a layer that its library refuses, as plain data. */
export interface LayerFault {
  /** As written: `nn.Linear`. */
  readonly path: string;
  /** UTF-16 code units of the text, half-open: the argument that does not fit, or the name of the layer. */
  readonly start: number;
  readonly end: number;
  readonly problem: LayerProblem;
  /** What comes in; the batch first, without a size. */
  readonly input: readonly Size[];
  /** The argument that does not fit; undefined where it is no single one. */
  readonly argument: string | undefined;
  /** Sizes whose product the right number is, where that comes from a flattened tensor. */
  readonly factors: readonly number[] | undefined;
  /** Whether the input has to be flattened before the layer. */
  readonly needsFlatten: boolean;
  readonly fixes: readonly LayerFix[];
}
