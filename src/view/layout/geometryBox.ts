/** A rectangle on the stage, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A matrix on the stage: the place of its first cell and the side of each. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly rows: number;
  readonly cols: number;
}

/** The rectangle that a grid covers. */
export function boxOf({ x, y, cell, rows, cols }: GridPlace): Box {
  return { x, y, width: cols * cell, height: rows * cell };
}

/** The rectangle of some cells of a grid. */
export function cellsBox(place: GridPlace, row: number, col: number, rows = 1, cols = 1): Box {
  const { x, y, cell } = place;
  return { x: x + col * cell, y: y + row * cell, width: cols * cell, height: rows * cell };
}
