import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { StageShape } from '../../../engine/network/networkStage';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { AddLayer } from './AddLayer';
import { ColumnMaps } from './ColumnMaps';
import { StageFacts } from './StageFacts';
import { StageFault } from './StageFault';
import { StageHead } from './StageHead';
import { StripOverlay } from './StripOverlay';
import { type StripPlaces, stripLayout } from './stripLayout';
import { useSize } from './useSize';
import { useStripDrag } from './useStripDrag';

/** Above the maps a column has its head, below them its facts: in heights of letters. */
const headLetters = 3.85;
const factsLetters = 6.5;

/** The activations of the network side by side, from the image to the answer. */
export function Strip() {
  const { facts } = useNetwork();
  const { element, size } = useSize<HTMLDivElement>();
  const columns = facts.columns.value;
  const places = useStripPlaces(columns, size);
  const top = Math.round(headLetters * size.letters);
  const drag = useStripDrag(places, columns);
  useChosenInSight(element, places);
  const walking = useMovedFocus(element, columns);
  if (columns.length === 0) return <div ref={element} class="strip" />;
  return (
    <section ref={element} class="strip" aria-label={facts.t.value('Layers')}>
      <div class="strip-inner" style={{ width: `${places.width}px` }}>
        {columns.map((column, index) => (
          <StageHead
            key={column.of}
            column={column}
            index={index}
            place={places.columns[index]!}
            drag={drag}
            walking={walking}
          />
        ))}
        <StripMaps columns={columns} places={places} top={top} />
        {columns.map((column, index) => (
          <StageFacts key={column.of} column={column} place={places.columns[index]!} top={top + places.height} />
        ))}
        {columns.map((column, index) => (
          <AddLayer
            key={column.of}
            after={index}
            isLast={index === columns.length - 1}
            place={places.columns[index]!}
          />
        ))}
        {drag.mark !== undefined && <i class="drop-mark" style={{ left: `${drag.mark}px` }} />}
      </div>
    </section>
  );
}

interface StripMapsProps {
  readonly columns: readonly Column[];
  readonly places: StripPlaces;
  readonly top: number;
}

/** What was computed, or why it was not, with the light that leads to the chosen value. */
function StripMaps({ columns, places, top }: StripMapsProps) {
  return (
    <div class="maps" style={{ top: `${top}px`, height: `${places.height}px` }}>
      {columns.map((column, index) =>
        column.shape === undefined ? (
          <StageFault key={column.of} column={column} index={index} place={places.columns[index]!} />
        ) : (
          <ColumnMaps
            key={column.of}
            column={column}
            index={index}
            place={places.columns[index]!}
            scale={places.scale}
          />
        ),
      )}
      <StripOverlay places={places} />
    </div>
  );
}

/** A layer that is moved by keys takes the focus along, which the page would drop on the way. */
function useMovedFocus(strip: { readonly current: HTMLElement | null }, columns: readonly Column[]) {
  const walking = useRef<number | undefined>(undefined);
  const order = columns.map(({ of }) => of).join(' ');
  useLayoutEffect(() => {
    const place = columns.findIndex(({ of }) => of === walking.current);
    if (place > 0) strip.current?.querySelector<HTMLElement>(`[data-stage="${place}"]`)?.focus();
    walking.current = undefined;
  }, [strip, order]);
  return walking;
}

/** Scrolls to the column of the chosen value where it is out of sight. */
function useChosenInSight(strip: { readonly current: HTMLElement | null }, { columns }: StripPlaces): void {
  const { facts, model } = useNetwork();
  const column = columns[facts.chosen.value?.column ?? -1];
  const still = model.theme.value.still;
  useEffect(() => {
    const target = strip.current;
    if (target === null || column === undefined) return;
    const isInSight =
      column.x >= target.scrollLeft && column.x + column.width <= target.scrollLeft + target.clientWidth;
    const left = column.x + (column.width - target.clientWidth) / 2;
    if (!isInSight) target.scrollTo({ left, behavior: still ? 'instant' : 'smooth' });
  }, [strip, column, still]);
}

function useStripPlaces(
  columns: readonly Column[],
  { width, height, letters }: { readonly width: number; readonly height: number; readonly letters: number },
): StripPlaces {
  const { model, facts } = useNetwork();
  const isStacked = model.isStacked.value;
  const chosen = facts.chosen.value;
  const fronts = columns.map((_, index) => frontOf(index, chosen, facts.extents.value));
  const key = JSON.stringify([
    columns.map(({ shape, stage }) => shape ?? stage?.stage.kind),
    fronts,
    width,
    height,
    letters,
  ]);
  return useMemo(
    () =>
      stripLayout({
        columns: columns.map(({ shape, stage }) => ({
          shape: shape as StageShape,
          isRefused: stage?.stage.kind === 'refused',
          isColoured: stage === undefined && shape?.length === 3 && shape[0] === 3,
        })),
        width,
        height: Math.max(96, height - (headLetters + factsLetters) * letters),
        letters,
        isStacked,
        fronts,
      }),
    [key, isStacked],
  );
}

type Facts = ReturnType<typeof useNetwork>['facts'];

/** Of a stack, the channel of the chosen value lies in front, and before it the first that it depends on. */
function frontOf(index: number, chosen: Facts['chosen']['value'], extents: Facts['extents']['value']): number {
  if (chosen?.column === index) return chosen.channel;
  const extent = extents[index];
  return extent?.kind === 'planes' ? extent.channels.first : 0;
}
