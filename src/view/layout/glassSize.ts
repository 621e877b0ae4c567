import type { Box } from './geometryBox';
import { type GlassPlace, measures, type StageRequest } from './stageLayout';

/** The side that a product's cell should have at least, by the kernel's longer side; less where room is tight. */
export function leastGlassCell({ kernel, tight = false }: StageRequest): number {
  const side = Math.max(kernel[0], kernel[1]);
  if (side <= 3) return tight ? 34 : 46;
  if (side <= 5) return tight ? 24 : 32;
  if (side <= 7) return tight ? 20 : 25;
  return tight ? 14 : 18;
}

/** Space between the lens's cells along an axis of so many; a pattern of very many has none. */
export function gapFor(count: number): number {
  if (count > 16) return 0;
  if (count > 11) return 1;
  return count > 5 ? 2 : measures.glassGap;
}

/** Outer width of the lens for a cell width. */
export function glassSpan(count: number, cell: number): number {
  return count * cell + (count - 1) * gapFor(count) + 2 * measures.glassPad;
}

/** The largest cell of the lens that keeps within a width and a height. */
export function glassCell(request: StageRequest, width: number, height: number, most: number): number {
  const [rows, cols] = request.kernel;
  return Math.floor(Math.min(sideIn(width, cols), sideIn(height, rows), most));
}

/** Cells of so many in a row that fill a length. */
function sideIn(length: number, count: number): number {
  return (length - 2 * measures.glassPad - (count - 1) * gapFor(count)) / count;
}

/** Cells of this height and more may be wider than high, for their digits. */
const digitHeight = 14;

/** The lens in a box, its cells as wide and as high as it allows: beside pictures, where height is short. */
export function glassIn(request: StageRequest, box: Box): GlassPlace {
  const [rows, cols] = request.kernel;
  const across = Math.min(92, Math.floor(sideIn(box.width, cols)));
  const down = Math.min(58, Math.floor(sideIn(box.height, rows)));
  const cellHeight = Math.max(2, Math.min(down, across * 1.25));
  const wide = cellHeight < digitHeight ? cellHeight * 1.3 : Math.max(cellHeight * 2.1, 30);
  const cellWidth = Math.max(2, Math.floor(Math.min(across, wide)));
  return {
    x: box.x,
    y: box.y,
    width: glassSpan(cols, cellWidth),
    height: glassSpan(rows, cellHeight),
    cellWidth,
    cellHeight,
  };
}

/** The lens at a place; its cells grow taller than wide where height is left over. */
export function glassAt(
  request: StageRequest,
  at: { readonly x: number; readonly y: number },
  cell: number,
  height: number,
): GlassPlace {
  const [rows, cols] = request.kernel;
  const cellHeight = Math.min(Math.max(cell, Math.floor(sideIn(height, rows))), cell * 1.25);
  return {
    ...at,
    width: glassSpan(cols, cell),
    height: glassSpan(rows, cellHeight),
    cellWidth: cell,
    cellHeight,
  };
}
