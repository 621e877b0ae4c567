import { useRef } from 'preact/hooks';

/** Pixels of a drag for one step. */
const stepPixels = 14;

/** Handlers that let a number be dragged sideways as on a slider; a press that does not move stays a click. */
export function useScrub(value: number, set: (value: number) => void) {
  const grip = useRef<{ readonly x: number; readonly from: number; at: number } | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) grip.current = { x: event.clientX, from: value, at: value };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = grip;
      if (current === undefined || event.buttons !== 1) return;
      const next = current.from + Math.trunc((event.clientX - current.x) / stepPixels);
      if (next === current.at) return;
      current.at = next;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      set(next);
    },
    onPointerUp: () => {
      grip.current = undefined;
    },
  };
}
