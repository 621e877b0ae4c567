import type { Layer, Size } from '../layer';
import { isLayerProblem, type LayerProblem } from '../layerProblem';
import { layerCost } from '../shape/layerCost';
import { layerShape } from '../shape/layerShape';
import type { LayerUse } from './layerReport';
import { receptiveAfter } from './receptive';
import { type FlowingTensor, isOpenRank, unknownTensor } from './tensor';

/** A layer at work on a tensor, and the tensor that comes out. */
export function useLayer(
  layer: Layer | LayerProblem,
  given: FlowingTensor,
): { readonly use: LayerUse; readonly output: FlowingTensor } {
  const { origin } = given;
  const nothing: LayerUse = { layer, input: given.shape, origin, result: undefined, cost: undefined, field: undefined };
  if (isLayerProblem(layer)) return { use: { ...nothing, result: layer }, output: unknownTensor };
  if (isOpenRank(given) && isOfOneAxis(layer))
    return {
      use: { ...nothing, input: undefined },
      output: layer.kind === 'flatten' ? { ...unknownTensor, origin } : given,
    };
  const assumed = given.shape ? undefined : assumedShape(layer);
  const shape = given.shape ?? assumed;
  if (!shape) return { use: nothing, output: layer.kind === 'same-shape' ? given : { ...unknownTensor, origin } };
  const result = layerShape(layer, shape);
  if (isLayerProblem(result)) {
    if (result.problem === 'rank-mismatch' && given.isAssumed)
      return useLayer(layer, { ...given, shape: undefined, isAssumed: false });
    return { use: { ...nothing, input: shape, result }, output: { ...unknownTensor, origin } };
  }
  const field = receptiveAfter(given.field, layer, result.axes);
  const cost = layerCost(layer, shape, result);
  const isOpen = assumed !== undefined && !hasAxes(layer);
  const use: LayerUse = {
    layer,
    input: isOpen ? undefined : shape,
    origin,
    result: isOpen && layer.kind === 'same-shape' ? { ...result, outputShape: undefined } : result,
    cost,
    field: field && field.length > 0 ? field : undefined,
  };
  const output = {
    shape: use.result && 'outputShape' in use.result ? use.result.outputShape : undefined,
    isAssumed: given.isAssumed || assumed !== undefined,
    origin,
    field,
  };
  return { use, output };
}

/** How many spatial axes a layer has; undefined where it takes any number. */
export function axesOf(layer: Layer): number | undefined {
  switch (layer.kind) {
    case 'conv':
    case 'depthwise':
    case 'transposed':
    case 'pool':
    case 'unfold':
      return layer.axes.length;
    case 'shuffle':
      return 2;
    case 'adaptive-pool':
      return layer.sizes.length;
    case 'pad':
      return layer.library === 'torch.functional' ? undefined : layer.sides.length;
    case 'upsample':
      return layer.factors.length;
    default:
      return undefined;
  }
}

/** Whether it matters to a layer how many axes there are, of which it takes the first ones. */
function isOfOneAxis(layer: Layer): boolean {
  return layer.kind === 'flatten' || (layer.kind === 'same-shape' && layer.parametersPerChannel !== 0);
}

function hasAxes(layer: Layer): boolean {
  return axesOf(layer) !== undefined;
}

/** What a layer takes as far as it says so itself. */
function assumedShape(layer: Layer): readonly Size[] | undefined {
  if (layer.kind === 'arrays' || layer.kind === 'flatten' || layer.kind === 'reshape') return undefined;
  if (layer.kind === 'dense') return [undefined, layer.inputSize === 'any' ? undefined : layer.inputSize];
  if (layer.kind === 'same-shape' && 'ownParameters' in layer) return undefined;
  if (layer.kind === 'same-shape')
    return layer.parametersPerChannel === 0 || layer.inputChannels === 'any'
      ? undefined
      : [undefined, layer.inputChannels];
  const axes = axesOf(layer);
  if (axes === undefined) return undefined;
  const told = 'inputChannels' in layer && layer.inputChannels !== 'any' ? layer.inputChannels : undefined;
  const spatial = new Array<Size>(axes).fill(undefined);
  return 'channels' in layer && layer.channels === 'last'
    ? [undefined, ...spatial, told]
    : [undefined, told, ...spatial];
}
