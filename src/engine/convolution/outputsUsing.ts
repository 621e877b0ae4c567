import { fillSource } from '../padding/fill';
import type { Fill } from './conv2dParams';
import type { AxisPlan, Conv2dPlan } from './conv2dPlan';

/** One use of an input cell: the output cell that reads it, and the weight that it is multiplied with. */
export interface InputUse {
  readonly row: number;
  readonly col: number;
  readonly kernelRow: number;
  readonly kernelCol: number;
}

interface AxisUse {
  readonly output: number;
  /** Place in the patch, from its first row or column. */
  readonly place: number;
}

interface FilledUse extends AxisUse {
  /** Whether the cell is read at its own place, not a copy of it. */
  readonly direct: boolean;
}

/** All uses of an input cell at its own place, by output row, then column; not those of its copies in the padding. */
export function outputsUsing(plan: Conv2dPlan, inputRow: number, inputCol: number): readonly InputUse[] {
  return combine(plan, directUses(plan.height, inputRow), directUses(plan.width, inputCol), () => true);
}

/** All uses of the copies of an input cell that the fill puts into the padding; none where the fill is a constant. */
export function outputsUsingCopies(plan: Conv2dPlan, inputRow: number, inputCol: number): readonly InputUse[] {
  const rows = allUses(plan.height, plan.fill, inputRow);
  const cols = allUses(plan.width, plan.fill, inputCol);
  return combine(plan, rows, cols, (row, col) => !(row.direct && col.direct));
}

function combine<Use extends AxisUse>(
  plan: Conv2dPlan,
  rows: readonly Use[],
  cols: readonly Use[],
  isWanted: (row: Use, col: Use) => boolean,
): readonly InputUse[] {
  const uses: InputUse[] = [];
  for (const row of rows) {
    for (const col of cols) {
      if (!isWanted(row, col)) continue;
      const kernelRow = plan.flip ? plan.height.kernelSize - 1 - row.place : row.place;
      const kernelCol = plan.flip ? plan.width.kernelSize - 1 - col.place : col.place;
      uses.push({ row: row.output, col: col.output, kernelRow, kernelCol });
    }
  }
  return uses;
}

function directUses(axis: AxisPlan, index: number): readonly AxisUse[] {
  const uses: AxisUse[] = [];
  for (let place = axis.kernelSize - 1; place >= 0; place--) {
    const output = (index + axis.before - place * axis.dilation) / axis.stride;
    if (Number.isInteger(output) && output >= 0 && output < axis.outputSize) {
      uses.push({ output, place });
    }
  }
  return uses;
}

function allUses(axis: AxisPlan, fill: Fill, index: number): readonly FilledUse[] {
  const uses: FilledUse[] = [];
  for (let output = 0; output < axis.outputSize; output++) {
    for (let place = 0; place < axis.kernelSize; place++) {
      const position = output * axis.stride - axis.before + place * axis.dilation;
      if (fillSource(fill, position, axis.inputSize) === index) {
        uses.push({ output, place, direct: position === index });
      }
    }
  }
  return uses;
}
