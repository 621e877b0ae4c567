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

/** Makes the fills; the input's may be those of before, as long as its ends of the scale are the same. */
export function cellFills(palette: Palette, scale: DataScale, ofInput = inputFills(palette, scale)): CellFills {
  return {
    ...ofInput,
    kernel: signedFill(palette, scale.kernel),
    signed: signedFill(palette, scale.signed),
  };
}

/** The fills of the input. With negative values it takes the signed ramp, since grey has no zero. */
export function inputFills(
  palette: Palette,
  { inputLow, inputHigh }: Pick<DataScale, 'inputLow' | 'inputHigh'>,
): Pick<CellFills, 'input' | 'picture'> {
  if (inputLow < 0) {
    const signed = signedFill(palette, Math.max(-inputLow, inputHigh));
    return { input: signed, picture: signed };
  }
  const span = inputHigh - inputLow || 1;
  return {
    input: shade((value) => palette.ink((value - inputLow) / span)),
    picture: shade((value) => palette.grey((value - inputLow) / span)),
  };
}

/** The fill whose loudest colours stand for ±`most`. */
function signedFill(palette: Palette, most: number): Fill {
  return shade((value) => palette.signed(most === 0 ? 0 : value / most));
}

function shade(ramp: (value: number) => Rgb): Fill {
  return (value) => (Number.isNaN(value) ? undefined : ramp(value));
}
