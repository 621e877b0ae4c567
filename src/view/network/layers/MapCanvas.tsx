import { useLayoutEffect, useRef } from 'preact/hooks';
import { notFiniteLevel, type Picture, valueOfLevel } from '../../../engine/picture/picture';
import type { SentActivation } from '../../../session/network/networkRequest';
import { shortNumber } from '../../../words/numberText';
import type { Fill } from '../../colour/cellFills';
import { digitInk } from '../../colour/contrast';
import { cssOf } from '../../colour/rgb';
import { packedColour, paintCells } from '../../stage/paintCells';
import type { MapPlace } from './stripLayout';

/** Cells of that many pixels hold their numbers. */
const leastDigits = 22;

interface MapCanvasProps {
  readonly place: MapPlace;
  readonly held: SentActivation;
  readonly channels: number;
  readonly rows: number;
  readonly cols: number;
  readonly fill: Fill;
  readonly isBehind: boolean;
  readonly onPick: (row: number, col: number) => void;
  /** What is told of a cell under the pointer. */
  readonly tell: (row: number, col: number) => string;
}

/** The map of one channel as a picture, with its numbers where there is room for them. */
export function MapCanvas(props: MapCanvasProps) {
  const { place, held, channels, rows, cols, fill, isBehind, onPick, tell } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = place.width / cols;
  useLayoutEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    if (place.channel === 'colours') paintColours(target, held, rows, cols);
    else if (held.kind === 'picture') paintPlane(target, held.picture, place.channel, channels, fill);
    else {
      const plane = held.data.subarray(place.channel * rows * cols, (place.channel + 1) * rows * cols);
      if (scale < leastDigits) paintValues(target, plane, rows, cols, fill);
      else paintNumbers(target, plane, { rows, cols, scale, fill });
    }
  }, [held, fill, place.channel, channels, rows, cols, scale]);
  const cellAt = (event: MouseEvent) => {
    const along = (offset: number, size: number) => Math.max(0, Math.min(size - 1, Math.floor(offset / scale)));
    return [along(event.offsetY, rows), along(event.offsetX, cols)] as const;
  };
  return (
    <canvas
      ref={canvas}
      class={`map${scale > 1.5 ? ' sharp' : ''}${isBehind ? ' behind' : ''}`}
      data-channel={place.channel}
      style={{
        left: `${place.x}px`,
        top: `${place.y}px`,
        width: `${place.width}px`,
        height: `${place.height}px`,
      }}
      onClick={(event) => onPick(...cellAt(event))}
      onPointerMove={(event) => {
        event.currentTarget.title = tell(...cellAt(event));
      }}
    />
  );
}

function paintValues(canvas: HTMLCanvasElement, plane: Float64Array, rows: number, cols: number, fill: Fill): void {
  paintCells(canvas, rows, cols, (index) => {
    const value = plane[index] ?? Number.NaN;
    const colour = Number.isFinite(value) ? fill(value) : undefined;
    return colour && packedColour(colour);
  });
}

/** The planes of the picture lie one below the other. */
function paintPlane(canvas: HTMLCanvasElement, picture: Picture, channel: number, channels: number, fill: Fill): void {
  const rows = Math.max(1, Math.floor(picture.rows / channels));
  const start = Math.floor((picture.rows * channel) / channels) * picture.cols;
  const colours = Array.from({ length: 256 }, (_, level) => {
    const colour = level === notFiniteLevel ? undefined : fill(valueOfLevel(picture, level));
    return colour && packedColour(colour);
  });
  paintCells(canvas, rows, picture.cols, (index) => colours[picture.levels[start + index] ?? notFiniteLevel]);
}

/** Red, green and blue as shares of the largest value. */
function paintColours(canvas: HTMLCanvasElement, held: SentActivation, rows: number, cols: number): void {
  if (held.kind === 'whole') {
    const { data, range } = held;
    paintTriples(canvas, rows, cols, (plane, index) => (data[plane * rows * cols + index] ?? 0) / (range.max || 1));
    return;
  }
  const { picture } = held;
  const height = Math.floor(picture.rows / 3);
  const share = (level: number) => valueOfLevel(picture, level) / (picture.range.max || 1);
  paintTriples(canvas, height, picture.cols, (plane, index) =>
    share(picture.levels[plane * height * picture.cols + index] ?? notFiniteLevel),
  );
}

function paintTriples(
  canvas: HTMLCanvasElement,
  rows: number,
  cols: number,
  shareOf: (plane: number, index: number) => number,
): void {
  const part = (plane: number, index: number) => 255 * Math.min(1, Math.max(0, shareOf(plane, index) || 0));
  paintCells(canvas, rows, cols, (index) => packedColour({ r: part(0, index), g: part(1, index), b: part(2, index) }));
}

interface Numbers {
  readonly rows: number;
  readonly cols: number;
  readonly scale: number;
  readonly fill: Fill;
}

function paintNumbers(canvas: HTMLCanvasElement, plane: Float64Array, { rows, cols, scale, fill }: Numbers): void {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(cols * scale * ratio);
  canvas.height = Math.round(rows * scale * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  context.font = `${Math.max(11, Math.round(scale * 0.38))}px ${getComputedStyle(canvas).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const ink = getComputedStyle(canvas).color;
  const room = Math.max(2, Math.floor(scale / 7.5));
  for (let row = 0, index = 0; row < rows; row++)
    for (let col = 0; col < cols; col++, index++) {
      const value = plane[index] ?? Number.NaN;
      const colour = fill(value);
      context.fillStyle = colour ? cssOf(colour) : 'transparent';
      context.fillRect(col * scale + 0.5, row * scale + 0.5, scale - 1, scale - 1);
      context.fillStyle = colour ? cssOf(digitInk(colour)) : ink;
      context.fillText(shortNumber(value, room), (col + 0.5) * scale, (row + 0.5) * scale, scale - 2);
    }
}
