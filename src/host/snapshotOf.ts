import { presetOf } from '../engine/kernels/presets';
import type { Matrix } from '../engine/tensor';
import type { ShownCandidate, ShownOperand, Snapshot } from '../protocol/lens';
import type { History } from '../session/history';
import { type Operand, planeLayout } from '../session/operand';
import { saveSession } from '../session/saved';
import type { MatrixShelf } from './matrixShelf';

/** What the surface shows besides its session: matrices that were cut out or computed. */
export interface Shown {
  readonly revision: number;
  readonly subject: number;
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly output: Matrix | undefined;
  readonly progress: number | undefined;
}

/** The whole state of a surface as it crosses to the view. */
export function snapshotOf(history: History, shown: Shown, shelf: MatrixShelf): Snapshot {
  const { present } = history;
  const { output } = shown;
  return {
    revision: shown.revision,
    subject: shown.subject,
    input: shownOperand(present.input, shown.input, shelf),
    kernel: shownOperand(present.kernel, shown.kernel, shelf),
    output: output && { id: shelf.idOf(output), rows: output.shape[0], cols: output.shape[1] },
    progress: shown.progress,
    params: present.params,
    candidates: present.candidates.map(shownCandidate),
    notice: present.notice,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    saved: saveSession(present),
  };
}

function shownOperand(operand: Operand, matrix: Matrix, shelf: MatrixShelf): ShownOperand {
  return {
    id: shelf.idOf(matrix),
    rows: matrix.shape[0],
    cols: matrix.shape[1],
    name: operand.name,
    plane: operand.plane,
    planes: planeLayout(operand.tensor.shape).count,
    edited: operand.written !== undefined,
    hasSource: operand.origin.kind === 'text',
    preset: presetOf(matrix)?.id,
  };
}

function shownCandidate({ name, tensor, origin }: Operand): ShownCandidate {
  const { rows, cols } = planeLayout(tensor.shape);
  return { name, rows, cols, place: origin.kind === 'text' ? origin.place : '' };
}
