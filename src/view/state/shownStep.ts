import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { explainCell, type Term } from '../../engine/convolution/explainCell';
import type { Cells } from './cells';
import type { CellAt } from './lensModel';

/** A step with its terms, as the engine adds them. */
export interface ShownStep extends CellAt {
  readonly step: number;
  /** Undefined while a value is on its way, and for sums too long to be written out. */
  readonly terms: readonly Term[] | undefined;
  readonly sum: number | undefined;
  /** Rows and columns of the unpadded input that the patch reads; they may lie outside it. */
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}

interface StepParts {
  readonly plan: Conv2dPlan | undefined;
  readonly input: Cells | undefined;
  readonly kernel: Cells | undefined;
  readonly output: Cells | undefined;
}

/** The most products that are shown one by one. */
export const mostTerms = 1600;

/** The step with that number in reading order of the map. */
export function shownStep({ plan, input, kernel, output }: StepParts, step: number): ShownStep | undefined {
  if (plan === undefined || input === undefined || kernel === undefined) return undefined;
  const row = Math.floor(step / plan.width.outputSize);
  const col = step % plan.width.outputSize;
  const reach = (axis: Conv2dPlan['height'], at: number) =>
    Array.from({ length: axis.kernelSize }, (_, tap) => at * axis.stride - axis.before + tap * axis.dilation);
  const place = { step, row, col, rows: reach(plan.height, row), cols: reach(plan.width, col) };
  if (kernel.whole === undefined || kernel.rows * kernel.cols > mostTerms)
    return { ...place, terms: undefined, sum: output?.at(row, col) };
  let isWhole = true;
  const read = (_: number, inputRow: number, inputCol: number) => {
    const value = input.at(inputRow, inputCol);
    isWhole &&= value !== undefined;
    return value ?? 0;
  };
  const { terms, sum } = explainCell(plan, read, kernel.whole, undefined, { batch: 0, channel: 0, row, col });
  return isWhole ? { ...place, terms, sum } : { ...place, terms: undefined, sum: undefined };
}
