import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import type { Size } from '../layer';

/** What a layer makes of an input. */
export interface LayerResult {
  /** Undefined where not even the number of axes is known; a size is undefined where it depends on names. */
  readonly outputShape: readonly Size[] | undefined;
  /** Learned and kept numbers; undefined where they depend on names, or belong to arrays that are handed over. */
  readonly parameters: Size;
  /** Of each spatial axis the geometry, where a window slides and all of its numbers are known. */
  readonly axes: readonly (AxisPlan | undefined)[];
}

/** The product of sizes; undefined where one is. */
export function product(sizes: readonly Size[]): Size {
  return sizes.reduce<Size>((all, size) => (all === undefined || size === undefined ? undefined : all * size), 1);
}

/** The sum of sizes; undefined where one is. */
export function sum(...sizes: readonly Size[]): Size {
  return sizes.reduce<Size>((all, size) => (all === undefined || size === undefined ? undefined : all + size), 0);
}
