import type { Box } from './geometryBox';
import { type GlassPlace, measures, type StageRequest } from './stageLayout';

/** The side that a product's cell should have at least, by the kernel's longer side. */
export function leastGlassCell(kernel: readonly [number, number]): number {
  const side = Math.max(kernel[0], kernel[1]);
  if (side <= 3) return 46;
  if (side <= 5) return 32;
  if (side <= 7) return 25;
  return side <= 11 ? 18 : 5;
}

/** Space between the lens's cells along an axis of so many. */
export function gapFor(count: number): number {
  return count > 11 ? 1 : measures.glassGap;
}

/** Outer width of the lens for a cell width. */
export function glassSpan(count: number, cell: number): number {
  return count * cell + (count - 1) * gapFor(count) + 2 * measures.glassPad;
}

/** The largest cell of the lens that keeps within a width and a height. */
export function glassCell(request: StageRequest, width: number, height: number, most: number): number {
  const [rows, cols] = request.kernel;
  const across = (width - 2 * measures.glassPad - (cols - 1) * gapFor(cols)) / cols;
  const down = (height - 2 * measures.glassPad - (rows - 1) * gapFor(rows)) / rows;
  return Math.floor(Math.min(across, down, most));
}

/** The lens in a box, its cells as wide and as high as it allows: beside pictures, where height is short. */
export function glassIn(request: StageRequest, box: Box): GlassPlace {
  const [rows, cols] = request.kernel;
  const pad = 2 * measures.glassPad;
  const across = Math.min(92, Math.floor((box.width - pad - (cols - 1) * gapFor(cols)) / cols));
  const down = Math.min(58, Math.floor((box.height - pad - (rows - 1) * gapFor(rows)) / rows));
  const cellHeight = Math.max(5, Math.min(down, across * 1.25));
  const cellWidth = Math.max(5, Math.min(across, Math.max(cellHeight * 2.1, 30)));
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
  const cellHeight = Math.min(
    Math.max(cell, glassCell({ ...request, kernel: [rows, 1] }, 1e4, height, 1e4)),
    cell * 1.25,
  );
  return {
    ...at,
    width: glassSpan(cols, cell),
    height: glassSpan(rows, cellHeight),
    cellWidth: cell,
    cellHeight,
  };
}
