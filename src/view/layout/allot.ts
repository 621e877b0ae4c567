/** What a part takes of some room: at least so much, and no more than it can use. */
export interface Share {
  readonly least: number;
  readonly most: number;
}

/** Room given to parts: to each its least, and of what is left the share of what it could use beyond. */
export function allot(room: number, shares: readonly Share[]): readonly number[] {
  const wants = shares.map(({ least, most }) => Math.max(0, most - least));
  const wanted = wants.reduce((sum, want) => sum + want, 0);
  const left = room - shares.reduce((sum, { least }) => sum + least, 0);
  const part = wanted === 0 ? 0 : Math.max(0, Math.min(1, left / wanted));
  return shares.map(({ least }, index) => least + (wants[index] ?? 0) * part);
}
