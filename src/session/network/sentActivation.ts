import { pictureSlices } from '../../engine/picture/pictureOf';
import { valueRange } from '../../engine/picture/valueRange';
import type { Tensor } from '../../engine/tensor';
import type { SentActivation } from './networkRequest';

/** The most values that cross one by one: half a megabyte. */
const mostWholeValues = 65_536;

/** Maps of large activations are shown small. */
const mapSide = 128;
const longestRow = 2048;

/** A copy of an activation as it crosses, [channels, rows, columns] or a row; in steps of a few milliseconds. */
export function* sentActivation({ shape, data }: Tensor): Generator<number, SentActivation> {
  if (data.length <= mostWholeValues) return { kind: 'whole', data: data.slice(), range: valueRange(data) };
  const [channels, rows, cols] =
    shape.length === 1 ? [1, 1, data.length] : (shape as readonly [number, number, number]);
  const mapRows = Math.max(1, Math.min(rows, Math.round((rows * mapSide) / Math.max(rows, cols))));
  // The longer side of the picture, of planes that each have whole rows of pixels.
  const side = shape.length === 1 ? longestRow : channels * rows >= cols ? channels * mapRows : mapSide;
  const slices = pictureSlices({ shape: [channels * rows, cols], data }, side);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return { kind: 'picture', picture: slice.value };
    yield 1;
  }
}

/** One channel of an activation; of a row all of it. */
export function planeOf({ shape, data }: Tensor, channel: number): Tensor {
  if (shape.length === 1) return { shape, data };
  const [, rows, cols] = shape as readonly [number, number, number];
  return { shape: [1, rows, cols], data: data.subarray(channel * rows * cols, (channel + 1) * rows * cols) };
}
