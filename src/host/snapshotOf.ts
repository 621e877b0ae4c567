import { presetOf } from '../engine/kernels/presets';
import type { Matrix } from '../engine/tensor';
import { mostWholeCells, type ShownCandidate, type ShownOperand, type Snapshot } from '../protocol/lens';
import type { History } from '../session/history';
import { type Operand, operandLayout } from '../session/operand';
import { readingReport } from '../session/readingReport';
import type { SessionState } from '../session/state';
import { type KernelTold, kernelTold } from '../words/kernelTold';
import { type ReadingTold, readingTold } from '../words/readingWords';
import { shownText } from '../words/shownText';
import type { Translate } from '../words/translate';
import type { FeatureMap } from './computation';
import type { MatrixShelf } from './matrixShelf';

/** How far the computation of a state is. */
export interface Computed {
  readonly output: FeatureMap | undefined;
  /** 0 to 1 while it takes longer than a moment. */
  readonly progress: number | undefined;
  readonly cancelled: boolean;
  /** How many seconds it is expected to take where the person is asked first. */
  readonly seconds: number | undefined;
}

/** All that a surface shows: its session, and matrices that were cut out or computed. */
export interface Shown extends Computed {
  readonly history: History;
  /** The present session, or that with a number that is being typed. */
  readonly state: SessionState;
  readonly revision: number;
  readonly subject: number;
  readonly input: Matrix;
  readonly kernel: Matrix;
}

/** The whole state of a surface as it crosses to the view. */
export function snapshotOf(shown: Shown, shelf: MatrixShelf, t: Translate): Snapshot {
  const { history, output, state: present } = shown;
  return {
    revision: shown.revision,
    subject: shown.subject,
    input: { ...shownOperand(t, present.input, shown.input, shelf), told: undefined },
    kernel: { ...shownOperand(t, present.kernel, shown.kernel, shelf), told: toldOf(t, shown.kernel) },
    output: output && {
      id: shelf.idOf(output.matrix),
      rows: output.matrix.shape[0],
      cols: output.matrix.shape[1],
      path: output.path,
      error: output.error,
    },
    progress: shown.progress,
    cancelled: shown.cancelled,
    params: present.params,
    ceiling: present.ceiling,
    seconds: shown.seconds,
    candidates: present.candidates.map(shownCandidate),
    notice: present.notice,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

function shownOperand(t: Translate, operand: Operand, matrix: Matrix, shelf: MatrixShelf): Omit<ShownOperand, 'told'> {
  return {
    id: shelf.idOf(matrix),
    rows: matrix.shape[0],
    cols: matrix.shape[1],
    name: operand.name && shownText(operand.name),
    plane: operand.plane,
    planes: operandLayout(operand).count,
    edited: operand.written !== undefined,
    hasSource: operand.origin.kind === 'text',
    computed: operand.origin.kind === 'text' && operand.places?.computed === true,
    preset: presetOf(matrix)?.id,
    reading: readingOf(t, operand),
  };
}

const readings = new WeakMap<Operand, { readonly told: ReadingTold | undefined }>();

/** Snapshots come often, and a report looks at every number. */
function readingOf(t: Translate, operand: Operand): ReadingTold | undefined {
  const report = readings.get(operand) ? undefined : readingReport(operand);
  const known = readings.get(operand) ?? { told: report && readingTold(t, report) };
  readings.set(operand, known);
  return known.told;
}

function shownCandidate(operand: Operand): ShownCandidate {
  const { name, origin } = operand;
  const { rows, cols } = operandLayout(operand);
  const place = origin.kind === 'text' ? shownText(origin.place) : '';
  return { name: name && shownText(name), rows, cols, place };
}

const told = new WeakMap<Matrix, KernelTold>();

/** Snapshots come often, kernels change seldom. */
function toldOf(t: Translate, kernel: Matrix): KernelTold | undefined {
  // What is that large is a picture that has changed places with its kernel.
  if (kernel.data.length > mostWholeCells) return undefined;
  const known = told.get(kernel) ?? kernelTold(t, kernel);
  told.set(kernel, known);
  return known;
}
