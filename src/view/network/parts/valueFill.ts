import type { SentActivation } from '../../../session/network/networkRequest';
import type { Fill } from '../../colour/cellFills';
import type { Palette } from '../../colour/palette';
import { rangeOf } from '../layers/columnFill';

/** One signed scale for values that are compared with each other. */
export function sharedFill(palette: Palette, ...all: readonly SentActivation[]): Fill {
  return scaleFill(palette, Math.max(0, ...all.map((held) => rangeOf(held).maxAbs)));
}

/** The signed colours up to a size. */
export function scaleFill(palette: Palette, most: number): Fill {
  return (value) => (Number.isNaN(value) ? undefined : palette.signed(most === 0 ? 0 : value / most));
}

/** A matrix of the page's own as what a picture shows. */
export function wholeOf(data: Float64Array): SentActivation {
  const finite = data.filter(Number.isFinite);
  const min = finite.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const max = finite.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return { kind: 'whole', data, range: { min, max, maxAbs: Math.max(-min, max, 0) } };
}
