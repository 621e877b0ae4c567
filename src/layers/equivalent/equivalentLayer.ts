import type { Layer } from '../layer';
import { kerasLines } from './kerasLines';
import { torchLines } from './torchLines';

/** What has to be known when weights or data are carried over; a sentence each. */
export type EquivalentNote =
  | 'channels-last'
  | 'channels-first'
  /** PyTorch's (out, in, rows, columns) is Keras's (rows, columns, in, out). */
  | 'kernel-axes'
  /** PyTorch's (in, out, rows, columns) is Keras's (rows, columns, out, in). */
  | 'transposed-kernel-axes'
  | 'dense-axes'
  /** What is flattened stands in another order. */
  | 'flatten-order'
  /** What is padded is never the largest. */
  | 'lowest-padding'
  /** *Same* with a stride depends on the size of the input. */
  | 'for-this-size';

/** Layers of another library that give the same numbers. */
export interface Equivalent {
  readonly library: 'PyTorch' | 'Keras';
  /** Code, one layer a line, to be used one after the other. */
  readonly lines: readonly string[];
  readonly notes: readonly EquivalentNote[];
}

/** A layer at work: `path` tells which pooling it is, `input` how large what comes in is; the batch first. */
export interface GivenLayer {
  readonly layer: Layer;
  readonly path: string;
  readonly input: readonly (number | undefined)[] | undefined;
}

/**
 * A layer of PyTorch as Keras's with the same numbers, and the other way round; undefined where there is none, or where it
 * depends on what is not known. Sources: docs.pytorch.org 2.13, keras.io 3.15; both checked by their numbers.
 */
export function equivalentLayer(given: GivenLayer): Equivalent | undefined {
  const { library } = given.layer;
  if (library === 'torch') {
    const made = kerasLines(given);
    return made && { library: 'Keras', ...made };
  }
  if (library !== 'keras') return undefined;
  const made = torchLines(given);
  return made && { library: 'PyTorch', ...made };
}
