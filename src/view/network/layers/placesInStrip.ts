import type { ValuePlace } from '../../../engine/network/valuePlace';
import type { ColumnPlace, StripBox } from './stripLayout';

/** Rows and columns of a box of cells. */
interface CellBox {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** Where some cells of a channel's map are drawn; undefined where that channel has no map. */
export function cellsInStrip(place: ColumnPlace, channel: number, scale: number, cells: CellBox): StripBox | undefined {
  const map = place.maps.find((one) => one.channel === channel);
  return (
    map && {
      x: map.x + cells.col * scale,
      y: map.y + cells.row * scale,
      width: cells.cols * scale,
      height: cells.rows * scale,
    }
  );
}

/** Where a value is drawn: the cell of its map, or its place in the runs of a row. */
export function valueInStrip(place: ColumnPlace, scale: number, value: ValuePlace): StripBox | undefined {
  if (!place.row)
    return cellsInStrip(place, value.channel, scale, { row: value.row, col: value.col, rows: 1, cols: 1 });
  const { x, y, perRun, cellWidth, cellHeight } = place.row;
  return {
    x: x + Math.floor(value.col / perRun) * cellWidth,
    y: y + (value.col % perRun) * cellHeight,
    width: cellWidth,
    height: cellHeight,
  };
}
