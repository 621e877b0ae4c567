import { boxOf, type GridPlace } from './geometryBox';
import type { StageLayout } from './stageLayout';

/** Sides of its cells, in pixels: below the least it is left out; it never competes with the map. */
const cellSides = { least: 14, most: 34, share: 0.6 };

/** Space for its caption, between it and what stands around it. */
const room = { caption: 36, side: 36, edge: 14, legend: 8 };

/** Where the map that stride 1 would give stands beside the map, of so many rows and columns; undefined where there is no room. */
export function strideOnePlace(layout: StageLayout, rows: number, cols: number): GridPlace | undefined {
  if (
    layout.mapMode !== 'cells' ||
    layout.legend === undefined ||
    layout.composition === 'vee' ||
    layout.composition === 'line'
  )
    return undefined;
  const map = boxOf(layout.map);
  const lowest = layout.legend.y - room.legend;
  const below = { x: map.x, y: map.y + map.height + room.caption };
  const beside = { x: map.x + map.width + room.side, y: map.y };
  const places = [below, beside].map(({ x, y }) => {
    const cell = Math.min((layout.width - room.edge - x) / cols, (lowest - y) / rows);
    return { x, y, rows, cols, cell: Math.floor(Math.min(cell, cellSides.most, layout.map.cell * cellSides.share)) };
  });
  const [best] = places.filter(({ cell }) => cell >= cellSides.least).sort((a, b) => b.cell - a.cell);
  return best;
}
