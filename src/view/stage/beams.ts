import type { Box } from '../layout/geometryBox';

/** One beam of light: a filled shape between two edges, and its two outlines. */
export interface Beam {
  readonly fill: string;
  readonly edges: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** From the right edge of one box to the left edge of another. */
export function beamRight(from: Box, to: Box, inset = 0): Beam {
  const x1 = from.x + from.width;
  const x2 = to.x;
  const corners = [
    [x1, from.y],
    [x2, to.y + inset],
    [x2, to.y + to.height - inset],
    [x1, from.y + from.height],
  ] as const;
  return shape(corners, [x1, 0], [x2, 0]);
}

/** From the lower edge of one box to the upper edge of another below it. */
export function beamDown(from: Box, to: Box, inset = 0): Beam {
  const y1 = from.y + from.height;
  const y2 = to.y;
  const corners = [
    [from.x, y1],
    [to.x + inset, y2],
    [to.x + to.width - inset, y2],
    [from.x + from.width, y1],
  ] as const;
  return shape(corners, [0, y1], [0, y2]);
}

/** From the left edge of one box to the right edge of another. */
export function beamLeft(from: Box, to: Box, inset = 0): Beam {
  const x1 = from.x;
  const x2 = to.x + to.width;
  const corners = [
    [x1, from.y],
    [x2, to.y + inset],
    [x2, to.y + to.height - inset],
    [x1, from.y + from.height],
  ] as const;
  return shape(corners, [x1, 0], [x2, 0]);
}

type Point = readonly [number, number];

function shape([a, b, c, d]: readonly [Point, Point, Point, Point], from: Point, to: Point): Beam {
  return { fill: `M${a} L${b} L${c} L${d} Z`, edges: `M${a} L${b} M${d} L${c}`, from, to };
}

/** From a round aperture to a box: the two lines that touch the circle. */
export function beamFromDisc(
  disc: { readonly x: number; readonly y: number; readonly radius: number },
  to: Box,
  side: 'left' | 'above' | 'below',
): Beam {
  const edge = side === 'above' ? to.y : to.y + to.height;
  const ends: readonly [Point, Point] =
    side === 'left'
      ? [
          [to.x, to.y],
          [to.x, to.y + to.height],
        ]
      : [
          [side === 'above' ? to.x + to.width : to.x, edge],
          [side === 'above' ? to.x : to.x + to.width, edge],
        ];
  const [start, end] = ends.map((point, index) => tangent(disc, point, index === 0 ? -1 : 1)) as [Point, Point];
  return shape(
    [start, ends[0], ends[1], end],
    [disc.x, disc.y],
    [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2],
  );
}

function tangent(
  disc: { readonly x: number; readonly y: number; readonly radius: number },
  [x, y]: Point,
  side: 1 | -1,
): Point {
  const angle = Math.atan2(y - disc.y, x - disc.x) + (side * Math.PI) / 2;
  const reach = disc.radius * 0.92;
  return [
    Math.round((disc.x + Math.cos(angle) * reach) * 10) / 10,
    Math.round((disc.y + Math.sin(angle) * reach) * 10) / 10,
  ];
}
