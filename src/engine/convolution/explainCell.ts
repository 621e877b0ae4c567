import { fillValue } from '../padding/fill';
import type { Tensor } from '../tensor';
import type { Conv2dPlan, Tap } from './conv2dPlan';
import { patchAt } from './patch';

/** One input value times one weight. */
export interface Term {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
  /** The input's channel, counted through all groups. */
  readonly channel: number;
  readonly tap: Tap;
}

/** How one output cell comes about. */
export interface CellExplanation {
  /** In the order of addition. */
  readonly terms: readonly Term[];
  readonly bias: number | undefined;
  readonly sum: number;
}

/** A cell of the output, each index from 0. */
export interface OutputCell {
  readonly batch: number;
  readonly channel: number;
  readonly row: number;
  readonly col: number;
}

/** Reads the input where not all of it is at hand: the value of a cell of a plane, batches and channels counted through. */
export type ReadInput = (plane: number, row: number, col: number) => number;

/**
 * The terms of an output cell, each index from 0; adding their products in order from +0, then the bias, is `conv2d`'s
 * value bit for bit. Input NCHW and kernel OIHW, with the plan's shapes.
 */
export function explainCell(
  plan: Conv2dPlan,
  input: Tensor | ReadInput,
  kernel: Tensor,
  bias: Float64Array | undefined,
  cell: OutputCell,
): CellExplanation {
  const { taps } = patchAt(plan, cell.row, cell.col);
  const channels = plan.kernelShape[1];
  const firstChannel = Math.floor(cell.channel / (plan.outputChannels / plan.groups)) * channels;
  const read = typeof input === 'function' ? input : readerOf(plan, input);
  const constant = fillValue(plan.fill) ?? 0;
  const terms: Term[] = [];
  let sum = 0;
  for (let c = 0; c < channels; c++) {
    const channel = firstChannel + c;
    const inputPlane = cell.batch * plan.inputChannels + channel;
    const kernelPlane = cell.channel * channels + c;
    for (const tap of taps) {
      const value = tap.source ? read(inputPlane, tap.source[0], tap.source[1]) : constant;
      const weight = weightOf(plan, kernel, kernelPlane, tap);
      const product = value * weight;
      terms.push({ value, weight, product, channel, tap });
      sum += product;
    }
  }
  const added = bias?.[cell.channel];
  return { terms, bias: added, sum: added === undefined ? sum : sum + added };
}

function readerOf({ height, width }: Conv2dPlan, { data }: Tensor): ReadInput {
  return (plane, row, col) => data[(plane * height.inputSize + row) * width.inputSize + col]!;
}

function weightOf({ height, width }: Conv2dPlan, kernel: Tensor, plane: number, tap: Tap): number {
  return kernel.data[(plane * height.kernelSize + tap.kernelRow) * width.kernelSize + tap.kernelCol]!;
}
