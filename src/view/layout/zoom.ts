import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { Zoom } from '../../protocol/viewSettings';
import type { Box, GridPlace } from './geometryBox';

/** The largest side of a cell, in pixels. */
const mostCell = 48;

/** How much larger than whole a picture may become. */
export function mostScale({ cell }: GridPlace): number {
  return Math.max(1, mostCell / cell);
}

/** Another scale, around a point that stays where it is; `x` and `y` are shares of the box that is looked through. */
export function scaledAt(
  { scale, left, top }: Zoom,
  wanted: number,
  { x, y }: { readonly x: number; readonly y: number },
): Zoom {
  const next = Math.max(1, wanted);
  return kept({ scale: next, left: left + x / scale - x / next, top: top + y / scale - y / next });
}

/** The picture moved by shares of the box that is looked through. */
export function movedBy({ scale, left, top }: Zoom, x: number, y: number): Zoom {
  return kept({ scale, left: left - x / scale, top: top - y / scale });
}

/** Moved as little as brings a part of the whole, in shares of it, into view; its middle where it is larger. */
export function broughtIn({ scale, left, top }: Zoom, { x, y, width, height }: Box): Zoom {
  const shown = 1 / scale;
  const along = (from: number, start: number, size: number) =>
    size >= shown ? start + (size - shown) / 2 : Math.max(start + size - shown, Math.min(start, from));
  return kept({ scale, left: along(left, x, width), top: along(top, y, height) });
}

/** The part of the map whose patches lie around the middle of the part of the padded input that is shown. */
export function zoomOfMap(zoom: Zoom, { height, width }: Conv2dPlan): Zoom {
  const along = ({ paddedSize, span, stride, outputSize }: Conv2dPlan['height'], from: number, scale: number) => {
    const middle = ((from + 0.5 / zoom.scale) * paddedSize - span / 2) / stride + 0.5;
    return middle / outputSize - 0.5 / scale;
  };
  const ratio = ({ paddedSize, stride, outputSize }: Conv2dPlan['height']) => (outputSize * stride) / paddedSize;
  const scale = Math.max(1, zoom.scale * Math.max(ratio(height), ratio(width)));
  return kept({ scale, left: along(width, zoom.left, scale), top: along(height, zoom.top, scale) });
}

/** Where the cells of a picture lie of which a part is looked at through the box of the whole. */
export function zoomedPlace(place: GridPlace, { scale, left, top }: Zoom): GridPlace {
  const { x, y, cell, rows, cols } = place;
  return { ...place, x: x - left * scale * cols * cell, y: y - top * scale * rows * cell, cell: cell * scale };
}

/** The part of a box that is seen through another; of one that lies outside, the nearest place, without a size. */
export function seenThrough(box: Box, view: Box): Box {
  const x = clamp(box.x, view.x, view.x + view.width);
  const y = clamp(box.y, view.y, view.y + view.height);
  return {
    x,
    y,
    width: Math.max(0, clamp(box.x + box.width, view.x, view.x + view.width) - x),
    height: Math.max(0, clamp(box.y + box.height, view.y, view.y + view.height) - y),
  };
}

function kept({ scale, left, top }: Zoom): Zoom {
  const most = 1 - 1 / scale;
  return { scale, left: clamp(left, 0, most), top: clamp(top, 0, most) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
