import { type AxisReads, axisReads } from '../axisReads';
import type { LayerPlan, PlannedStage } from '../networkStage';

/** How far a map moves along one axis when the image moves, and which of its cells see a border. */
export interface AxisShift {
  /** In cells of the map. */
  readonly expected: number;
  /** Whether it was a whole number in every stage so far. */
  readonly isWhole: boolean;
  /** For each cell 1 where some stage so far read padding, or places that are not there, for it. */
  readonly seesBorder: Uint8Array;
  /** The shift times all strides of transposed convolutions, by those of all others: `expected` without roundings. */
  readonly over: number;
  readonly under: number;
}

/** Before any stage. */
export function unmoved(by: number, size: number): AxisShift {
  return { expected: by, isWhole: true, seesBorder: new Uint8Array(size), over: by, under: 1 };
}

/** After one more stage. */
export function shiftAfter({ plan }: PlannedStage, axis: 'height' | 'width', before: AxisShift): AxisShift {
  const reads = axisReads(plan, axis);
  if (!reads) return before;
  const stride = strideOf(plan, axis);
  const over = plan.kind === 'transposed' ? before.over * stride : before.over;
  const under = plan.kind === 'transposed' ? before.under : before.under * stride;
  const isWhole = before.isWhole && over % under === 0;
  return { expected: over / under, isWhole, seesBorder: borders(reads, before.seesBorder), over, under };
}

function strideOf(plan: LayerPlan, axis: 'height' | 'width'): number {
  if (plan.kind === 'conv' || plan.kind === 'transposed') return plan.geometry[axis].stride;
  const own = plan.kind === 'pool' ? plan.geometry[axis] : undefined;
  return own?.kind === 'strided' ? own.stride : 1;
}

function borders({ inputSize, outputSize, placesOf }: AxisReads, seenBefore: Uint8Array): Uint8Array {
  const isBorder = (place: number) => place < 0 || place >= inputSize || seenBefore[place] === 1;
  return new Uint8Array(outputSize).map((_, output) => (placesOf(output).some(isBorder) ? 1 : 0));
}
