import type { Extent } from '../../../engine/network/valueExtents';
import { useNetwork } from '../state/network';
import { cellsInStrip, valueInStrip } from './placesInStrip';
import type { ColumnPlace, StripBox, StripPlaces } from './stripLayout';

/** More beams than these between two columns are a fog. */
const mostBeams = 8;

/** The chosen value, what of every earlier activation it depends on, and the light between them. */
export function StripOverlay({ places }: { readonly places: StripPlaces }) {
  const { facts, model } = useNetwork();
  const chosen = facts.chosen.value;
  const place = chosen && places.columns[chosen.column];
  const target = chosen && place ? valueInStrip(place, places.scale, chosen) : undefined;
  if (!chosen || !target) return null;
  const boxes: (readonly StripBox[])[] = facts.extents.value.map((extent, column) =>
    extentInStrip(places.columns[column], extent, places.scale, model.isStacked.value),
  );
  boxes.push([target]);
  return (
    <svg class="overlay" width={places.width} height={places.height} aria-hidden="true">
      {boxes.slice(0, -1).flatMap((from, column) => beams(from, boxes[column + 1] ?? []))}
      {boxes.flatMap((some, column) =>
        some.map((box) => (
          <Frame key={`${column} ${box.x} ${box.y}`} box={box} isChosen={column === boxes.length - 1} />
        )),
      )}
    </svg>
  );
}

function extentInStrip(
  place: ColumnPlace | undefined,
  extent: Extent,
  scale: number,
  isStacked: boolean,
): readonly StripBox[] {
  if (!place) return [];
  if (extent.kind === 'row') {
    if (!extent.values || !place.row) return [];
    const { first, last } = extent.values;
    const { x, y, width, height } = place.row;
    const one = { channel: 0, row: 0 };
    return first === last ? [valueInStrip(place, scale, { ...one, col: first })!] : [{ x, y, width, height }];
  }
  const rows = extent.rows.cells;
  const cols = extent.cols.cells;
  if (!rows || !cols) return [];
  const cells = {
    row: rows.first,
    col: cols.first,
    rows: rows.last - rows.first + 1,
    cols: cols.last - cols.first + 1,
  };
  // Of a stack, only what lies in front is seen.
  return (isStacked ? place.maps.slice(-1) : place.maps).flatMap(({ channel }) => {
    const isRead = channel !== 'colours' && channel >= extent.channels.first && channel <= extent.channels.last;
    const box = isRead ? cellsInStrip(place, channel, scale, cells) : undefined;
    return box ? [box] : [];
  });
}

function Frame({ box, isChosen }: { readonly box: StripBox; readonly isChosen: boolean }) {
  const room = isChosen ? 2 : 1;
  const least = isChosen ? 8 : 3;
  const [width, height] = [Math.max(least, box.width) + 2 * room, Math.max(least, box.height) + 2 * room];
  const [x, y] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2];
  const shape = { x, y, width, height, rx: 2 };
  return (
    <>
      <rect class="halo" {...shape} />
      <rect class={isChosen ? 'frame chosen' : 'frame'} {...shape} />
    </>
  );
}

/** From channel to channel where there are as many on both sides, else from each to the first. */
function beams(from: readonly StripBox[], to: readonly StripBox[]) {
  if (from.length > mostBeams) return [];
  return from.flatMap((box, place) => {
    const goal = from.length === to.length ? to[place] : to[0];
    if (!goal) return [];
    const [right, left] = [box.x + box.width, goal.x];
    const points = `${right},${box.y} ${left},${goal.y} ${left},${goal.y + goal.height} ${right},${box.y + box.height}`;
    // Many of them lie over each other.
    return [<polygon key={`${box.x} ${box.y}`} class="beam" points={points} opacity={1 / Math.sqrt(from.length)} />];
  });
}
