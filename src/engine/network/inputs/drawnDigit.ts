import type { Tensor } from '../../tensor';
import { seededNumber } from '../seededNumber';

type Point = readonly [x: number, y: number];

/** The side of a drawn digit in pixels, as MNIST has it. */
export const digitSide = 28;

/** Pixels from the middle of a stroke to its edge. */
const halfStroke = 1.15;
const pointsOfArc = 24;

/** The strokes of each digit in a unit square, x to the right and y down; one person's hand, drawn for this. */
const strokes: readonly (readonly (readonly Point[])[])[] = [
  [arc([0.5, 0.5], [0.23, 0.35], 0, 360)],
  [
    [
      [0.37, 0.28],
      [0.53, 0.15],
      [0.53, 0.85],
    ],
  ],
  [[...arc([0.49, 0.35], [0.23, 0.2], 195, 395), [0.27, 0.85], [0.75, 0.85]]],
  [arc([0.47, 0.32], [0.22, 0.17], 205, 445), arc([0.47, 0.67], [0.25, 0.18], 275, 515)],
  [
    [
      [0.62, 0.86],
      [0.62, 0.15],
      [0.24, 0.63],
      [0.78, 0.63],
    ],
  ],
  [[[0.72, 0.15], [0.35, 0.15], [0.31, 0.46], ...arc([0.47, 0.64], [0.26, 0.21], 230, 510)]],
  [arc([0.74, 0.62], [0.48, 0.48], 258, 180), arc([0.5, 0.66], [0.24, 0.2], 180, 540)],
  [
    [
      [0.25, 0.16],
      [0.75, 0.16],
      [0.43, 0.86],
    ],
  ],
  [arc([0.5, 0.31], [0.19, 0.165], 90, 450), arc([0.5, 0.665], [0.24, 0.19], 270, 630)],
  [[...arc([0.48, 0.35], [0.22, 0.2], 360, 0), [0.7, 0.35], [0.64, 0.86]]],
];

/**
 * A digit from 0 to 9, white on black, [1, 28, 28], whole numbers from 0 to 255: the shape of MNIST's images, drawn
 * from strokes. The seed turns, leans, sizes and moves it a little; seed 0 leaves it as it is.
 */
export function drawnDigit(digit: number, seed = 0): Tensor {
  const lines = (strokes[digit] ?? []).map((stroke) => stroke.map((point) => onPaper(point, seed)));
  const width = halfStroke * (seed === 0 ? 1 : 0.85 + 0.4 * seededNumber(seed, 6));
  const data = Float64Array.from({ length: digitSide * digitSide }, (_, cell) => {
    const middle: Point = [(cell % digitSide) + 0.5, Math.floor(cell / digitSide) + 0.5];
    const distance = Math.min(...lines.map((line) => distanceTo(line, middle)));
    return Math.round(255 * Math.min(1, Math.max(0, width + 0.5 - distance)));
  });
  return { shape: [1, digitSide, digitSide], data };
}

/** From degrees on to degrees, clockwise from the right, as y goes down. */
function arc([x, y]: Point, [across, down]: Point, from: number, to: number): readonly Point[] {
  return Array.from({ length: pointsOfArc + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / pointsOfArc) * Math.PI) / 180;
    return [x + across * Math.cos(angle), y + down * Math.sin(angle)];
  });
}

/** A point of the unit square in pixels, as the seed has it. */
function onPaper([x, y]: Point, seed: number): Point {
  const chance = (index: number, most: number) => (seed === 0 ? 0 : (2 * seededNumber(seed, index) - 1) * most);
  const turn = chance(0, 0.12);
  const lean = chance(1, 0.18);
  const across = (x - 0.5) * (1 + chance(2, 0.1));
  const down = (y - 0.5) * (1 + chance(3, 0.06));
  const leaning = across - lean * down;
  return [
    digitSide * (0.5 + leaning * Math.cos(turn) - down * Math.sin(turn)) + chance(4, 1.2),
    digitSide * (0.5 + leaning * Math.sin(turn) + down * Math.cos(turn)) + chance(5, 0.8),
  ];
}

function distanceTo(line: readonly Point[], [x, y]: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [fromX, fromY] = line[i - 1]!;
    const [toX, toY] = line[i]!;
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const length = alongX * alongX + alongY * alongY;
    const at = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
    nearest = Math.min(nearest, Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY));
  }
  return nearest;
}
