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

/** A matrix of more numbers is not copied for every key. */
const mostTried = 2 ** 20;

/**
 * The session as it would be with a number that is only tried out: nothing counts as changed by it. Undefined for
 * matrices of more than 2²⁰ numbers.
 */
export function triedSession(state: SessionState, { side, row, col, value }: CellTrial): SessionState | undefined {
  const operand = state[side];
  if (operand.tensor.data.length > mostTried) return undefined;
  return { ...state, [side]: { ...withCell(operand, row, col, value), written: operand.written } };
}
