import { type BenchKind, benchLayout } from './benchLayout';
import { isLine, lineLayout } from './lineLayout';
import { planlessLayout } from './planlessLayout';
import { type DrawMode, digitSize, type StageLayout, type StageRequest } from './stageLayout';
import { veeLayout } from './veeLayout';

/** The most cells that one grid may hold; larger matrices become pictures. */
export const mostCells = 1600;

const leastCell = 6;

/** From this size on a cell shows a digit. */
const leastDigitCell = 17;

/** Where room is tight, cells that are much smaller say less than a picture with the cells around the patch. */
const leastTightCell = 15;

/** Smaller cells are no better seen than a picture. */
const leastSeenCell = 12;

/** Rows or columns below which a picture would be a line. */
const leastPicture = 8;

/** The products of more taps have no room for digits, and the patch is better seen in a picture. */
const mostTaps = 121;

/** How much larger cells may be in front of an audience. */
const presentingFactor = 1.3;

/** The arrangements for matrices that are shown as pictures. */
export type PictureLayout = (request: StageRequest, modes: readonly [DrawMode, DrawMode]) => StageLayout;

/** The arrangement with the largest cells that fits the room; pictures have arrangements of their own. */
export function layoutStage<P extends StageLayout | undefined>(
  request: StageRequest,
  pictureLayout: (...of: Parameters<PictureLayout>) => P,
): StageLayout | P {
  if (request.map[0] === 0) return planlessLayout(request, drawMode(request.padded));
  const modes: readonly [DrawMode, DrawMode] = [drawMode(request.padded), drawMode(request.map)];
  if (modes.includes('picture')) return pictureLayout(request, modes);
  if (request.kernel[0] * request.kernel[1] > mostTaps) return pictureLayout(request, ['picture', modes[1]]);
  const best = cellsLayout(request);
  if (best !== undefined && (best.input.cell >= leastSeenCell || Math.min(...request.padded) < leastPicture))
    return best;
  const pictures = pictureLayout(request, ['picture', 'picture']);
  if (pictures === undefined || pictures.height <= request.height) return pictures;
  return best ?? largestAtAnyHeight(request) ?? pictures;
}

/** With everything around the cells, unless that costs their digits. */
function cellsLayout(request: StageRequest): StageLayout | undefined {
  const roomy = bestOf(request, leastCell);
  if (roomy !== undefined && roomy.input.cell >= leastDigitCell) return roomy;
  return bestOf({ ...request, tight: true }, leastTightCell) ?? roomy;
}

/** The arrangement of cells that reads best; undefined where none fits with cells of that size. */
function bestOf(request: StageRequest, least: number): StageLayout | undefined {
  const line = isLine(request) ? largest(request, least, (cell) => lineLayout(request, cell)) : undefined;
  if (line !== undefined) return line;
  const found = [
    request.width >= 620 ? largest(request, least, (cell) => benchLayout(request, 'bench', cell)) : undefined,
    request.width >= 460
      ? largest(request, least, (cell) => benchLayout(request, 'side' satisfies BenchKind, cell))
      : undefined,
    largest(request, least, (cell) => veeLayout(request, cell)),
  ].filter((layout) => layout !== undefined);
  return found.sort((a, b) => worth(b) - worth(a))[0];
}

function drawMode([rows, cols]: readonly [number, number]): DrawMode {
  return rows * cols > mostCells ? 'picture' : 'cells';
}

/** The bench reads best, so another arrangement must offer clearly larger cells to be taken. */
function worth({ composition, input, glass }: StageLayout): number {
  const size = Math.min(input.cell, 60) * 2 + Math.min(glass.cellWidth, 70);
  return size * ({ bench: 1.25, side: 1, vee: 1 } as Record<string, number>)[composition]!;
}

function largest(
  request: StageRequest,
  least: number,
  at: (cell: number) => StageLayout | undefined,
): StageLayout | undefined {
  for (let cell = mostCell(request); cell >= least; cell--) {
    const layout = at(cell);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** Where nothing fits, the stage may scroll: the least height at which the narrow form has readable cells. */
function largestAtAnyHeight(request: StageRequest): StageLayout | undefined {
  for (let height = request.height; height < request.height + 900; height += 40) {
    const layout = largest({ ...request, height }, leastCell, (cell) => veeLayout({ ...request, height }, cell));
    if (layout !== undefined && (layout.input.cell >= 17 || height > request.height + 800)) return layout;
  }
  return undefined;
}

function mostCell({ height, width, digits, presenting }: StageRequest): number {
  const most = presenting ? Math.round(104 * presentingFactor) : 104;
  const byRoom = presenting ? most : height > 700 && width > 1300 ? 104 : 78;
  const forDigits = Math.max(digits.input, digits.map) * digitSize(byRoom) * 0.62 + 10;
  return Math.round(Math.min(most, Math.max(byRoom, Math.min(forDigits, 104))));
}
