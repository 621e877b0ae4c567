import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { notFiniteLevel, type Picture, valueOfLevel } from '../../engine/picture/picture';
import type { Matrix } from '../../engine/tensor';
import type { Role } from '../../protocol/lens';
import type { Fill } from '../colour/cellFills';
import { boxOf, type GridPlace } from '../layout/geometryBox';
import { matrixContext } from '../parts/matrixContext';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';
import { ExactCells } from './ExactCells';
import { packedColour, paintCells } from './paintCells';
import { usePictureMoves } from './pictureMoves';
import { ZoomControl } from './ZoomControl';

interface PictureProps {
  /** What it is a picture of. */
  readonly label: string;
  readonly part: Role;
  /** Where its cells lie, and the box of the whole that they are seen through. */
  readonly place: GridPlace;
  readonly view: GridPlace;
  readonly cells: Cells | undefined;
  readonly fill: Fill;
  readonly onPoint: ((cell: CellAt | undefined) => void) | undefined;
  readonly onPick: ((cell: CellAt) => void) | undefined;
}

/** Longer than the sizes on the way take to come while an edge is dragged. */
const settleMilliseconds = 200;

/** A matrix too large for cells as a picture; what is no finite number is hatched in the colour of the text. */
export function PictureCanvas({ label, part, place, view, cells, fill, onPoint, onPick }: PictureProps) {
  const { model } = useLens();
  const isZoomable = part !== 'kernel';
  const moving = usePictureMoves(view);
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
  const box = boxOf(view);
  return (
    <>
      <div
        class="picture-view"
        style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }}
        {...(isZoomable && moving.handlers)}
      >
        <canvas
          ref={canvas}
          {...matrixContext(model.surface, part)}
          class={place.cell > 1.5 ? 'picture sharp' : 'picture'}
          hidden={cells === undefined}
          role="img"
          aria-label={label}
          style={{
            left: `${place.x - box.x}px`,
            top: `${place.y - box.y}px`,
            width: `${place.cols * place.cell}px`,
            height: `${place.rows * place.cell}px`,
          }}
          onPointerMove={(event) => onPoint?.(at(event))}
          onPointerLeave={() => onPoint?.(undefined)}
          onClick={(event) => !moving.hasMoved() && onPick?.(at(event))}
        />
        {isZoomable && cells && model.zoom.value.scale > 1 && (
          <ExactCells place={place} view={box} cells={cells} fill={fill} />
        )}
      </div>
      {part === 'input' && <ZoomControl view={view} />}
    </>
  );
}

/** Beyond, the cells themselves are asked for. */
const mostSide = 2048;

/** Tells the host how many pixels of the screen a picture has, so that it sends no more than those. */
function useSide(role: Role, { rows, cols, cell }: GridPlace, isPicture: boolean): void {
  const { actions, model } = useLens();
  const pixels = cell * model.theme.value.scale * (devicePixelRatio || 1);
  const wanted = Math.ceil(Math.max(rows, cols) * pixels);
  const side = Math.max(1, Math.min(wanted, mostSide));
  useEffect(() => {
    if (!isPicture) return undefined;
    const timer = setTimeout(() => actions.post({ type: 'picture-side', role, side }), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [actions, role, side, isPicture]);
}

function paintMatrix(canvas: HTMLCanvasElement, { shape: [rows, cols], data }: Matrix, fill: Fill): void {
  paintCells(canvas, rows, cols, (index) => {
    const value = data[index] ?? Number.NaN;
    const colour = Number.isFinite(value) ? fill(value) : undefined;
    return colour && packedColour(colour);
  });
}

function paintPicture(canvas: HTMLCanvasElement, picture: Picture, fill: Fill): void {
  const colours = Array.from({ length: 256 }, (_, level) => {
    const colour = level === notFiniteLevel ? undefined : fill(valueOfLevel(picture, level));
    return colour && packedColour(colour);
  });
  const { levels } = picture;
  paintCells(canvas, picture.rows, picture.cols, (index) => colours[levels[index] ?? notFiniteLevel]);
}
