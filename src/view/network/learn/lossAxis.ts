/** A logarithmic axis: where a loss lies between its ends, and the powers of ten that are written. */
export interface LossAxis {
  /** 0 at the bottom, 1 at the top; a loss of 0 lies at the bottom. */
  readonly share: (loss: number) => number;
  readonly ticks: readonly number[];
}

const mostTicks = 6;

/** The axis for the losses of a descent, from power of ten to power of ten. */
export function lossAxis(losses: ArrayLike<number>): LossAxis {
  const powers = Array.from(losses)
    .filter((loss) => loss > 0 && Number.isFinite(loss))
    .map(Math.log10);
  const low = Math.floor(powers.reduce((least, power) => Math.min(least, power), powers[0] ?? -1));
  const high = Math.max(low + 1, Math.ceil(powers.reduce((most, power) => Math.max(most, power), powers[0] ?? 0)));
  const every = Math.ceil((high - low) / mostTicks);
  const ticks = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => low + i * every);
  const share = (loss: number) => (loss > 0 ? Math.max(0, Math.min(1, (Math.log10(loss) - low) / (high - low))) : 0);
  return { share, ticks };
}
