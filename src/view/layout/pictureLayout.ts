import { wordsHeight } from './benchLayout';
import type { GridPlace } from './geometryBox';
import { glassIn, glassSpan } from './glassSize';
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
    digits: request.digits,
  };
}

type Placed = Omit<StageLayout, 'composition' | 'inputMode' | 'mapMode' | 'indices' | 'rail' | 'sideRail' | 'digits'>;

function tower(request: StageRequest): Placed {
  const { width, height, kernel } = request;
  const told = withToldTaps(request);
  const taps = told.kernel;
  const words = wordsHeight(request);
  const y = measures.caption;
  const kernelCell = kernelCellOf(kernel[0], 25, 84, 4);
  const near = nearSize(request, 7);
  const nearY = y + kernel[0] * kernelCell + 30;
  const room = height - words - nearY;
  const glassHeight = Math.min(glassSpan(taps[0], 58), Math.max(room * 0.36, glassSpan(taps[0], 40)));
  const nearCell = Math.max(
    leastNear(near, 14),
    Math.min(36, Math.floor(270 / near[1]), Math.floor((room - glassHeight - 56) / near[0])),
  );
  const middle = Math.max(near[1] * nearCell + 20, 280);
  const lowest = height - words - y - measures.legend - 8;
  const side = Math.max(120, Math.min((width - middle - 124) / 2 - measures.edge, lowest));
  const x = (width - 2 * side - middle - 104) / 2;
  const centre = width / 2;
  const lens = glassIn(told, { x: 0, y: nearY + near[0] * nearCell + 46, width: middle, height: glassHeight });
  return {
    width,
    height: Math.max(height, lens.y + lens.height + words),
    input: fitted(request.padded, x, y, side, side),
    kernel: placed(kernel, centre - (kernel[1] * kernelCell) / 2, y, kernelCell),
    glass: { ...lens, x: Math.round(centre - lens.width / 2) },
    map: fitted(request.map, width - x - side, y, side, side),
    near: placed(near, centre - (near[1] * nearCell) / 2, nearY + 10, nearCell),
    disc: { radius: 28 },
    legend: { x: width - x - 220, y: y + side + 12, width: 220, height: measures.legend },
    words: { x: 16, y: Math.max(lens.y + lens.height + 8, height - words), width: width - 32, height: words },
  };
}

function row(request: StageRequest): Placed {
  const { width, height, kernel } = request;
  const told = withToldTaps(request);
  const taps = told.kernel;
  const words = wordsHeight(request);
  const y = measures.caption;
  const near = nearSize(request, 5, 7);
  const least = Math.max(glassSpan(taps[0], taps[0] <= 3 ? 38 : 20), near[0] * leastNear(near, 20) + 20);
  const gap = height < 360 ? 36 : 46;
  const room = height - words - y - gap - 14;
  const lower = Math.max(least, Math.min(room * 0.42, glassSpan(taps[0], 52)));
  const side = Math.max(80, Math.min((width - 258) / 2, room - lower));
  const edge = Math.max(24, Math.min((width - 2 * side - 230) / 2, 90));
  const lowY = y + side + gap;
  const kernelCell = kernelCellOf(kernel[1], 26, 78, 3);
  const nearCell = Math.floor(Math.min((lower - 20) / near[0], (width * 0.38 - 20) / near[1], 42));
  const lens = glassIn(told, { x: 0, y: lowY, width: width * 0.37, height: lower });
  const lensX = Math.round(width - edge - lens.width);
  const nearX = edge + 10;
  const middle = (nearX + near[1] * nearCell + 10 + lensX) / 2;
  return {
    width,
    height: Math.max(height, lowY + lower + words),
    input: fitted(request.padded, edge, y, side, side),
    kernel: placed(
      kernel,
      middle - (kernel[1] * kernelCell) / 2,
      lowY + Math.max(24, (lower - kernel[0] * kernelCell) / 2),
      kernelCell,
    ),
    glass: { ...lens, x: lensX, y: Math.round(lowY + (lower - lens.height) / 2) },
    map: fitted(request.map, width - edge - side, y, side, side),
    near: placed(near, nearX, lowY + (lower - near[0] * nearCell) / 2, nearCell),
    disc: { radius: 24 },
    legend: {
      x: width / 2 - 80,
      y: y + side * 0.16,
      width: 160,
      height: Math.min(120, Math.max(measures.legend, side * 0.6)),
    },
    words: {
      x: 16,
      y: Math.max(lowY + lower + 10, height - words - (height - lowY - lower - words) / 2),
      width: width - 32,
      height: words,
    },
  };
}

function thumbs(request: StageRequest): Placed {
  const { width, height, kernel } = request;
  const told = withToldTaps(request);
  const taps = told.kernel;
  const words = veeWordsHeight(request);
  const edge = 12;
  const y = measures.caption;
  const near = nearSize(request, 5, 5);
  const kernelCell = kernelCellOf(kernel[1], 18, 56, 2);
  const lane = Math.max(kernelCell * kernel[1], 44) + 14;
  const lensLeast = glassSpan(taps[0], taps[0] <= 3 ? 38 : 14);
  const spare = height - words - y - 74 - lensLeast;
  const side = Math.max(64, Math.min((width - 2 * edge - 12) / 2, spare * 0.5));
  const nearCell = Math.max(
    leastNear(near, 16),
    Math.floor(Math.min((width - 2 * edge - lane - 20) / near[1], 38, (spare - side) / near[0])),
  );
  const nearY = y + side + 24;
  const glassY = nearY + near[0] * nearCell + 36;
  const lens = glassIn(told, {
    x: edge,
    y: glassY,
    width: width - 2 * edge - lane,
    height: Math.max(lensLeast, height - words - glassY - 8),
  });
  return {
    width,
    height: Math.max(height, lens.y + lens.height + words),
    input: fitted(request.padded, edge, y, side, side),
    kernel: placed(kernel, edge + lens.width + 16, lens.y + lens.height - kernel[0] * kernelCell - 22, kernelCell),
    glass: lens,
    map: fitted(request.map, width - edge - side, y, side, side),
    near: placed(near, edge + 10, nearY + 10, nearCell),
    disc: { radius: 20 },
    legend: undefined,
    words: { x: edge, y: lens.y + lens.height + 8, width: width - 2 * edge, height: words },
  };
}

function placed([rows, cols]: readonly [number, number], x: number, y: number, cell: number): GridPlace {
  return { x: Math.round(x), y: Math.round(y), cell, rows, cols };
}

/** The side of a kernel's cells; a large kernel is a picture that stays small. */
function kernelCellOf(size: number, most: number, room: number, least: number): number {
  return Math.min(most, Math.max(room / size, Math.min(least, (room * 1.4) / size)));
}

/** Products of larger kernels are not shown one by one: then the lens is small, and holds their number. */
const mostTold = 1600;

function withToldTaps(request: StageRequest): StageRequest {
  return request.kernel[0] * request.kernel[1] > mostTold ? { ...request, kernel: [3, 3] } : request;
}

/** Cells of a neighbourhood that hold no digits may be small. */
function leastNear([rows]: readonly [number, number], least: number): number {
  return rows > 20 ? 4 : least;
}

/** Cells of a larger patch would be too small to be told apart, and too many to be drawn for every step. */
const mostNear = 41;

/** Rows and columns of the neighbourhood: the patch and a cell or two around it, or the middle of a large patch. */
export function nearSize({ span, padded }: StageRequest, wanted: number, most = 9): readonly [number, number] {
  const size = (spanned: number, all: number) =>
    Math.min(all, mostNear, Math.max(spanned, Math.min(most, Math.max(wanted, spanned + 2))));
  return [size(span[0], padded[0]), size(span[1], padded[1])];
}

function fitted(size: readonly [number, number], x: number, y: number, width: number, height: number): GridPlace {
  const cell = Math.min(width / Math.max(1, size[1]), height / Math.max(1, size[0]));
  return { x: Math.round(x), y: Math.round(y), cell, rows: size[0], cols: size[1] };
}
