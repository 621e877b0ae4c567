import type { Precision } from './pathRunner';

/** How many numbers of a precision a vector holds. */
export function lanesOf(precision: Precision): number {
  return precision === 'float32' ? 4 : 2;
}

/**
 * The twiddles of a transform over `count` vectors, in the order of `forward` in assembly/parts/fftTransform.ts: cosine
 * and sine, a vector each, of three powers for each butterfly of four, of one for a pass of two. Along a row the lanes
 * are neighbouring cells of a transform `lanes` times as long; along a column they are transforms of their own.
 */
export function fftTwiddles(count: number, lanes: number, along: 'row' | 'column'): number[] {
  const table: number[] = [];
  for (let length = count; length > 1; length = Math.floor(length / 4)) {
    const butterflies = Math.ceil(length / 4);
    const powers = length === 2 ? [1] : [1, 2, 3];
    for (let first = 0; first < butterflies; first++) {
      for (const power of powers) {
        const roots = Array.from({ length: lanes }, (_, lane) =>
          along === 'row' ? (power * (first * lanes + lane)) / (length * lanes) : (power * first) / length,
        );
        table.push(...roots.map((turns) => cosine(turns)), ...roots.map((turns) => -cosine(turns - 0.25)));
      }
    }
  }
  return table;
}

/** cos 2πt, exact where it is 0, 1 or −1. */
function cosine(turns: number): number {
  const quarters = 4 * turns;
  if (Number.isInteger(quarters)) return [1, 0, -1, 0][((quarters % 4) + 4) % 4]!;
  return Math.cos(2 * Math.PI * turns);
}
