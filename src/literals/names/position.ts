const tokensInCell = 2 ** 32;

/** One number for a token of a cell, in the order in which cells and tokens come. */
export function positionOf(cell: number, token: number): number {
  return cell * tokensInCell + token;
}

/** The cell of a position. */
export function cellOf(position: number): number {
  return Math.floor(position / tokensInCell);
}

/** The token of a position within its cell. */
export function tokenOf(position: number): number {
  return position % tokensInCell;
}
