import type { Fill } from '../colour/cellFills';
import { cssOf } from '../colour/rgb';

/** A background that runs through the colours from one value to another. */
export function scaleBackground(fill: Fill, low: number, high: number): string {
  const stops = Array.from({ length: 33 }, (_, step) => {
    const colour = fill(low + ((high - low) * step) / 32);
    return colour ? cssOf(colour) : 'transparent';
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
