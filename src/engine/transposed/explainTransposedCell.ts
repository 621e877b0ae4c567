import type { OutputCell } from '../convolution/explainCell';
import type { Tensor } from '../tensor';
import type { ConvTranspose2dPlan, TransposedAxisPlan } from './convTranspose2dPlan';

/** One input cell times the weight that it lays on the output cell. */
export interface TransposedTerm {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
  /** The input's channel, counted through all groups. */
  readonly channel: number;
  readonly row: number;
  readonly col: number;
  readonly kernelRow: number;
  readonly kernelCol: number;
}

/** How one output cell of a transposed convolution comes about. */
export interface TransposedCellExplanation {
  /** In the order of addition; empty where no kernel reaches the cell. */
  readonly terms: readonly TransposedTerm[];
  readonly bias: number | undefined;
  readonly sum: number;
}

/** An input row or column that reaches an output cell, and the row or column of the kernel that lies there. */
interface Reach {
  readonly input: number;
  readonly kernel: number;
}

/**
 * The terms of an output cell, each index from 0; adding their products in order from +0, then the bias, is
 * `convTranspose2d`'s value bit for bit. The data must have the plan's shapes.
 */
export function explainTransposedCell(
  plan: ConvTranspose2dPlan,
  input: Tensor,
  kernel: Tensor,
  bias: Float64Array | undefined,
  cell: OutputCell,
): TransposedCellExplanation {
  const { height, width, inputChannels, groups } = plan;
  const groupInputs = inputChannels / groups;
  const groupOutputs = plan.outputChannels / groups;
  const firstChannel = Math.floor(cell.channel / groupOutputs) * groupInputs;
  const rows = reaching(height, cell.row, plan.flip);
  const cols = reaching(width, cell.col, plan.flip);
  const terms: TransposedTerm[] = [];
  let sum = 0;
  for (let channel = firstChannel; channel < firstChannel + groupInputs; channel++) {
    const inputPlane = cell.batch * inputChannels + channel;
    const kernelPlane = channel * groupOutputs + (cell.channel % groupOutputs);
    for (const { input: row, kernel: kernelRow } of rows) {
      for (const { input: col, kernel: kernelCol } of cols) {
        const value = input.data[(inputPlane * height.inputSize + row) * width.inputSize + col]!;
        const weight = kernel.data[(kernelPlane * height.kernelSize + kernelRow) * width.kernelSize + kernelCol]!;
        terms.push({ value, weight, product: value * weight, channel, row, col, kernelRow, kernelCol });
        sum += value * weight;
      }
    }
  }
  const added = bias?.[cell.channel];
  return { terms, bias: added, sum: added === undefined ? sum : sum + added };
}

function reaching(
  { inputSize, kernelSize, stride, dilation, before }: TransposedAxisPlan,
  output: number,
  flip: boolean,
): readonly Reach[] {
  const reaches: Reach[] = [];
  for (let place = kernelSize - 1; place >= 0; place--) {
    const input = (output + before - place * dilation) / stride;
    if (!Number.isInteger(input) || input < 0 || input >= inputSize) continue;
    reaches.push({ input, kernel: flip ? kernelSize - 1 - place : place });
  }
  return reaches;
}
