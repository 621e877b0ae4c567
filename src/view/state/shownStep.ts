import type { Conv2dPlan } from '../../engine/conv2dPlan';
import { explainCell, type Term } from '../../engine/explainCell';
import type { Matrix } from '../../engine/tensor';
import type { CellAt } from './lensModel';

/** A step with its terms, as the engine adds them. */
export interface ShownStep extends CellAt {
  readonly step: number;
  readonly terms: readonly Term[];
  readonly sum: number;
  /** Rows and columns of the unpadded input that the patch reads; they may lie outside it. */
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}

interface StepParts {
  readonly plan: Conv2dPlan | undefined;
  readonly input: Matrix | undefined;
  readonly kernel: Matrix | undefined;
}

/** The step with that number in reading order of the map. */
export function shownStep({ plan, input, kernel }: StepParts, step: number): ShownStep | undefined {
  if (plan === undefined || input === undefined || kernel === undefined) return undefined;
  const row = Math.floor(step / plan.width.outputSize);
  const col = step % plan.width.outputSize;
  const { terms, sum } = explainCell(plan, input, kernel, undefined, { batch: 0, channel: 0, row, col });
  const reach = (axis: Conv2dPlan['height'], output: number) =>
    Array.from({ length: axis.kernelSize }, (_, tap) => output * axis.stride - axis.before + tap * axis.dilation);
  return { step, row, col, terms, sum, rows: reach(plan.height, row), cols: reach(plan.width, col) };
}
