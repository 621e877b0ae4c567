import type { LayerUse } from '../flow/layerReport';
import { isLayerProblem } from '../layerProblem';

/** Pictures have so many channels at most; a last size of that kind tells that the channels stand last. */
const mostPictureChannels = 4;

/** Whether the text says for certain that this is what comes in. */
export function isSure({ layer, input, origin, result }: LayerUse, path: string): boolean {
  if (!input || !result || !isLayerProblem(result) || isLayerProblem(layer)) return false;
  if (origin?.kind === 'remembered') return false;
  // What normalises along one axis of many takes several ranks of inputs, and says little of the axis.
  if (layer.kind === 'same-shape' && !(/BatchNorm[23]d$/.test(path) && input.length > 3)) return false;
  if (origin?.kind !== 'comment') return true;
  const { expected } = result.details;
  const isElsewhere = typeof expected === 'number' && input.slice(1).includes(expected);
  const last = input.at(-1);
  const isPictureLast = input.length > 3 && last !== undefined && last <= mostPictureChannels && (input[1] ?? 0) > last;
  return !isElsewhere && !isPictureLast;
}
