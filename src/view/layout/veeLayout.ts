import { discRadius } from './benchLayout';
import { glassAt, glassCell, glassSpan, leastGlassCell } from './glassSize';
import { cellGap, measures, type StageLayout, type StageRequest } from './stageLayout';
import { tellsByWeight, wordsHeight } from './wordsHeight';

/** Input and map on top, the lens below with the kernel at its side: for narrow and for tall windows. */
export function veeLayout(request: StageRequest, cell: number): StageLayout | undefined {
  const { width, height, padded, map, kernel } = request;
  const { tight = false } = request;
  const indices = width >= 350 && cell >= 20 && !request.presenting && !tight ? measures.index : 0;
  const edge = width < 350 ? 12 : measures.edge;
  const needed = edge * 2 + indices * 2 + padded[1] * cell + Math.max(map[1] * cell, 84) + (width < 350 ? 14 : 40);
  if (needed > width) return undefined;
  const kernelCell = Math.min(
    46,
    Math.max(kernel[0] > 9 ? 6 : 16, Math.round(cell * 0.9), Math.min(30, request.digits.kernel * 7.4 + 3)),
  );
  const lane = Math.max(kernel[1] * kernelCell, 56) + 14;
  const words = wordsHeight(request) + (request.presenting && width >= 620 ? presentedCaption : 0);
  const top = measures.caption + indices + Math.max(padded[0] * cell + 28, map[0] * cell + 40);
  const most = Math.max(50, cell * 1.7);
  const glass = glassCell(request, Math.min(width - edge * 2 - lane, 420), height - top - words - 38, most);
  // In tall windows the lens grows with the cells; it is what is looked at.
  const isShort = width >= 460 && kernel[0] <= 3 && glass < Math.min(cell * 1.3, 60);
  if (glass < leastGlassCell(request) || (isShort && cell > leastLarge)) return undefined;
  return place(request, { cell, indices, edge, kernelCell, lane, words, top, glass });
}

/** The caption's second line, where the window is tall rather than wide. */
const presentedCaption = 24;

/** Beside the legend stands the sign of what it opens. */
const chevron = 22;

/** Cells that are larger leave room to the lens. */
const leastLarge = 30;

interface Parts {
  readonly cell: number;
  readonly indices: number;
  readonly edge: number;
  readonly kernelCell: number;
  readonly lane: number;
  readonly words: number;
  readonly top: number;
  readonly glass: number;
}

function place(request: StageRequest, parts: Parts): StageLayout {
  const { width, height, padded, map, kernel } = request;
  const { cell, indices, edge, kernelCell, lane, words, top, glass } = parts;
  const gridY = measures.caption + indices;
  const used = indices * 2 + (padded[1] + map[1]) * cell;
  const between = Math.min(width - edge * 2 - used, 90);
  const inset = Math.max(edge, (width - used - between) / 2);
  const slack = Math.max(0, height - top - words - 38 - glassSpan(kernel[0], glass));
  const y = Math.round(Math.min(slack * 0.2, 24));
  const glassWidth = glassSpan(kernel[1], glass);
  const glassX = Math.round(Math.max(edge, Math.min(inset + indices, (width - glassWidth - lane) / 2)));
  const glassY = Math.round(y + top + 22 + slack * 0.25);
  const lens = glassAt(request, { x: glassX, y: glassY }, glass, height - words - glassY - 8);
  const kernelX = Math.max(
    glassX + lens.width + 16,
    Math.min(width - edge - kernel[1] * kernelCell, glassX + lens.width + 60),
  );
  const legendWidth = Math.max(map[1] * cell, 84);
  const mapX = Math.round(Math.min(inset + indices + padded[1] * cell + between, width - edge - indices - legendWidth));
  return {
    composition: 'vee',
    width,
    height: Math.max(height, lens.y + lens.height + words),
    inputMode: 'cells',
    mapMode: 'cells',
    input: { x: Math.round(inset + indices), y: y + gridY, cell, rows: padded[0], cols: padded[1] },
    kernel: {
      x: Math.round(kernelX),
      y: Math.round(lens.y + lens.height - kernel[0] * kernelCell - 22),
      cell: kernelCell,
      rows: kernel[0],
      cols: kernel[1],
    },
    glass: lens,
    map: { x: mapX, y: y + gridY, cell, rows: map[0], cols: map[1] },
    near: undefined,
    disc: { radius: discRadius(glass) },
    legend: {
      x: mapX,
      y: y + gridY + map[0] * cell + 6,
      width: Math.min(legendWidth - cellGap(cell), width - mapX - chevron),
      height: 34,
    },
    words: { x: edge, y: lens.y + lens.height + 8, width: width - edge * 2, height: words },
    byWeight: tellsByWeight(request),
    indices,
    rail: true,
    sideRail: false,
    digits: request.digits,
  };
}
