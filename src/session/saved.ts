/** A session as plain JSON, so that a reload brings it back; numbers are text, since JSON knows no NaN, ∞ and −0. */
export interface SavedSession {
  readonly version: 1;
  readonly input: SavedOperand;
  readonly kernel: SavedOperand;
  /** Conv2dParams; checked again when read. */
  readonly params: unknown;
}

export interface SavedOperand {
  readonly name: string | undefined;
  readonly shape: readonly number[];
  /** Row-major numbers with blanks between; undefined where the text itself is the better store. */
  readonly numbers: string | undefined;
  readonly plane: number;
  /** Origin; checked again when read. */
  readonly origin: unknown;
  readonly edited: boolean;
}
