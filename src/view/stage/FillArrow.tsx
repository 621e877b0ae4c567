import { boxOf, cellsBox, type GridPlace } from '../layout/geometryBox';

interface FillArrowProps {
  readonly place: GridPlace;
  /** Places in the grid: the cell that a value was taken from, and the added cell that holds it. */
  readonly from: readonly [row: number, col: number];
  readonly to: readonly [row: number, col: number];
}

/** Shows which cell of the input an added cell repeats. */
export function FillArrow({ place, from, to }: FillArrowProps) {
  const { width, height } = boxOf(place);
  const origin = { ...place, x: 0, y: 0 };
  const source = cellsBox(origin, ...from);
  const added = cellsBox(origin, ...to);
  const start = { x: source.x + source.width / 2, y: source.y + source.height / 2 };
  const end = { x: added.x + added.width / 2, y: added.y + added.height / 2 };
  const line = bowed(start, end, place.cell);
  return (
    <svg
      class="fill-arrow"
      aria-hidden="true"
      width={width}
      height={height}
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
    >
      <rect x={source.x + 1.5} y={source.y + 1.5} width={source.width - 3} height={source.height - 3} rx={3} />
      <path class="halo" d={line.path} />
      <path d={line.path} />
      <path class="head" d={line.head} />
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line that bows aside, so that it is seen beside the cells' edges, and ends short of the digit with a head. */
function bowed(start: Point, end: Point, cell: number): { readonly path: string; readonly head: string } {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const bow = Math.min(cell * 0.5, length * 0.25);
  const control = { x: start.x + dx / 2 - (dy / length) * bow, y: start.y + dy / 2 + (dx / length) * bow };
  const angle = Math.atan2(end.y - control.y, end.x - control.x);
  const short = Math.min(cell * 0.3, length * 0.3);
  const tip = { x: end.x - Math.cos(angle) * short, y: end.y - Math.sin(angle) * short };
  const side = (turn: number) => `${tip.x - 8 * Math.cos(angle + turn)},${tip.y - 8 * Math.sin(angle + turn)}`;
  return {
    path: `M${start.x},${start.y} Q${control.x},${control.y} ${tip.x},${tip.y}`,
    head: `M${side(0.45)} L${tip.x},${tip.y} L${side(-0.45)}`,
  };
}
