import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { type Box, boxOf, cellsBox, type GridPlace } from '../layout/geometryBox';
import type { StageLayout } from '../layout/stageLayout';
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

/** Works out the boxes of a step. */
export function stageGeometry(layout: StageLayout, plan: Conv2dPlan, shown: ShownStep): StageGeometry {
  const { height, width } = plan;
  const patch = cellsBox(layout.input, shown.row * height.stride, shown.col * width.stride, height.span, width.span);
  const cell = cellsBox(layout.map, shown.row, shown.col);
  return {
    ring: boxOf(layout.input),
    patch: atLeast(patch, 12),
    map: boxOf(layout.map),
    cell: atLeast(cell, 12),
    disc: discPlace(layout, cell),
    near: layout.near && nearPlace(layout.near, plan, shown),
  };
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
