import { useEffect, useRef } from 'preact/hooks';
import type { Matrix } from '../../engine/tensor';
import type { Fill } from '../colour/cellFills';
import type { GridPlace } from '../layout/geometryBox';
import type { CellAt } from '../state/lensModel';

interface PictureProps {
  /** What it is a picture of. */
  readonly label: string;
  readonly place: GridPlace;
  readonly matrix: Matrix | undefined;
  readonly fill: Fill;
  readonly onPoint: ((cell: CellAt | undefined) => void) | undefined;
  readonly onPick: ((cell: CellAt) => void) | undefined;
}

/** A matrix too large for cells as a picture, one pixel for each value. */
export function PictureCanvas({ label, place, matrix, fill, onPoint, onPick }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && matrix !== undefined) paint(canvas.current, matrix, fill);
  }, [matrix, fill]);
  const at = (event: MouseEvent): CellAt => ({
    row: Math.max(0, Math.min(place.rows - 1, Math.floor(event.offsetY / place.cell))),
    col: Math.max(0, Math.min(place.cols - 1, Math.floor(event.offsetX / place.cell))),
  });
  return (
    <canvas
      ref={canvas}
      class={place.cell > 1.5 ? 'picture sharp' : 'picture'}
      width={place.cols}
      height={place.rows}
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

function paint(canvas: HTMLCanvasElement, { shape: [rows, cols], data }: Matrix, fill: Fill): void {
  const context = canvas.getContext('2d');
  if (context === null || rows === 0 || cols === 0) return;
  const image = context.createImageData(cols, rows);
  for (let i = 0; i < data.length; i++) {
    const colour = fill(data[i] ?? Number.NaN);
    if (colour === undefined) continue;
    image.data[i * 4] = colour.r;
    image.data[i * 4 + 1] = colour.g;
    image.data[i * 4 + 2] = colour.b;
    image.data[i * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
