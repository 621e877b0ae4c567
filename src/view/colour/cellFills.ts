import type { ColourMap } from '../../protocol/viewSettings';
import type { DataScale } from './dataScale';
import type { Palette } from './palette';
import type { Rgb } from './rgb';

/** The fill of a value; undefined for NaN, which has no colour. */
export type Fill = (value: number) => Rgb | undefined;

/** No colour for any value. */
export const noFill: Fill = () => undefined;

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
export function cellFills(
  palette: Palette,
  scale: DataScale,
  colours: ColourMap = 'signed',
  ofInput = inputFills(palette, scale, colours),
): CellFills {
  if (colours === 'signed')
    return {
      ...ofInput,
      kernel: signedFill(palette, scale.kernel),
      signed: signedFill(palette, scale.signed),
    };
  const ramp = palette.ramps[colours];
  return {
    ...ofInput,
    kernel: between(ramp, scale.kernelLow, scale.kernelHigh),
    signed: between(ramp, scale.low, scale.high),
  };
}

/** The fills of the input. With negative values it takes the signed ramp, since grey has no zero. */
export function inputFills(
  palette: Palette,
  { inputLow, inputHigh }: Pick<DataScale, 'inputLow' | 'inputHigh'>,
  colours: ColourMap = 'signed',
): Pick<CellFills, 'input' | 'picture'> {
  if (colours !== 'signed') {
    const fill = between(palette.ramps[colours], inputLow, inputHigh);
    return { input: fill, picture: fill };
  }
  if (inputLow < 0) {
    const signed = signedFill(palette, Math.max(-inputLow, inputHigh));
    return { input: signed, picture: signed };
  }
  return { input: between(palette.ink, inputLow, inputHigh), picture: between(palette.grey, inputLow, inputHigh) };
}

/** The fill whose loudest colours stand for ±`most`. */
function signedFill(palette: Palette, most: number): Fill {
  return shade((value) => palette.signed(most === 0 ? 0 : value / most));
}

/** The fill that runs along a ramp from one value to another. */
function between(ramp: (share: number) => Rgb, low: number, high: number): Fill {
  const span = high - low || 1;
  return shade((value) => ramp((value - low) / span));
}

function shade(ramp: (value: number) => Rgb): Fill {
  return (value) => (Number.isNaN(value) ? undefined : ramp(value));
}
