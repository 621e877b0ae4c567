import { useRef, useState } from 'preact/hooks';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { columnGap, type StripPlaces } from './stripLayout';

/** Pixels of a press that does not move yet. */
const still = 5;

/** A layer on its way to another place. */
export interface StripDrag {
  /** Where in the strip it would be put in; undefined while nothing is dragged. */
  readonly mark: number | undefined;
  readonly dragged: number | 'image' | undefined;
  readonly handlers: (id: number) => {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
  /** True for the click that ends a drag, which is none. */
  readonly hasMoved: () => boolean;
}

interface Grip {
  readonly id: number;
  readonly x: number;
  isMoving: boolean;
}

/** Lets layers be dragged to another place in the strip. */
export function useStripDrag(places: StripPlaces, columns: readonly Column[]): StripDrag {
  const { actions } = useNetwork();
  const grip = useRef<Grip | undefined>(undefined);
  const moved = useRef(false);
  const [to, setTo] = useState<number>();
  const end = (drops: boolean) => {
    const { current } = grip;
    if (drops && current?.isMoving && to !== undefined) {
      const from = columns.findIndex(({ of }) => of === current.id) - 1;
      actions.act({ kind: 'move-layer', id: current.id, to: to > from ? to - 1 : to });
    }
    grip.current = undefined;
    setTo(undefined);
  };
  const handlers = (id: number) => ({
    onPointerDown: (event: PointerEvent) => {
      moved.current = false;
      if (event.button === 0) grip.current = { id, x: event.clientX, isMoving: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = grip;
      if (!current || event.buttons !== 1) return;
      if (!current.isMoving && Math.abs(event.clientX - current.x) < still) return;
      current.isMoving = true;
      moved.current = true;
      const head = event.currentTarget as HTMLElement;
      head.setPointerCapture(event.pointerId);
      const inner = head.closest('.strip-inner')?.getBoundingClientRect();
      setTo(gapAt(places, event.clientX - (inner?.left ?? 0)));
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
  });
  const mark = to === undefined ? undefined : markAt(places, to);
  return { mark, dragged: to === undefined ? undefined : grip.current?.id, handlers, hasMoved: () => moved.current };
}

/** The place among the layers of what is dropped at `x`: as many come before it as have their middle there. */
function gapAt({ columns }: StripPlaces, x: number): number {
  return columns.slice(1).filter((column) => column.x + column.width / 2 < x).length;
}

function markAt({ columns }: StripPlaces, place: number): number {
  const before = columns[place];
  return before ? before.x + before.width + columnGap / 2 : 0;
}
