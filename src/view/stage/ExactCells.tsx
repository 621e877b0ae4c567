import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type CellWindow, mostRegionCells } from '../../protocol/lens';
import { numberText } from '../../words/numberText';
import type { Fill } from '../colour/cellFills';
import { styleOf } from '../grid/GridCell';
import type { Box, GridPlace } from '../layout/geometryBox';
import { digitSize, roomFor } from '../layout/stageLayout';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import { packedColour, paintCells } from './paintCells';

interface ExactCellsProps {
  readonly place: GridPlace;
  readonly view: Box;
  readonly cells: Cells;
  readonly fill: Fill;
}

/** Cells from this side on are written as numbers. */
const readableCell = 30;

/** A wheel that turns on asks for no cells yet. */
const settleMilliseconds = 120;

/** Over a zoomed picture: the cells that are seen in their own colours, and as numbers where these have room. */
export function ExactCells({ place, view, cells, fill }: ExactCellsProps) {
  const { actions, model } = useLens();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { row, col, rows, cols } = seenCells(place, view);
  const isFew = rows * cols <= mostRegionCells && place.cell >= 1;
  const window = useMemo(() => ({ row, col, rows, cols }), [row, col, rows, cols]);
  const isHere = isFew && holds(cells, window);
  useEffect(() => {
    if (!isFew || isHere) return undefined;
    const ask = () => actions.post({ type: 'region', id: cells.id, window: withMargin(window) });
    const timer = setTimeout(ask, settleMilliseconds);
    return () => clearTimeout(timer);
  }, [isFew, isHere, window, cells.id]);
  useLayoutEffect(() => {
    if (canvas.current === null || !isHere) return;
    paintCells(canvas.current, rows, cols, (index) => {
      const value = cells.at(row + Math.floor(index / cols), col + (index % cols)) ?? Number.NaN;
      const colour = Number.isFinite(value) ? fill(value) : undefined;
      return colour && packedColour(colour);
    });
  }, [cells, fill, window, isHere]);
  const isRead = isHere && place.cell >= readableCell && model.settings.value.cells !== 'colours';
  // A hover draws the stage again, but none of these.
  const digits = useMemo(
    () => isRead && <Digits place={place} view={view} cells={cells} fill={fill} window={window} />,
    [isRead, cells, fill, window, place.x, place.y, place.cell],
  );
  if (!isHere) return null;
  return (
    <>
      <canvas
        ref={canvas}
        class="exact-cells"
        style={{
          left: `${place.x + col * place.cell - view.x}px`,
          top: `${place.y + row * place.cell - view.y}px`,
          width: `${cols * place.cell}px`,
          height: `${rows * place.cell}px`,
        }}
      />
      {digits}
    </>
  );
}

function Digits({ place, view, cells, fill, window }: ExactCellsProps & { readonly window: CellWindow }) {
  const { x, y, cell } = place;
  const fontSize = digitSize(cell, 4);
  const room = Math.max(3, roomFor(cell, fontSize, 4));
  const digits = [];
  for (let row = window.row; row < window.row + window.rows; row++)
    for (let col = window.col; col < window.col + window.cols; col++) {
      const value = cells.at(row, col);
      const left = `${x + col * cell - view.x}px`;
      const top = `${y + row * cell - view.y}px`;
      const size = { width: `${cell}px`, height: `${cell}px`, fontSize: `${fontSize}px` };
      const ink = value === undefined ? undefined : styleOf(fill(value));
      if (value !== undefined)
        digits.push(
          <span key={`${row},${col}`} style={{ left, top, ...size, color: ink?.color }}>
            {numberText(value, room).text}
          </span>,
        );
    }
  return (
    <div class="picture-digits" aria-hidden="true">
      {digits}
    </div>
  );
}

/** The cells of a place that a box shows, whole or in part. */
function seenCells({ x, y, cell, rows, cols }: GridPlace, view: Box): CellWindow {
  const along = (start: number, from: number, size: number, all: number) => {
    const first = Math.max(0, Math.floor((from - start) / cell));
    return [first, Math.max(0, Math.min(all, Math.ceil((from + size - start) / cell)) - first)] as const;
  };
  const [row, height] = along(y, view.y, view.height, rows);
  const [col, width] = along(x, view.x, view.width, cols);
  return { row, col, rows: height, cols: width };
}

/** With what a short move brings into view. */
function withMargin({ row, col, rows, cols }: CellWindow): CellWindow {
  const wide = { row: row - (rows >> 2), col: col - (cols >> 2), rows: rows + (rows >> 1), cols: cols + (cols >> 1) };
  return wide.rows * wide.cols <= mostRegionCells ? wide : { row, col, rows, cols };
}

/** Whether the numbers of a window are here. */
function holds({ whole, regions }: Cells, { row, col, rows, cols }: CellWindow): boolean {
  if (whole !== undefined) return true;
  return regions.some(
    (region) =>
      region.row <= row &&
      region.col <= col &&
      row + rows <= region.row + region.rows &&
      col + cols <= region.col + region.cols,
  );
}
