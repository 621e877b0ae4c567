import { type CellExplanation, explainCell } from '../../engine/convolution/explainCell';
import type { Translate } from '../../words/translate';
import type { WorkedExample } from '../program/workedExample';
import type { PageLook } from './pageLook';

/** What a page shows: one step of a worked example. */
export interface PageOrder {
  readonly example: WorkedExample;
  /** The output cell of the step, from 0 in reading order. */
  readonly step: number;
  /** The map is shown whole, not only up to the step. */
  readonly isWhole: boolean;
  readonly look: PageLook;
  readonly t: Translate;
}

/** Row and column of the map's cell at a step. */
export function stepCell({ example, step }: Pick<PageOrder, 'example' | 'step'>): readonly [row: number, col: number] {
  const cols = example.plan.width.outputSize;
  return [Math.floor(step / cols), step % cols];
}

/** The terms of a step and their sum. */
export function stepTerms(order: Pick<PageOrder, 'example' | 'step'>): CellExplanation {
  const { plan, input, kernel } = order.example;
  const [row, col] = stepCell(order);
  const image = { shape: plan.inputShape, data: input.data };
  const weights = { shape: plan.kernelShape, data: kernel.data };
  return explainCell(plan, image, weights, undefined, { batch: 0, channel: 0, row, col });
}
