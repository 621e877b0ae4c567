import { planConv2d } from '../engine/convolution/planConv2d';
import { canBeAgreed, workOf } from '../engine/convolution/planWithinCeiling';
import { kernelSum } from '../engine/kernels/kernelSum';
import { oriented } from '../engine/kernels/orientation';
import { isPlanProblem } from '../engine/planProblem';
import type { Matrix } from '../engine/tensor';
import { type Act, maxDraftSide, type Side } from './act';
import {
  type CellBlock,
  type Operand,
  operandLayout,
  planeShape,
  resized,
  shownMatrix,
  withBlock,
  withCell,
  withPlane,
} from './operand';
import { patternMatrix } from './patternMatrix';
import { draftSession, exampleSession, presetOperand } from './start';
import type { Notice, SessionState } from './state';

/** An act that changes the state itself; undo and redo belong to the history. */
export type Change = Exclude<Act, { readonly kind: 'undo' | 'redo' }>;

/** The state after an act; the very same state where the act cannot apply. */
export function reduce(state: SessionState, act: Change): SessionState {
  switch (act.kind) {
    case 'set-params':
      return { ...state, params: { ...state.params, ...act.params } };
    case 'use-preset':
      return withOperand(state, 'kernel', presetOperand(act.id));
    case 'use-candidate':
      return withOperand(state, act.side, state.candidates[act.index]);
    case 'use-example':
      return { ...exampleSession(act.id), candidates: state.candidates };
    case 'edit-cell':
      return withOperand(state, act.side, editedCell(state[act.side], act));
    case 'edit-block':
      return withOperand(state, act.side, editedBlock(state[act.side], act));
    case 'use-pattern':
    case 'resize':
    case 'orient':
    case 'scale':
    case 'normalise':
      return withWhole(state, act.side, changedWhole(state[act.side], act));
    case 'show-plane':
      return withOperand(state, act.side, shownPlane(state[act.side], act.plane));
    case 'compute-anyway':
      return withCeiling(state);
    case 'swap':
      return { ...state, input: state.kernel, kernel: state.input };
    case 'start-over':
      return draftSession();
  }
}

function withOperand(state: SessionState, side: Side, operand: Operand | undefined): SessionState {
  return operand === undefined ? state : { ...state, [side]: operand };
}

/** What is done to a whole matrix is not written into its text, which is told once. */
function withWhole(state: SessionState, side: Side, operand: Operand | undefined): SessionState {
  const { origin, written } = state[side];
  if (operand === undefined) return state;
  const notice: Notice | undefined =
    origin.kind === 'text' && written === undefined
      ? { code: 'kept-here', place: origin.place, reason: 'whole' }
      : state.notice;
  return { ...state, [side]: operand, notice };
}

type WholeAct = Extract<Act, { readonly kind: 'use-pattern' | 'resize' | 'orient' | 'scale' | 'normalise' }>;

function changedWhole(operand: Operand, act: WholeAct): Operand | undefined {
  if (act.kind === 'resize') return resizedOperand(operand, act.rows, act.cols);
  const before = shownMatrix(operand);
  const after = changedMatrix(before, act);
  return after === undefined || isSameMatrix(before, after) ? undefined : withPlane(operand, after);
}

function changedMatrix(matrix: Matrix, act: Exclude<WholeAct, { readonly kind: 'resize' }>): Matrix | undefined {
  switch (act.kind) {
    case 'use-pattern':
      return patternMatrix(act.pattern, ...matrix.shape);
    case 'orient':
      return oriented(matrix, act.orientation);
    case 'scale':
      // A negative zero would only puzzle here.
      return mapped(matrix, (value) => value * act.factor + 0);
    case 'normalise': {
      const { sum, constant } = kernelSum(matrix);
      return constant === 'scaled' && Number.isFinite(sum) ? mapped(matrix, (value) => value / sum + 0) : undefined;
    }
  }
}

function mapped({ shape, data }: Matrix, change: (value: number) => number): Matrix {
  return { shape, data: data.map(change) };
}

function isSameMatrix(one: Matrix, other: Matrix): boolean {
  const isShape = one.shape.every((side, axis) => side === other.shape[axis]);
  return isShape && one.data.every((value, i) => Object.is(value, other.data[i]));
}

/** The ceiling rises to what the present state takes, and holds for less; what is more is asked about again. */
function withCeiling(state: SessionState): SessionState {
  const plan = planConv2d(planeShape(state.input), planeShape(state.kernel), state.params);
  if (isPlanProblem(plan)) return state;
  const work = workOf(plan);
  return canBeAgreed({ ...work }) ? { ...state, ceiling: work } : state;
}

function editedCell(operand: Operand, at: { row: number; col: number; value: number }): Operand | undefined {
  const { rows, cols } = operandLayout(operand);
  return at.row < rows && at.col < cols ? withCell(operand, at.row, at.col, at.value) : undefined;
}

function editedBlock(operand: Operand, block: CellBlock): Operand | undefined {
  const { rows, cols } = operandLayout(operand);
  const fits = (from: number, size: number, side: number) => from < side && from + size <= Math.max(side, maxDraftSide);
  const isWhole = block.values.length === block.rows * block.cols && block.values.length > 0;
  const isFitting = fits(block.row, block.rows, rows) && fits(block.col, block.cols, cols);
  return isWhole && isFitting ? withBlock(operand, block) : undefined;
}

function resizedOperand(operand: Operand, rows: number, cols: number): Operand | undefined {
  const fits = (side: number) => Number.isInteger(side) && side >= 1 && side <= maxDraftSide;
  return fits(rows) && fits(cols) ? resized(operand, rows, cols) : undefined;
}

function shownPlane(operand: Operand, plane: number): Operand | undefined {
  return plane < operandLayout(operand).count ? { ...operand, plane } : undefined;
}
