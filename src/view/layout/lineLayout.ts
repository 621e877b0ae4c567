import { discRadius } from './benchLayout';
import { glassAt, glassCell, glassSpan, leastGlassCell } from './glassSize';
import { measures, type StageLayout, type StageRequest } from './stageLayout';
import { tellsByWeight, wordsHeight } from './wordsHeight';

/** Inputs of no more rows than this, and at least so many columns, are lines. */
const line = { mostRows: 2, leastCols: 9 };

/** Space between rail and lens, between kernel and lens, and between the sum at the lens's lower edge and the map. */
const gaps = { lens: 26, kernel: 34, map: 44 } as const;

/** Whether a matrix is a line of cells, whose map lies best below it. */
export function isLine({ padded, kernel }: StageRequest): boolean {
  return padded[0] <= line.mostRows && padded[1] >= line.leastCols && kernel[0] <= line.mostRows;
}

/** A line of cells over its map, with kernel and lens between: the cells are as wide as the window allows. */
export function lineLayout(request: StageRequest, cell: number): StageLayout | undefined {
  const { width, height, padded, map, kernel } = request;
  const edge = measures.edge + 26;
  if (padded[1] * cell + 2 * edge > width) return undefined;
  const words = wordsHeight(request);
  const kernelCell = Math.min(46, Math.max(17, Math.round(cell * 0.8), request.digits.kernel * 7.4 + 4));
  const head = measures.caption + measures.index;
  const above = head + padded[0] * cell + measures.rail + gaps.lens;
  const below = gaps.map + head + map[0] * cell + 10;
  const room = height - above - below - words;
  const kernelWidth = kernel[1] * kernelCell;
  const across = width - 2 * edge - 2 * (kernelWidth + gaps.kernel);
  const glass = glassCell(request, across, room, Math.max(56, cell * 1.4));
  if (glass < leastGlassCell(request) || kernel[0] * kernelCell + measures.caption > room) return undefined;
  const lens = glassAt(request, { x: 0, y: 0 }, glass, Math.min(room, glassSpan(kernel[0], glass * 1.25)));
  const y = Math.max(0, (room - lens.height) * 0.4);
  const inputX = Math.round((width - padded[1] * cell) / 2);
  const glassX = Math.round((width - lens.width) / 2);
  const glassY = Math.round(y + above);
  const mapY = Math.round(glassY + lens.height + gaps.map + head);
  const legendX = glassX + lens.width + gaps.kernel + 30;
  const legendWidth = Math.min(240, width - legendX - 40);
  return {
    composition: 'line',
    width,
    height: Math.max(height, mapY + map[0] * cell + 10 + words),
    inputMode: 'cells',
    mapMode: 'cells',
    input: { x: inputX, y: Math.round(y + head), cell, rows: padded[0], cols: padded[1] },
    kernel: {
      x: glassX - gaps.kernel - kernelWidth,
      y: Math.round(glassY + (lens.height - kernel[0] * kernelCell) / 2),
      cell: kernelCell,
      rows: kernel[0],
      cols: kernel[1],
    },
    glass: { ...lens, x: glassX, y: glassY },
    map: { x: Math.round((width - map[1] * cell) / 2), y: mapY, cell, rows: map[0], cols: map[1] },
    near: undefined,
    disc: { radius: discRadius(glass) },
    legend:
      legendWidth < 90
        ? undefined
        : { x: legendX, y: glassY, width: legendWidth, height: Math.min(lens.height, measures.legend) },
    words: { x: 16, y: mapY + map[0] * cell + 10, width: width - 32, height: words },
    byWeight: tellsByWeight(request),
    indices: cell >= 17 && !request.presenting ? measures.index : 0,
    rail: true,
    sideRail: false,
    digits: request.digits,
  };
}
