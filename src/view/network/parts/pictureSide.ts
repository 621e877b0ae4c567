/** Left and right of a scene, and between its pictures. */
const wideEdges = 48;
const narrowEdges = 24;
const gap = 24;

/** The side of a scene's pictures of which up to four stand beside each other: all, or two in narrow windows; `most` at the largest. */
export function pictureSide(width: number, most: number): number {
  if (width >= 1000) return Math.min(most, Math.floor((width - wideEdges - 3 * gap) / 4));
  if (width >= 620) return Math.min(most, Math.floor((width - wideEdges - gap) / 2));
  return Math.min(most, Math.floor((width - narrowEdges - gap) / 2));
}
