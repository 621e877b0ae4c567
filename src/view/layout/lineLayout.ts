import { discRadius } from './benchLayout';
import type { Box } from './geometryBox';
import { glassAt, glassCell, glassSpan, leastGlassCell } from './glassSize';
import { measures, type StageLayout, type StageRequest } from './stageLayout';
import { tellsByWeight, wordsHeight } from './wordsHeight';

/** Inputs of no more rows than this, and at least so many columns, are lines. */
const line = { mostRows: 2, leastCols: 9 };

/** Space between rail and lens, kernel and lens, the sum at the lens's lower edge and the map, and map and words. */
const gaps = { lens: 26, kernel: 34, map: 44, words: 10 } as const;

/** Whether a matrix is a line of cells, whose map lies best below it. */
export function isLine({ padded, kernel }: StageRequest): boolean {
  return padded[0] <= line.mostRows && padded[1] >= line.leastCols && kernel[0] <= line.mostRows;
}

/** A line of cells over its map, with kernel and lens between: the cells are as wide as the window allows. */
export function lineLayout(request: StageRequest, cell: number): StageLayout | undefined {
  const { width, height, padded, map, kernel } = request;
  if (padded[1] * cell + 2 * edge > width) return undefined;
  const words = wordsHeight(request);
  const kernelCell = Math.min(46, Math.max(17, Math.round(cell * 0.8), request.digits.kernel * 7.4 + 4));
  const above = head + padded[0] * cell + measures.rail + gaps.lens;
  const room = height - above - gaps.map - head - map[0] * cell - gaps.words - words;
  const across = width - 2 * edge - 2 * (kernel[1] * kernelCell + gaps.kernel);
  const glass = glassCell(request, across, room, Math.max(56, cell * 1.4));
  if (glass < leastGlassCell(request) || kernel[0] * kernelCell + measures.caption > room) return undefined;
  return place(request, { cell, kernelCell, glass, above, room, words });
}

const edge = measures.edge + 26;
const head = measures.caption + measures.index;

interface Parts {
  readonly cell: number;
  readonly kernelCell: number;
  readonly glass: number;
  /** Height above the lens, and for it. */
  readonly above: number;
  readonly room: number;
  readonly words: number;
}

function place(request: StageRequest, { cell, kernelCell, glass, above, room, words }: Parts): StageLayout {
  const { width, height, padded, map, kernel } = request;
  const most = Math.min(room, glassSpan(kernel[0], glass * 1.25));
  const size = glassAt(request, { x: 0, y: 0 }, glass, most);
  const y = Math.max(0, (room - size.height) * 0.4);
  const lens = { ...size, x: Math.round((width - size.width) / 2), y: Math.round(y + above) };
  const mapY = Math.round(lens.y + lens.height + gaps.map + head);
  const wordsY = mapY + map[0] * cell + gaps.words;
  const centred = (cells: number) => Math.round((width - cells * cell) / 2);
  return {
    composition: 'line',
    width,
    height: Math.max(height, wordsY + words),
    inputMode: 'cells',
    mapMode: 'cells',
    input: { x: centred(padded[1]), y: Math.round(y + head), cell, rows: padded[0], cols: padded[1] },
    kernel: {
      x: lens.x - gaps.kernel - kernel[1] * kernelCell,
      y: Math.round(lens.y + (lens.height - kernel[0] * kernelCell) / 2),
      cell: kernelCell,
      rows: kernel[0],
      cols: kernel[1],
    },
    glass: lens,
    map: { x: centred(map[1]), y: mapY, cell, rows: map[0], cols: map[1] },
    near: undefined,
    disc: { radius: discRadius(glass) },
    legend: legendBeside(lens, width),
    words: { x: 16, y: wordsY, width: width - 32, height: words },
    byWeight: tellsByWeight(request),
    indices: cell >= 17 && !request.presenting ? measures.index : 0,
    rail: true,
    sideRail: false,
    digits: request.digits,
  };
}

function legendBeside(lens: Box, stageWidth: number): Box | undefined {
  const x = lens.x + lens.width + gaps.kernel + 30;
  const width = Math.min(240, stageWidth - x - 40);
  return width < 90 ? undefined : { x, y: lens.y, width, height: Math.min(lens.height, measures.legend) };
}
