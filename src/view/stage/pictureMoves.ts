import { useRef } from 'preact/hooks';
import { wholePicture } from '../../protocol/keptView';
import type { GridPlace } from '../layout/geometryBox';
import { mostScale, movedBy, scaledAt } from '../layout/zoom';
import { useLens } from '../state/lens';

/** So many pixels are no drag yet. */
const slack = 3;

/** What one notch of a wheel does: a pinch comes as many small ones. */
const perPixel = 1.0035;
const mostPixels = 120;

/** Ctrl and the wheel, or a pinch, zoom at the pointer; a drag moves what is zoomed; a double click shows the whole. */
export function usePictureMoves(view: GridPlace) {
  const { model } = useLens();
  const grip = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const moved = useRef(false);
  return {
    hasMoved: () => moved.current,
    handlers: {
      onWheel: (event: WheelEvent) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const box = (event.currentTarget as Element).getBoundingClientRect();
        const at = { x: (event.clientX - box.x) / box.width, y: (event.clientY - box.y) / box.height };
        const pixels = Math.max(-mostPixels, Math.min(mostPixels, event.deltaY));
        const { value: zoom } = model.zoom;
        model.zoom.value = scaledAt(zoom, Math.min(zoom.scale * perPixel ** -pixels, mostScale(view)), at);
      },
      onPointerDown: (event: PointerEvent) => {
        moved.current = false;
        if (event.button === 0 && model.zoom.value.scale > 1) grip.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent) => {
        const { current } = grip;
        if (current === undefined || event.buttons !== 1) return;
        const [dx, dy] = [event.clientX - current.x, event.clientY - current.y];
        if (!moved.current && Math.hypot(dx, dy) <= slack) return;
        if (!moved.current) (event.currentTarget as Element).setPointerCapture(event.pointerId);
        moved.current = true;
        grip.current = { x: event.clientX, y: event.clientY };
        const { width, height } = (event.currentTarget as Element).getBoundingClientRect();
        model.zoom.value = movedBy(model.zoom.value, dx / width, dy / height);
      },
      onPointerUp: () => {
        grip.current = undefined;
      },
      onDblClick: () => {
        model.zoom.value = wholePicture;
      },
    },
  };
}
