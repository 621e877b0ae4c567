import type { ValueRange } from '../../../engine/picture/valueRange';
import type { SentActivation } from '../../../session/network/networkRequest';
import type { Fill } from '../../colour/cellFills';
import type { Palette } from '../../colour/palette';

/** The range of the values of an activation. */
export function rangeOf(held: SentActivation): ValueRange {
  return held.kind === 'whole' ? held.range : held.picture.range;
}

/** The colours of an activation, each with a scale of its own: grey for an image, else two arms around zero. */
export function columnFill(palette: Palette, held: SentActivation, isImage: boolean): Fill {
  const { min, max, maxAbs } = rangeOf(held);
  if (isImage && min >= 0) return (value) => (Number.isNaN(value) ? undefined : palette.grey(value / (max || 1)));
  return (value) => (Number.isNaN(value) ? undefined : palette.signed(maxAbs === 0 ? 0 : value / maxAbs));
}
