import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { notFiniteLevel, type Picture, valueOfLevel } from '../../engine/picture/picture';
import type { Matrix } from '../../engine/tensor';
import type { Role } from '../../protocol/lens';
import type { Fill } from '../colour/cellFills';
import type { GridPlace } from '../layout/geometryBox';
import { matrixContext } from '../parts/matrixContext';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';

interface PictureProps {
  /** What it is a picture of. */
  readonly label: string;
  readonly part: Role;
  readonly place: GridPlace;
  readonly cells: Cells | undefined;
  readonly fill: Fill;
  readonly onPoint: ((cell: CellAt | undefined) => void) | undefined;
  readonly onPick: ((cell: CellAt) => void) | undefined;
}

/** Longer than the sizes on the way take to come while an edge is dragged. */
const settleMilliseconds = 200;

/** A matrix too large for cells as a picture; what is no finite number is hatched in the colour of the text. */
export function PictureCanvas({ label, part, place, cells, fill, onPoint, onPick }: PictureProps) {
  const { model } = useLens();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { whole, picture } = cells ?? {};
  useSide(part, place, picture !== undefined);
  // An effect would come after the next frame, and the picture with the one after that.
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    if (whole) paintMatrix(canvas.current, whole, fill);
    else if (picture) paintPicture(canvas.current, picture, fill);
  }, [whole, picture, fill]);
  const at = (event: MouseEvent): CellAt => ({
    row: Math.max(0, Math.min(place.rows - 1, Math.floor(event.offsetY / place.cell))),
    col: Math.max(0, Math.min(place.cols - 1, Math.floor(event.offsetX / place.cell))),
  });
  return (
    <canvas
      ref={canvas}
      {...matrixContext(model.surface, part)}
      class={place.cell > 1.5 ? 'picture sharp' : 'picture'}
      hidden={cells === undefined}
      role="img"
      aria-label={label}
      style={{
        left: `${place.x}px`,
        top: `${place.y}px`,
        width: `${place.cols * place.cell}px`,
        height: `${place.rows * place.cell}px`,
      }}
      onPointerMove={(event) => onPoint?.(at(event))}
      onPointerLeave={() => onPoint?.(undefined)}
      onClick={(event) => onPick?.(at(event))}
    />
  );
}

/** Tells the host how many pixels of the screen a picture has, so that it sends no more than those. */
function useSide(role: Role, { rows, cols, cell }: GridPlace, isPicture: boolean): void {
  const { actions } = useLens();
  const side = Math.max(1, Math.ceil(Math.max(rows, cols) * cell * (devicePixelRatio || 1)));
  useEffect(() => {
    if (!isPicture) return undefined;
    const timer = setTimeout(() => actions.post({ type: 'picture-side', role, side }), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [actions, role, side, isPicture]);
}

function paintMatrix(canvas: HTMLCanvasElement, { shape: [rows, cols], data }: Matrix, fill: Fill): void {
  paint(canvas, rows, cols, (index) => {
    const value = data[index] ?? Number.NaN;
    const colour = Number.isFinite(value) ? fill(value) : undefined;
    return colour && packed(colour.r, colour.g, colour.b);
  });
}

function paintPicture(canvas: HTMLCanvasElement, picture: Picture, fill: Fill): void {
  const colours = Array.from({ length: 256 }, (_, level) => {
    const colour = level === notFiniteLevel ? undefined : fill(valueOfLevel(picture, level));
    return colour && packed(colour.r, colour.g, colour.b);
  });
  const { levels } = picture;
  paint(canvas, picture.rows, picture.cols, (index) => colours[levels[index] ?? notFiniteLevel]);
}

function paint(
  canvas: HTMLCanvasElement,
  rows: number,
  cols: number,
  colourOf: (index: number) => number | undefined,
): void {
  if (canvas.width !== cols) canvas.width = cols;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (context === null || rows === 0 || cols === 0) return;
  const image = context.createImageData(cols, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const ink = inkOf(canvas);
  for (let row = 0, index = 0; row < rows; row++)
    for (let col = 0; col < cols; col++, index++) pixels[index] = colourOf(index) ?? ((row + col) % 3 === 0 ? ink : 0);
  context.putImageData(image, 0, 0);
}

function inkOf(canvas: HTMLCanvasElement): number {
  const [r = 0, g = 0, b = 0] = getComputedStyle(canvas).color.match(/\d+/g)?.map(Number) ?? [];
  return packed(r, g, b);
}

/** The bytes r, g, b, 255 in the order of memory, on the machines that there are. */
function packed(r: number, g: number, b: number): number {
  return (255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
}
