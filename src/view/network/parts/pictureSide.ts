/** Left and right of a scene, and between its pictures. */
const wideEdges = 48;
const narrowEdges = 24;
const gap = 24;

/** The side of a scene's pictures of which four stand beside each other, two in narrow windows; `most` at the largest. */
export function pictureSide(width: number, most: number): number {
  const room = width >= 620 ? (width - wideEdges - 3 * gap) / 4 : (width - narrowEdges - gap) / 2;
  return Math.min(most, Math.floor(room));
}
