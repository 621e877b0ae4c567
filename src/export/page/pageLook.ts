/** The colours of a page as CSS values; a theme's, or those of white paper. */
export interface PageLook {
  readonly paper: string;
  readonly ink: string;
  /** Captions, padding, and what adds nothing. */
  readonly quiet: string;
  readonly hairline: string;
  /** The ground under the padding. */
  readonly mat: string;
  /** The box around patch, sum and cell. */
  readonly accent: string;
  readonly positive: string;
  readonly negative: string;
  /** A value of the input, 0 to 1, where there is no room for its digits. */
  readonly tone: (share: number) => string;
  /** A cell of the map by its share of the largest magnitude, −1 to 1, and the ink that is read on it. */
  readonly signed: (share: number) => { readonly fill: string; readonly digits: string };
}
