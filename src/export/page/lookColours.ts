import type { PageLook } from './pageLook';

/** The colours of a page as plain values: each `#rrggbb`. */
export interface LookColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly hairline: string;
  readonly mat: string;
  readonly accent: string;
  readonly positive: string;
  readonly negative: string;
  /** From the lowest value of an input to the highest, in even steps. */
  readonly tones: readonly string[];
  /** From −1 to 1 in even steps: fills of the map's cells, and the ink of the digits on each. */
  readonly fills: readonly string[];
  readonly digits: readonly string[];
}

/** The look of a page in these colours. */
export function lookOf({ tones, fills, digits, ...colours }: LookColours): PageLook {
  const stop = <T>(ramp: readonly T[], share: number) => ramp[Math.round(share * (ramp.length - 1))]!;
  return {
    ...colours,
    tone: (share) => stop(tones, share),
    signed: (share) => ({ fill: stop(fills, (share + 1) / 2), digits: stop(digits, (share + 1) / 2) }),
  };
}
