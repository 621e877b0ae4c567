import type { DataScale } from './dataScale';
import type { Palette } from './palette';
import type { Rgb } from './rgb';

/** The fill of a value; undefined for NaN, which has no colour. */
export type Fill = (value: number) => Rgb | undefined;

/** The fills of the three matrices under one palette and scale. */
export interface CellFills {
  readonly input: Fill;
  readonly kernel: Fill;
  /** Products, sum and map. */
  readonly signed: Fill;
  /** The input as a picture: true grey, or signed where it has negative values. */
  readonly picture: Fill;
}

/** Makes the fills. An input with negative values takes the signed ramp, since grey has no zero. */
export function cellFills(palette: Palette, scale: DataScale): CellFills {
  const signedBy = (most: number): Fill => shade((value) => palette.signed(most === 0 ? 0 : value / most));
  const { inputLow, inputHigh } = scale;
  const span = inputHigh - inputLow || 1;
  const signedInput = signedBy(Math.max(-inputLow, inputHigh));
  const input = inputLow < 0 ? signedInput : shade((value) => palette.ink((value - inputLow) / span));
  const picture = inputLow < 0 ? signedInput : shade((value) => palette.grey((value - inputLow) / span));
  return { input, kernel: signedBy(scale.kernel), signed: signedBy(scale.signed), picture };
}

function shade(ramp: (value: number) => Rgb): Fill {
  return (value) => (Number.isNaN(value) ? undefined : ramp(value));
}
