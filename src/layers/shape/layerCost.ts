import type { Layer, Size } from '../layer';
import { type LayerResult, product, sum } from './layerResult';

/** Where the parameters of a layer come from, and how much work it is for one item of a batch. */
export interface LayerCost {
  /** Products whose sum is the number of parameters, the bias last; empty where there are none. */
  readonly terms: readonly (readonly Size[])[];
  /** Multiplications that are added up, without the bias; undefined where a size is not known, 0 where there are none. */
  readonly multiplyAdds: Size;
}

const free: LayerCost = { terms: [], multiplyAdds: 0 };

/** The cost of a layer over an input of this shape, which `result` was made of. */
export function layerCost(layer: Layer, shape: readonly Size[], result: LayerResult): LayerCost {
  const cost = fullCost(layer, shape, result);
  return ownsWeights(layer) ? cost : { ...cost, terms: [] };
}

/** Functions are handed their weights. */
function ownsWeights(layer: Layer): boolean {
  return layer.kind === 'conv' ? layer.ownsWeights : layer.library !== 'torch.functional' && layer.library !== 'tf.nn';
}

function fullCost(layer: Layer, shape: readonly Size[], { outputShape }: LayerResult): LayerCost {
  switch (layer.kind) {
    case 'conv': {
      const perGroup = quotient(channelsOf(layer, shape), layer.groups);
      const weights = [layer.filters, perGroup, ...layer.axes.map(({ kernel }) => kernel)];
      const work = product([...weights, ...spatialOf(layer, outputShape)]);
      return { terms: [weights, ...bias(layer.hasBias, layer.filters)], multiplyAdds: work };
    }
    case 'transposed': {
      const channels = channelsOf(layer, shape);
      const weights = [channels, quotient(layer.filters, layer.groups), ...layer.axes.map(({ kernel }) => kernel)];
      const work = product([...weights, ...spatialOf(layer, shape)]);
      return { terms: [weights, ...bias(layer.hasBias, layer.filters)], multiplyAdds: work };
    }
    case 'depthwise': {
      const channels = channelsOf(layer, shape);
      const own = [channels, layer.multiplier, ...layer.axes.map(({ kernel }) => kernel)];
      const filters = layer.filters === 'none' ? product([channels, layer.multiplier]) : layer.filters;
      const weights = layer.filters === 'none' ? [own] : [own, [channels, layer.multiplier, filters]];
      const work = product([sum(...weights.map(product)), ...spatialOf(layer, outputShape)]);
      return { terms: [...weights, ...bias(layer.hasBias, filters)], multiplyAdds: work };
    }
    case 'dense': {
      const inputs = layer.flattens ? product(shape.slice(1)) : shape.at(-1);
      const rows = layer.flattens ? [] : shape.slice(1, -1);
      const weights = [inputs, layer.units];
      return { terms: [weights, ...bias(layer.hasBias, layer.units)], multiplyAdds: product([...weights, ...rows]) };
    }
    case 'same-shape': {
      if ('ownParameters' in layer)
        return { terms: layer.ownParameters === 0 ? [] : [[layer.ownParameters]], multiplyAdds: 0 };
      if (layer.parametersPerChannel === 0) return free;
      const channels = layer.channels === 'first' && shape.length > 1 ? shape[1] : shape.at(-1);
      return { terms: [[layer.parametersPerChannel, channels]], multiplyAdds: 0 };
    }
    default:
      return free;
  }
}

interface Placed {
  readonly axes: readonly unknown[];
  readonly channels: 'first' | 'last';
}

function channelsOf({ axes, channels }: Placed, shape: readonly Size[]): Size {
  return channels === 'first' ? shape.at(-axes.length - 1) : shape.at(-1);
}

/** The spatial sizes; unknown ones where the shape is not known. */
function spatialOf({ axes, channels }: Placed, shape: readonly Size[] | undefined): readonly Size[] {
  if (!shape) return [undefined];
  return channels === 'first' ? shape.slice(-axes.length) : shape.slice(-axes.length - 1, -1);
}

function bias(hasBias: boolean | undefined, filters: Size): readonly (readonly Size[])[] {
  return hasBias === undefined ? [[undefined]] : hasBias ? [[filters]] : [];
}

function quotient(size: Size, divisor: Size): Size {
  return size === undefined || divisor === undefined ? undefined : size / divisor;
}
