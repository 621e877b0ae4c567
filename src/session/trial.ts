import type { Side } from './act';
import { withCell } from './operand';
import type { SessionState } from './state';

/** A number that is being typed into a cell of the shown plane. */
export interface CellTrial {
  readonly side: Side;
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

/** The session as it would be with a number that is only tried out: nothing counts as changed by it. */
export function triedSession(state: SessionState, { side, row, col, value }: CellTrial): SessionState {
  const operand = state[side];
  return { ...state, [side]: { ...withCell(operand, row, col, value), written: operand.written } };
}
