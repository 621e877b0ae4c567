import { discRadius, wordsHeight } from './benchLayout';
import type { GridPlace } from './geometryBox';
import { glassAt, glassCell, glassSpan, leastGlassCell } from './glassSize';
import { type DrawMode, measures, type StageLayout, type StageRequest } from './stageLayout';
import { veeWordsHeight } from './veeLayout';

/** The arrangements for matrices that are shown as pictures, with the patch's neighbourhood as numbers beside them. */
export function pictureLayout(request: StageRequest, modes: readonly [DrawMode, DrawMode]): StageLayout {
  const kind = request.width < 620 ? 'thumbs' : request.width >= 1080 && request.height >= 540 ? 'tower' : 'row';
  const layout = { thumbs, tower, row }[kind](request);
  return {
    ...layout,
    composition: kind,
    inputMode: modes[0],
    mapMode: modes[1],
    indices: 0,
    rail: false,
    sideRail: false,
  };
}

type Placed = Omit<StageLayout, 'composition' | 'inputMode' | 'mapMode' | 'indices' | 'rail' | 'sideRail'>;

function tower(request: StageRequest): Placed {
  const { width, height } = request;
  const words = wordsHeight(request);
  const near = nearSize(request, 7);
  const nearCell = Math.min(36, Math.floor(270 / near[1]), Math.floor((height * 0.4) / near[0]));
  const kernelCell = Math.max(8, Math.min(25, 110 / request.kernel[0]));
  const y = measures.caption;
  const nearY = y + request.kernel[0] * kernelCell + 30;
  const glassY = nearY + near[0] * nearCell + 20 + 30;
  const glass = glassCell(request, 280, height - words - glassY - 8, 84);
  const middle = Math.max(near[1] * nearCell + 20, glassSpan(request.kernel[1], Math.max(glass, 20)));
  const side = Math.min(
    (width - middle - 2 * 40 - 24 - 2 * measures.edge) / 2,
    height - words - y - measures.legend - 8,
  );
  const x = (width - 2 * side - middle - 104) / 2;
  const centre = x + side + 40 + middle / 2;
  const lens = glassAt(
    request,
    { x: centre - glassSpan(request.kernel[1], Math.max(glass, 18)) / 2, y: glassY },
    Math.max(glass, 18),
    height - words - glassY,
  );
  const map = fitted(request.map, width - x - side, y, side, side);
  return {
    width,
    height: Math.max(height, lens.y + lens.height + words),
    input: fitted(request.padded, x, y, side, side),
    kernel: {
      x: centre - (request.kernel[1] * kernelCell) / 2,
      y,
      cell: kernelCell,
      rows: request.kernel[0],
      cols: request.kernel[1],
    },
    glass: lens,
    map,
    near: { x: centre - (near[1] * nearCell) / 2, y: nearY + 10, cell: nearCell, rows: near[0], cols: near[1] },
    disc: { radius: discRadius(Math.max(lens.cellWidth, 60)) },
    legend: { x: width - x - 220, y: y + side + 12, width: 220, height: measures.legend },
    words: { x: 16, y: Math.max(lens.y + lens.height + 8, height - words), width: width - 32, height: words },
  };
}

function row(request: StageRequest): Placed {
  const { width, height } = request;
  const words = wordsHeight(request);
  const near = nearSize(request, request.kernel[0] <= 3 && height < 480 ? 5 : 7, 7);
  const least = glassSpan(request.kernel[0], Math.max(30, leastGlassCell(request.kernel) - 14));
  const lower = Math.max(least, Math.min(height * 0.32, glassSpan(request.kernel[0], 54)));
  const side = Math.max(90, Math.min((width - 2 * 24 - 210) / 2, height - words - measures.caption - lower - 54));
  const edge = Math.max(24, (width - 2 * side - 330) / 2);
  const y = measures.caption;
  const lowY = y + side + 40;
  const kernelCell = Math.max(5, Math.min(26, 80 / request.kernel[1]));
  const nearCell = Math.floor(Math.min((lower - 20) / near[0], (width * 0.36) / near[1], 40));
  const glass = glassCell(request, width * 0.36, lower, 92);
  const lens = glassAt(request, { x: width - edge - glassSpan(request.kernel[1], glass), y: lowY }, glass, lower);
  const nearBox = { x: edge + 10, y: lowY + 10, cell: nearCell, rows: near[0], cols: near[1] };
  const middle = (nearBox.x + near[1] * nearCell + 10 + lens.x) / 2;
  return {
    width,
    height: Math.max(height, lowY + lower + words),
    input: fitted(request.padded, edge, y, side, side),
    kernel: {
      x: middle - (request.kernel[1] * kernelCell) / 2,
      y: lowY + Math.max(24, (lens.height - request.kernel[0] * kernelCell) / 2),
      cell: kernelCell,
      rows: request.kernel[0],
      cols: request.kernel[1],
    },
    glass: lens,
    map: fitted(request.map, width - edge - side, y, side, side),
    near: nearBox,
    disc: { radius: discRadius(60) },
    legend: {
      x: width / 2 - 80,
      y: y + side * 0.24,
      width: 160,
      height: Math.min(110, Math.max(measures.legend, side * 0.5)),
    },
    words: { x: 16, y: Math.max(lowY + lower + 8, height - words), width: width - 32, height: words },
  };
}

function thumbs(request: StageRequest): Placed {
  const { width, height } = request;
  const words = veeWordsHeight(request);
  const edge = 12;
  const near = nearSize(request, 5, 5);
  const side = Math.min((width - 2 * edge - 12) / 2, Math.max(90, height * 0.34));
  const y = measures.caption;
  const nearY = y + side + 28;
  const kernelCell = Math.max(4, Math.min(18, 56 / request.kernel[1]));
  const lane = Math.max(kernelCell * request.kernel[1], 44) + 12;
  const nearCell = Math.floor(
    Math.min((width - 2 * edge - lane - 20) / near[1], 38, (height - words - nearY - 60) / 2 / near[0]),
  );
  const glassY = nearY + near[0] * Math.max(nearCell, 18) + 40;
  const glass = Math.max(
    16,
    glassCell(request, width - 2 * edge - lane, Math.max(90, height - words - glassY - 6), 92),
  );
  const lens = glassAt(request, { x: edge, y: glassY }, glass, height - words - glassY);
  return {
    width,
    height: Math.max(height, lens.y + lens.height + words),
    input: fitted(request.padded, edge, y, side, side),
    kernel: {
      x: edge + lens.width + 14,
      y: lens.y + lens.height - request.kernel[0] * kernelCell - 20,
      cell: kernelCell,
      rows: request.kernel[0],
      cols: request.kernel[1],
    },
    glass: lens,
    map: fitted(request.map, width - edge - side, y, side, side),
    near: { x: edge + 10, y: nearY + 10, cell: Math.max(nearCell, 18), rows: near[0], cols: near[1] },
    disc: { radius: 20 },
    legend: undefined,
    words: { x: edge, y: lens.y + lens.height + 8, width: width - 2 * edge, height: words },
  };
}

/** Rows and columns of the neighbourhood: the patch and a cell or two around it. */
export function nearSize({ span, padded }: StageRequest, wanted: number, most = 9): readonly [number, number] {
  const size = (spanned: number, all: number) =>
    Math.min(all, Math.max(spanned, Math.min(most, Math.max(wanted, spanned + 2))));
  return [size(span[0], padded[0]), size(span[1], padded[1])];
}

function fitted(size: readonly [number, number], x: number, y: number, width: number, height: number): GridPlace {
  const cell = Math.min(width / Math.max(1, size[1]), height / Math.max(1, size[0]));
  return { x: Math.round(x), y: Math.round(y), cell, rows: size[0], cols: size[1] };
}
