import type { Fill } from '../convolution/conv2dParams';
import type { AxisPlan, Conv2dPlan } from '../convolution/conv2dPlan';
import { fillSource, fillValue } from '../padding/fill';
import type { Machine } from './machine';

/** Added cells on each side of a plane. */
export interface Margins {
  readonly above: number;
  readonly below: number;
  readonly before: number;
  readonly behind: number;
}

/** What the added cells of a plan hold; where they copy cells of the input, the sources lie in WASM memory. */
export interface PlacedMargins {
  readonly margins: Margins;
  readonly fill: Fill;
  /** The address of the sources, as `margins32` of `assembly/planeMargins.ts` reads them; 0 where there are none. */
  readonly sources: number;
}

/** The added cells of a plan. */
export function marginsOf({ height, width }: Conv2dPlan): Margins {
  return { above: height.before, below: height.after, before: width.before, behind: width.after };
}

/** Writes the sources of a plan's added cells into memory; released by their address. */
export function placeMargins(machine: Machine, plan: Conv2dPlan): PlacedMargins {
  const margins = marginsOf(plan);
  const { fill } = plan;
  if (fillValue(fill) !== undefined) return { margins, fill, sources: 0 };
  const table = [...addedSources(plan.height, fill), ...addedSources(plan.width, fill)];
  const sources = machine.arena.allocate(4 * table.length);
  machine.views().int32.set(table, sources / 4);
  return { margins, fill, sources };
}

function addedSources({ before, after, inputSize }: AxisPlan, fill: Fill): number[] {
  return Array.from({ length: before + after }, (_, i) => {
    const position = i < before ? i - before : inputSize + i - before;
    return fillSource(fill, position, inputSize);
  });
}

/** True where both put the same into the same cell. */
export function sameFill(one: Fill, other: Fill): boolean {
  return one.kind === other.kind && Object.is(fillValue(one), fillValue(other));
}

/** True where each side of the first is at most that of the second. */
export function isWithin(one: Margins, other: Margins): boolean {
  return (
    one.above <= other.above && one.below <= other.below && one.before <= other.before && one.behind <= other.behind
  );
}

/** The larger of the two on each side. */
export function union(one: Margins, other: Margins): Margins {
  return {
    above: Math.max(one.above, other.above),
    below: Math.max(one.below, other.below),
    before: Math.max(one.before, other.before),
    behind: Math.max(one.behind, other.behind),
  };
}
