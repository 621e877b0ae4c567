import type { StageShape } from '../../../engine/network/networkStage';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import type { RowPlace } from '../layers/stripLayout';

/** A rectangle. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How large values are drawn by themselves, in pixels, and where each lies. */
export interface PicturePlaces {
  readonly width: number;
  readonly height: number;
  readonly boxOf: (place: ValuePlace) => PictureBox;
  /** Of a row: as runs from top to bottom. */
  readonly row: RowPlace | undefined;
}

const mostScale = 44;
const digits = { least: 30, none: 21 } as const;
const fewValues = 16;
const fewHeight = 22;
const leastFrame = 8;

/** Values as large as a square of that side lets them be; planes in whole pixels where cells are large. */
export function pictureOf(shape: StageShape, side: number): PicturePlaces {
  if (shape.length === 1) return rowOf(shape[0], side);
  const [, rows, cols] = shape;
  const scale = scaleFor(side / Math.max(rows, cols));
  const boxOf = ({ row, col }: ValuePlace) => seen({ x: col * scale, y: row * scale, width: scale, height: scale });
  return { width: cols * scale, height: rows * scale, boxOf, row: undefined };
}

/** Cells are large enough for digits that say something, or have none. */
function scaleFor(free: number): number {
  if (free < 4) return free;
  return free < digits.least ? Math.min(digits.none, Math.floor(free)) : Math.min(mostScale, Math.floor(free));
}

function rowOf(values: number, side: number): PicturePlaces {
  const isFew = values <= fewValues;
  const perRun = isFew ? values : Math.max(Math.min(values, Math.floor(side / 5)), Math.ceil(values / side));
  const runs = Math.ceil(values / perRun);
  const cellWidth = isFew ? Math.min(200, side) : Math.max(1, Math.min(18, Math.floor(side / runs)));
  const cellHeight = isFew ? fewHeight : Math.min(5, side / perRun);
  const [width, height] = [runs * cellWidth, Math.min(values, perRun) * cellHeight];
  const boxOf = ({ col }: ValuePlace) =>
    seen({
      x: Math.floor(col / perRun) * cellWidth,
      y: (col % perRun) * cellHeight,
      width: cellWidth,
      height: cellHeight,
    });
  return { width, height, boxOf, row: { x: 0, y: 0, width, height, values, perRun, cellWidth, cellHeight } };
}

/** A frame is never smaller than can be seen. */
function seen({ x, y, width, height }: PictureBox): PictureBox {
  const [wide, high] = [Math.max(leastFrame, width), Math.max(leastFrame, height)];
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
}
