import { planConv2d } from '../engine/convolution/planConv2d';
import { canBeAgreed, workOf } from '../engine/convolution/planWithinCeiling';
import { isPlanProblem } from '../engine/planProblem';
import { type Act, maxDraftSide, type Side } from './act';
import { type Operand, operandLayout, planeShape, resized, withCell } from './operand';
import { draftSession, presetOperand } from './start';
import type { SessionState } from './state';

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
    case 'edit-cell':
      return withOperand(state, act.side, editedCell(state[act.side], act));
    case 'resize':
      return withOperand(state, act.side, resizedOperand(state[act.side], act.rows, act.cols));
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

function resizedOperand(operand: Operand, rows: number, cols: number): Operand | undefined {
  const fits = (side: number) => Number.isInteger(side) && side >= 1 && side <= maxDraftSide;
  return fits(rows) && fits(cols) ? resized(operand, rows, cols) : undefined;
}

function shownPlane(operand: Operand, plane: number): Operand | undefined {
  return plane < operandLayout(operand).count ? { ...operand, plane } : undefined;
}
