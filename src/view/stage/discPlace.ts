import type { Box } from '../layout/geometryBox';
import type { StageLayout } from '../layout/stageLayout';

/** A circle on the stage. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where the sum hangs at the lens's edge: it glides along the rim to stay level with its cell. */
export function discPlace({ glass, disc, composition, map, kernel }: StageLayout, cell: Box): Disc {
  const { radius } = disc;
  if (composition === 'line')
    return {
      x: Math.max(glass.x + radius, Math.min(glass.x + glass.width - radius, cell.x + cell.width / 2)),
      y: glass.y + glass.height + radius * 0.75,
      radius,
    };
  if (composition === 'row')
    return {
      x: glass.x + Math.min(glass.width * 0.5, Math.max(radius, cell.x - glass.x)),
      y: glass.y - radius + 10,
      radius,
    };
  if (composition === 'vee' || composition === 'thumbs')
    return {
      x: Math.min(
        glass.x + glass.width + radius * 0.55,
        Math.max(map.x + map.cols * map.cell - radius, glass.x + glass.width),
      ),
      // A low lens has the kernel right beside it.
      y: Math.min(glass.y + radius + 14, kernel.y - radius - 4),
      radius,
    };
  const level = cell.y + cell.height / 2;
  const y = Math.max(glass.y + radius + 10, Math.min(glass.y + glass.height - radius - 24, level));
  return { x: glass.x + glass.width + radius * 0.62, y, radius };
}
