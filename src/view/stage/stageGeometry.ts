import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { Zoom } from '../../protocol/viewSettings';
import { type Box, boxOf, cellsBox, type GridPlace } from '../layout/geometryBox';
import type { StageLayout } from '../layout/stageLayout';
import { seenThrough, zoomedPlace, zoomOfMap } from '../layout/zoom';
import type { ShownStep } from '../state/shownStep';
import { type Disc, discPlace } from './discPlace';

/** Where the things of the shown step lie on the stage. */
export interface StageGeometry {
  /** The input with its padding. */
  readonly ring: Box;
  readonly patch: Box;
  readonly map: Box;
  readonly cell: Box;
  readonly disc: Disc;
  /** The neighbourhood beside a picture, and where it begins, in cells of the unpadded input. */
  readonly near: NearPlace | undefined;
}

/** A window of the padded input on the stage. */
export interface NearPlace {
  readonly place: GridPlace;
  readonly row: number;
  readonly col: number;
  readonly patch: Box;
}

/** Works out the boxes of a step; of what is zoomed, the part that is seen. */
export function stageGeometry(layout: StageLayout, plan: Conv2dPlan, shown: ShownStep, zoom: Zoom): StageGeometry {
  const { height, width } = plan;
  const { input, map } = zoomedPlaces(layout, plan, zoom);
  const patch = cellsBox(input, shown.row * height.stride, shown.col * width.stride, height.span, width.span);
  const inMap = cellsBox(map, shown.row, shown.col);
  const cell = seenThrough(inMap, boxOf(layout.map));
  return {
    ring: boxOf(layout.input),
    patch: framed(patch, boxOf(layout.input), layout.inputMode),
    map: boxOf(layout.map),
    cell: framed(inMap, boxOf(layout.map), layout.mapMode),
    disc: discPlace(layout, cell),
    near: layout.near && nearPlace(layout.near, plan, shown),
  };
}

/** Where the cells of padded input and map lie; only pictures are zoomed. */
export function zoomedPlaces(
  { input, map, inputMode, mapMode }: StageLayout,
  plan: Conv2dPlan,
  zoom: Zoom,
): { readonly input: GridPlace; readonly map: GridPlace } {
  return {
    input: inputMode === 'picture' ? zoomedPlace(input, zoom) : input,
    map: mapMode === 'picture' ? zoomedPlace(map, zoomOfMap(zoom, plan)) : map,
  };
}

/** The outline of some cells: in a picture, what is seen of them, and never too small to be seen. */
function framed(cells: Box, view: Box, mode: StageLayout['inputMode']): Box {
  const box = atLeast(cells, 12);
  const isSeen = cells.x < view.x + view.width && cells.x + cells.width > view.x;
  const isLevel = cells.y < view.y + view.height && cells.y + cells.height > view.y;
  if (mode === 'cells') return box;
  return isSeen && isLevel ? box : seenThrough(cells, view);
}

/** The window of the padded input around the patch, inside the padded input. */
function nearPlace(place: GridPlace, { height, width }: Conv2dPlan, { row, col }: ShownStep): NearPlace {
  const start = (axis: Conv2dPlan['height'], output: number, size: number) => {
    const centred = output * axis.stride - Math.floor((size - axis.span) / 2);
    return Math.max(0, Math.min(axis.paddedSize - size, centred));
  };
  const firstRow = start(height, row, place.rows);
  const firstCol = start(width, col, place.cols);
  const patch = cellsBox(place, row * height.stride - firstRow, col * width.stride - firstCol, height.span, width.span);
  return { place, row: firstRow - height.before, col: firstCol - width.before, patch };
}

function atLeast({ x, y, width, height }: Box, least: number): Box {
  const dx = Math.max(0, least - width) / 2;
  const dy = Math.max(0, least - height) / 2;
  return { x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy };
}
