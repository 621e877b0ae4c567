/** The part of the saved state that the view reads back. */
export interface KeptView {
  readonly step: number;
  readonly speed: number;
  readonly showWhole: boolean;
  readonly showUses: boolean;
}

/** What a panel starts with: the whole map, the first step. */
export const freshView: KeptView = { step: 0, speed: 1, showWhole: true, showUses: false };

/** The speeds of the player, in steps per beat. */
export const speeds: readonly number[] = [0.5, 1, 2, 4];

/** Reads what an earlier page kept; whatever is missing, of another version or nonsense falls back to the defaults. */
export function readViewState(kept: unknown): KeptView {
  if (typeof kept !== 'object' || kept === null) return freshView;
  const { version, step, speed, showWhole, showUses } = kept as Record<string, unknown>;
  if (version !== 1) return freshView;
  return {
    step: typeof step === 'number' && Number.isSafeInteger(step) && step >= 0 ? step : freshView.step,
    speed: typeof speed === 'number' && speeds.includes(speed) ? speed : freshView.speed,
    showWhole: typeof showWhole === 'boolean' ? showWhole : freshView.showWhole,
    showUses: typeof showUses === 'boolean' ? showUses : freshView.showUses,
  };
}
