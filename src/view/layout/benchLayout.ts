import { glassAt, glassCell, glassSpan, leastGlassCell } from './glassSize';
import { measures, type StageLayout, type StageRequest } from './stageLayout';
import { tellsByWeight, wordsHeight } from './wordsHeight';

/** Where the kernel stands: over the lens, or between input and lens in low windows. */
export type BenchKind = 'bench' | 'side';

interface Parts {
  readonly cell: number;
  readonly kernelCell: number;
  readonly glass: number;
  readonly left: number;
  readonly beam: number;
  readonly exit: number;
  readonly mapWidth: number;
  readonly top: number;
  readonly words: number;
}

/** Input, lens and map from left to right with cells of one size; undefined where they do not fit. */
export function benchLayout(request: StageRequest, kind: BenchKind, cell: number): StageLayout | undefined {
  const parts = measure(request, kind, cell);
  if (parts === undefined) return undefined;
  const { padded } = request;
  const free = request.width - widthOf(request, kind, parts);
  const beam = parts.beam + Math.min(free * 0.34, 110);
  const exit = parts.exit + Math.min(free * 0.34, 110);
  const start = Math.max(0, (free - (beam - parts.beam) - (exit - parts.exit)) / 2);
  const heights = columnHeights(request, kind, parts);
  const column = Math.max(heights.input, heights.middle, heights.map);
  const slack = Math.max(0, request.height - column - parts.words);
  const y = slack * 0.42;
  return place(
    request,
    kind,
    { ...parts, beam, exit },
    start,
    y,
    column + Math.min(slack * 0.3, padded[0] * cell * 0.12),
  );
}

function measure(request: StageRequest, kind: BenchKind, cell: number): Parts | undefined {
  const { width, height, padded, kernel, map, digits, tight = false } = request;
  const kernelCell = Math.max(
    Math.min(46, Math.round(cell * 0.66)),
    leastKernelCell(request),
    tight ? 0 : Math.min(34, digits.kernel * 7.4 + 4),
  );
  const base: Parts = {
    cell,
    kernelCell,
    glass: 0,
    left: (tight ? 12 : measures.edge + 24) + (request.sideRail && !tight ? 26 : 0),
    beam: tight ? 22 : 34,
    exit: tight ? 54 : 62,
    mapWidth: Math.max(map[1] * cell, tight ? 90 : 118),
    top: measures.caption + (tight ? 0 : measures.index),
    words: wordsHeight(request),
  };
  const free = width - widthOf(request, kind, base) + glassSpan(kernel[1], 0);
  const over = kind === 'bench' ? measures.caption + kernel[0] * kernelCell + 24 : measures.caption;
  const most = Math.max(46, cell * 1.46);
  const glass = glassCell(request, free, height - base.words - over - 4, most);
  if (glass < Math.min(leastGlassCell(request), most)) return undefined;
  const wanted = request.presenting ? cell * 1.15 : Math.min(56, cell * 1.3);
  if (kind === 'bench' && padded[1] <= 12 && glass < wanted && kernel[1] <= 3) return undefined;
  const parts = { ...base, glass };
  const heights = columnHeights(request, kind, parts);
  return Math.max(heights.input, heights.map) + base.words <= height ? parts : undefined;
}

/** A small kernel keeps its digits where room is tight. */
function leastKernelCell({ kernel, tight = false }: StageRequest): number {
  const side = Math.max(kernel[0], kernel[1]);
  if (side > 9) return 8;
  if (!tight) return 15;
  return side > 3 ? 12 : 19;
}

function widthOf(request: StageRequest, kind: BenchKind, parts: Parts): number {
  const side = kind === 'side' ? request.kernel[1] * parts.kernelCell + 30 : 0;
  const glass = glassSpan(request.kernel[1], parts.glass);
  return parts.left + request.padded[1] * parts.cell + parts.beam + side + glass + parts.exit + parts.mapWidth + 30 + 8;
}

function columnHeights(request: StageRequest, kind: BenchKind, parts: Parts) {
  const { padded, kernel, map, level, tight = false } = request;
  const glass = glassSpan(kernel[0], parts.glass);
  const filter = kernel[0] * parts.kernelCell;
  return {
    input: parts.top + padded[0] * parts.cell + (tight ? 0 : measures.rail),
    middle: measures.caption + (kind === 'bench' ? filter + 24 + glass : Math.max(filter, glass)) + 4,
    map: parts.top + (level + map[0]) * parts.cell + legendHeight(request) + 8,
  };
}

function place(
  request: StageRequest,
  kind: BenchKind,
  parts: Parts,
  x: number,
  y: number,
  column: number,
): StageLayout {
  const { padded, kernel, map, level, tight = false } = request;
  const { cell, kernelCell, glass } = parts;
  const legend = legendHeight(request);
  const input = { x: Math.round(x + parts.left), y: Math.round(y + parts.top), cell, rows: padded[0], cols: padded[1] };
  const inputRight = input.x + padded[1] * cell;
  const side = kind === 'side' ? kernel[1] * kernelCell + 30 : 0;
  const glassX = Math.round(inputRight + parts.beam + side);
  const filterHeight = kernel[0] * kernelCell;
  const glassTop = kind === 'bench' ? y + measures.caption + filterHeight + 40 : y + measures.caption;
  const room = y + column - glassTop - 6;
  const lens = glassAt(request, { x: glassX, y: 0 }, glass, room);
  const top =
    kind === 'bench'
      ? Math.min(glassTop, y + column - lens.height - 4)
      : glassTop + Math.max(0, (room - lens.height) * 0.4);
  const kernelX = kind === 'bench' ? glassX + (lens.width - kernel[1] * kernelCell) / 2 : inputRight + parts.beam - 4;
  const kernelY =
    kind === 'bench' ? y + measures.caption : Math.max(y + parts.top, top + (lens.height - filterHeight) / 2);
  const mapX = Math.round(glassX + lens.width + parts.exit);
  const mapY = Math.round(input.y + level * cell);
  const legendY = Math.max(mapY + map[0] * cell + 10, input.y + padded[0] * cell - legend);
  return {
    composition: kind,
    width: request.width,
    height: Math.max(y + column + parts.words, 0),
    inputMode: 'cells',
    mapMode: 'cells',
    input,
    kernel: { x: Math.round(kernelX), y: Math.round(kernelY), cell: kernelCell, rows: kernel[0], cols: kernel[1] },
    glass: { ...lens, y: Math.round(top) },
    map: { x: mapX, y: mapY, cell, rows: map[0], cols: map[1] },
    near: undefined,
    disc: { radius: discRadius(glass) },
    legend: {
      x: mapX,
      // With a stride, the map at stride 1 stands between.
      y: request.strided ? y + column - legend : Math.min(legendY, y + column - legend),
      width: parts.mapWidth,
      height: legend,
    },
    words: { x: 16, y: y + column, width: request.width - 32, height: parts.words },
    byWeight: tellsByWeight(request),
    indices: cell >= 17 && !request.presenting && !tight ? measures.index : 0,
    rail: !tight,
    sideRail: request.sideRail && !tight,
    digits: request.digits,
  };
}

/** Without the spread of the values where room is tight. */
function legendHeight({ tight = false }: StageRequest): number {
  return tight ? 38 : measures.legend;
}

/** Radius of the sum's aperture for a cell width of the lens. */
export function discRadius(glass: number): number {
  return Math.round(Math.min(31, Math.max(20, glass * 0.37)));
}
