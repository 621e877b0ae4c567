import type { ChannelPlace, Size } from '../layer';
import { type LayerProblem, layerProblem } from '../layerProblem';

/** An input's sizes by what they are. */
export interface InputAxes {
  /** Everything before the channels, or before the spatial axes. */
  readonly batch: readonly Size[];
  readonly channels: Size;
  readonly spatial: readonly Size[];
}

/** Cuts a shape into batch, channels and so many spatial axes; one without a batch is taken too, as PyTorch does. */
export function inputAxes(shape: readonly Size[], axes: number, channels: ChannelPlace): InputAxes | LayerProblem {
  if (shape.length !== axes + 2 && shape.length !== axes + 1)
    return layerProblem('rank-mismatch', { found: shape.length, axes, expected: axes + 2 });
  const batch = shape.length === axes + 2 ? shape.slice(0, 1) : [];
  const rest = shape.slice(batch.length);
  return channels === 'first'
    ? { batch, channels: rest[0], spatial: rest.slice(1) }
    : { batch, channels: rest[axes], spatial: rest.slice(0, axes) };
}

/** A shape put together again. */
export function outputShape(
  { batch }: Pick<InputAxes, 'batch'>,
  channels: Size,
  spatial: readonly Size[],
  place: ChannelPlace,
): readonly Size[] {
  return place === 'first' ? [...batch, channels, ...spatial] : [...batch, ...spatial, channels];
}
