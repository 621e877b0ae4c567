/** The patches to write out of so many: the first ones, the shown one with its neighbours, the last; gaps are −1. */
export function positionPieces(count: number, shown: number, room: number): readonly number[] {
  if (count <= room) return Array.from({ length: count }, (_, index) => index);
  const ends = room >= 7 ? [0, 1, count - 2, count - 1] : [0, count - 1];
  const around = room >= 7 ? [shown - 1, shown, shown + 1] : [shown];
  const filler = Array.from({ length: room }, (_, index) => index + ends.length / 2);
  const wanted = new Set([...ends, ...around.filter((index) => index >= 0 && index < count)]);
  for (const index of filler) if (wanted.size < room && index < count) wanted.add(index);
  const sorted = [...wanted].sort((a, b) => a - b);
  return sorted.flatMap((index, place) => (place > 0 && index - (sorted[place - 1] ?? 0) > 1 ? [-1, index] : [index]));
}
