import type { AxisWindow, Layer } from '../layer';
import { type LayerProblem, layerProblem } from '../layerProblem';

/** What PyTorch refuses of a layer whatever comes in; undefined for layers of other libraries. */
export function ownProblem(layer: Layer): LayerProblem | undefined {
  if (layer.library !== 'torch') return undefined;
  if (layer.kind === 'pool' && layer.limitsPadding) return layer.axes.map(padProblem).find((one) => one !== undefined);
  if (layer.kind !== 'conv' && layer.kind !== 'transposed') return undefined;
  const strided = layer.axes.find(
    ({ padding, stride }) => padding.kind === 'same_upper' && stride !== undefined && stride > 1,
  );
  if (layer.kind === 'conv' && strided) return layerProblem('same-with-stride', { stride: strided.stride! });
  const { groups, filters, inputChannels } = layer;
  const channels = inputChannels === 'any' ? undefined : inputChannels;
  if (groups === undefined || groups < 1) return undefined;
  const divides = (size: number | undefined) => size === undefined || size % groups === 0;
  if (divides(channels) && divides(filters)) return undefined;
  return layerProblem('groups-do-not-divide', {
    groups,
    ...(channels === undefined ? {} : { channels }),
    ...(filters === undefined ? {} : { filters }),
  });
}

/** The padding of a pooling is at most half of its window, dilation counted in (torch 2.13). */
function padProblem({ kernel, dilation, padding }: AxisWindow): LayerProblem | undefined {
  if (kernel === undefined || dilation === undefined || padding.kind !== 'explicit') return undefined;
  const { before, after } = padding;
  const most = Math.floor((dilation * (kernel - 1) + 1) / 2);
  if (before === undefined || after === undefined || Math.max(before, after) <= most) return undefined;
  return layerProblem('pool-pad-too-large', { before, after, most });
}
