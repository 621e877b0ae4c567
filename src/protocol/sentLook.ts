/** The colours of a page as a view sends them: each `#rrggbb`. */
export interface SentLook {
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

/** How many steps each ramp of colours has. */
export const lookSteps = { tones: 33, fills: 65 } as const;
