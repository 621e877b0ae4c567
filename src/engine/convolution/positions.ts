import type { AxisPlan } from './conv2dPlan';

/** Where one patch lies on the padded axis: its first and last cell, both included. */
export interface Position {
  readonly first: number;
  readonly last: number;
}

/** The patch that would come after the last one, and what it lacks. Places count on the padded axis. */
export interface CrossingPatch extends Position {
  /** The first cell that it would read behind the end, and the last. */
  readonly firstMissing: number;
  readonly lastMissing: number;
  /** How many of the cells that it would read are missing; with dilation fewer than lie between the two. */
  readonly missing: number;
}

/** How many patches an axis has. */
export function positionCount(axis: AxisPlan): number {
  return axis.outputSize;
}

/** The place of patch `index` on the padded axis, counted from 0; subtract `axis.before` for cells of the input. */
export function positionAt(axis: AxisPlan, index: number): Position {
  const first = index * axis.stride;
  return { first, last: first + axis.span - 1 };
}

/** The first patch that is not taken because it would cross the end of the padded axis. */
export function crossingPatch(axis: AxisPlan): CrossingPatch {
  const { first, last } = positionAt(axis, axis.outputSize);
  const present = Math.min(Math.max(Math.ceil((axis.paddedSize - first) / axis.dilation), 0), axis.kernelSize);
  const firstMissing = first + present * axis.dilation;
  return { first, last, firstMissing, lastMissing: last, missing: axis.kernelSize - present };
}
