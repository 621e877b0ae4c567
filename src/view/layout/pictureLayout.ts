import { allot } from './allot';
import type { GridPlace } from './geometryBox';
import { glassIn, glassSpan } from './glassSize';
import { type DrawMode, measures, type StageLayout, type StageRequest } from './stageLayout';
import { tellsByWeight, wordsHeight } from './wordsHeight';

/** The arrangements for matrices that are shown as pictures, with the patch's neighbourhood as numbers beside them. */
export function pictureLayout(request: StageRequest, modes: readonly [DrawMode, DrawMode]): StageLayout {
  const kind = kindFor(request);
  const layout = { thumbs, tower, row, strip }[kind](withToldTaps(request), request.kernel);
  return {
    ...layout,
    composition: kind,
    inputMode: modes[0],
    mapMode: modes[1],
    byWeight: tellsByWeight(request),
    indices: 0,
    rail: false,
    sideRail: false,
    digits: request.digits,
  };
}

function kindFor({ width, height }: StageRequest): 'thumbs' | 'tower' | 'row' | 'strip' {
  if (width < 520 || (width < 620 && height < 460)) return 'thumbs';
  if (width >= 1080 && height >= 540) return 'tower';
  return height >= 400 ? 'row' : 'strip';
}

type Placed = Omit<
  StageLayout,
  'composition' | 'inputMode' | 'mapMode' | 'byWeight' | 'indices' | 'rail' | 'sideRail' | 'digits'
>;

type Size = readonly [number, number];

/** Space around the neighbourhood inside its frame. */
const nearPad = 10;

/** Kernel, neighbourhood and lens below each other between the pictures. */
function tower(request: StageRequest, kernel: Size): Placed {
  const { width, height, kernel: taps } = request;
  const words = wordsHeight(request);
  const y = measures.caption;
  const kernelCell = kernelCellOf(kernel[0], 25, 84, 4);
  const near = nearSize(request, 7);
  const nearY = y + kernel[0] * kernelCell + 20;
  const [nearHeight = 0, glassHeight = 0] = allot(height - words - nearY - 2 * nearPad - 36 - 8, [
    { least: near[0] * leastNear(near), most: near[0] * 36 },
    { least: leastGlass(taps[0]), most: glassSpan(taps[0], 58) },
  ]);
  const nearCell = wholeCell(Math.min(36, 270 / near[1], nearHeight / near[0]));
  const middle = Math.max(near[1] * nearCell + 2 * nearPad, 280);
  const lowest = height - words - y - measures.legend - 8;
  const side = Math.max(120, Math.min((width - middle - 124) / 2 - measures.edge, lowest));
  const x = (width - 2 * side - middle - 104) / 2;
  const centre = width / 2;
  const glassY = nearY + near[0] * nearCell + 2 * nearPad + 36;
  const lens = glassIn(request, { x: 0, y: glassY, width: middle, height: glassHeight });
  return {
    width,
    height: Math.max(height, lens.y + lens.height + words),
    input: fitted(request.padded, x, y, side, side),
    kernel: placed(kernel, centre - (kernel[1] * kernelCell) / 2, y, kernelCell),
    glass: { ...lens, x: Math.round(centre - lens.width / 2) },
    map: fitted(request.map, width - x - side, y, side, side),
    near: placed(near, centre - (near[1] * nearCell) / 2, nearY + nearPad, nearCell),
    disc: { radius: 28 },
    legend: { x: width - x - 220, y: y + side + 12, width: 220, height: measures.legend },
    words: { x: 16, y: Math.max(lens.y + lens.height + 8, height - words), width: width - 32, height: words },
  };
}

/** The pictures side by side, and below them neighbourhood, kernel and lens. */
function row(request: StageRequest, kernel: Size): Placed {
  const { width, height, kernel: taps } = request;
  const words = wordsHeight(request);
  const y = measures.caption;
  const near = nearSize(request, 5, 7);
  const gap = 46;
  const [side = 0, lower = 0] = allot(height - words - y - gap - 14, [
    { least: 72, most: (width - 258) / 2 },
    { least: leastGlass(taps[0]), most: Math.max(glassSpan(taps[0], 52), 220) },
  ]);
  const edge = Math.max(24, Math.min((width - 2 * side - 230) / 2, 90));
  const lowY = y + side + gap;
  const kernelCell = kernelCellOf(kernel[1], 26, 78, 3);
  const beside = (width - 2 * edge - kernel[1] * kernelCell - 64) / 2;
  const nearCell = wholeCell(Math.min((lower - 2 * nearPad) / near[0], (beside - 2 * nearPad) / near[1], 42));
  const lens = glassIn(request, { x: 0, y: lowY, width: beside, height: lower });
  const lensX = Math.round(width - edge - lens.width);
  const nearX = edge + nearPad;
  const middle = (nearX + near[1] * nearCell + nearPad + lensX) / 2;
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
      y: Math.max(lowY + lower + 8, height - words - (height - lowY - lower - words) / 2),
      width: width - 32,
      height: words,
    },
  };
}

/** Everything in one line, where height is short: picture, neighbourhood, kernel, lens, map. */
function strip(request: StageRequest, kernel: Size): Placed {
  const { width, height, kernel: taps } = request;
  const words = wordsHeight(request);
  const y = measures.caption;
  const room = Math.max(90, height - y - words - 10);
  const near = nearSize(request, 5, 7);
  const kernelCell = kernelCellOf(kernel[1], 24, 62, 2);
  const kernelWidth = Math.max(kernel[1] * kernelCell, 46);
  const gaps = { beam: 30, kernel: 22, disc: 66 };
  const free = width - 2 * measures.edge - gaps.beam - 2 * nearPad - kernelWidth - 2 * gaps.kernel - gaps.disc;
  const [sides = 0, nearWidth = 0, glassWidth = 0] = allot(free, [
    { least: 140, most: 2 * Math.max(70, Math.min(room - legendBelow, 140)) },
    { least: near[1] * leastNear(near), most: near[1] * 36 },
    { least: leastGlass(taps[1]), most: glassSpan(taps[1], 66) },
  ]);
  const side = sides / 2;
  const nearCell = wholeCell(Math.min(nearWidth / near[1], (room - 2 * nearPad) / near[0]));
  const lens = glassIn(request, { x: 0, y, width: glassWidth, height: room });
  const used = width - 2 * measures.edge - free + sides + near[1] * nearCell + lens.width;
  const x = Math.max(measures.edge, (width - used) / 2);
  const nearX = x + side + gaps.beam + nearPad;
  const kernelX = nearX + near[1] * nearCell + nearPad + gaps.kernel;
  const lensX = kernelX + kernelWidth + gaps.kernel;
  const middle = y + room / 2;
  return {
    width,
    height: Math.max(height, y + room + words),
    input: fitted(request.padded, x, y, side, side),
    kernel: placed(kernel, kernelX, middle - (kernel[0] * kernelCell) / 2 + 10, kernelCell),
    glass: { ...lens, x: Math.round(lensX), y: Math.round(middle - lens.height / 2) },
    map: fitted(request.map, lensX + lens.width + gaps.disc, y, side, side),
    near: placed(near, nearX, middle - (near[0] * nearCell) / 2, nearCell),
    disc: { radius: 24 },
    legend: {
      x: Math.round(lensX + lens.width + gaps.disc + Math.min(0, side - leastLegend)),
      y: y + Math.min(side, room - legendBelow) + 6,
      width: Math.max(side, leastLegend),
      height: legendBelow - 8,
    },
    words: { x: 16, y: y + room + 8, width: width - 32, height: words },
  };
}

/** What the ends of the colours need side by side. */
const leastLegend = 92;

/** A legend below the map, without the spread of the values. */
const legendBelow = 48;

/** Small pictures, and below them neighbourhood and lens, in narrow windows. */
function thumbs(request: StageRequest, kernel: Size): Placed {
  const { width, height, kernel: taps } = request;
  const words = wordsHeight(request);
  const edge = 12;
  const y = measures.caption;
  const near = nearSize(request, 5, 5);
  const kernelCell = kernelCellOf(kernel[1], 18, 56, 2);
  const lane = Math.max(kernelCell * kernel[1], 44) + 14;
  const across = width - 2 * edge - lane;
  const [side = 0, nearHeight = 0, glassHeight = 0] = allot(height - words - y - 24 - 2 * nearPad - 26 - 8, [
    { least: 40, most: (width - 2 * edge - 12) / 2 },
    { least: near[0] * Math.min(7, leastNear(near)), most: near[0] * 38 },
    { least: leastGlass(taps[0]), most: glassSpan(taps[0], 58) },
  ]);
  const nearCell = wholeCell(Math.min((across - 2 * nearPad) / near[1], nearHeight / near[0]));
  const nearY = y + side + 24;
  const glassY = nearY + near[0] * nearCell + 2 * nearPad + 26;
  const lens = glassIn(request, { x: edge, y: glassY, width: across, height: glassHeight });
  return {
    width,
    height: Math.max(height, lens.y + lens.height + 8 + words),
    input: fitted(request.padded, edge, y, side, side),
    kernel: placed(kernel, edge + lens.width + 16, lens.y + lens.height - kernel[0] * kernelCell - 22, kernelCell),
    glass: lens,
    map: fitted(request.map, width - edge - side, y, side, side),
    near: placed(near, edge + nearPad, nearY + nearPad, nearCell),
    disc: { radius: 20 },
    legend: undefined,
    words: { x: edge, y: lens.y + lens.height + 8, width: width - 2 * edge, height: words },
  };
}

function placed([rows, cols]: Size, x: number, y: number, cell: number): GridPlace {
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
function leastNear([rows]: Size): number {
  if (rows > 20) return 2;
  return rows > 9 ? 5 : 12;
}

/** What so many products take at least: of few the digits can be read, of many their colours are a picture. */
function leastGlass(taps: number): number {
  const cell = taps <= 3 ? 32 : taps <= 7 ? 14 : taps <= 11 ? 9 : 2;
  return glassSpan(taps, cell);
}

/** Cells of whole pixels, which are all of one size. */
function wholeCell(cell: number): number {
  return Math.max(2, Math.floor(cell));
}

/** Cells of a larger patch would be too small to be told apart, and too many to be drawn for every step. */
const mostNear = 41;

/** Rows and columns of the neighbourhood: the patch and a cell or two around it, or the middle of a large patch. */
export function nearSize({ span, padded }: StageRequest, wanted: number, most = 9): Size {
  const size = (spanned: number, all: number) =>
    Math.min(all, mostNear, Math.max(spanned, Math.min(most, Math.max(wanted, spanned + 2))));
  return [size(span[0], padded[0]), size(span[1], padded[1])];
}

function fitted(size: Size, x: number, y: number, width: number, height: number): GridPlace {
  const cell = Math.min(width / Math.max(1, size[1]), height / Math.max(1, size[0]));
  return { x: Math.round(x), y: Math.round(y), cell, rows: size[0], cols: size[1] };
}
