/** What the scene of a moved image keeps. */
export interface ShiftKept {
  /** Down and to the right. */
  readonly by: readonly [number, number];
  /** The layer whose map is shown, by its id; undefined for the first. */
  readonly of: number | undefined;
  readonly channel: number;
}

/** Reads what was kept; what is missing or nonsense is one cell to the right, of the first layer. */
export function readShiftKept(kept: unknown): ShiftKept {
  const { by, of, channel } = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<
    Record<string, unknown>
  >;
  const [down, right]: readonly unknown[] = Array.isArray(by) ? by : [];
  return {
    by: isWhole(down) && isWhole(right) ? [down, right] : [0, 1],
    of: isWhole(of) && of >= 0 ? of : undefined,
    channel: isWhole(channel) && channel >= 0 ? channel : 0,
  };
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
