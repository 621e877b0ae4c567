import { isPlanProblem } from '../../engine/planProblem';
import { defaultConvTranspose2dParams } from '../../engine/transposed/convTranspose2dParams';
import { kerasTransposedSize } from '../../engine/transposed/kerasTransposedSize';
import { planTransposedAxis } from '../../engine/transposed/planTransposedAxis';
import type {
  AdaptivePoolLayer,
  ArrayCall,
  ConvLayer,
  DenseLayer,
  DepthwiseLayer,
  FlattenLayer,
  Layer,
  PadLayer,
  PoolLayer,
  ReshapeLayer,
  SameShapeLayer,
  ShuffleLayer,
  Size,
  TransposedLayer,
  UnfoldLayer,
  UpsampleLayer,
} from '../layer';
import { isLayerProblem, type LayerProblem, layerProblem } from '../layerProblem';
import { type InputAxes, inputAxes, outputShape } from './inputAxes';
import { type LayerResult, product, sum } from './layerResult';
import { type AxisSize, axisName, convSizes, knownAxis, poolSizes, problemOf } from './windowSizes';

/**
 * The shape that a layer makes of an input's, and its parameters; or why it cannot be. Sizes that depend on names stay
 * undefined, and so does what follows from them.
 */
export function layerShape(layer: Layer, shape: readonly Size[]): LayerResult | LayerProblem {
  switch (layer.kind) {
    case 'conv':
      return convShape(layer, shape);
    case 'depthwise':
      return depthwiseShape(layer, shape);
    case 'transposed':
      return transposedShape(layer, shape);
    case 'pool':
      return poolShape(layer, shape);
    case 'adaptive-pool':
      return adaptiveShape(layer, shape);
    case 'pad':
      return padShape(layer, shape);
    case 'upsample':
      return upsampleShape(layer, shape);
    case 'shuffle':
      return shuffleShape(layer, shape);
    case 'unfold':
      return unfoldShape(layer, shape);
    case 'reshape':
      return reshapeShape(layer, shape);
    case 'dense':
      return denseShape(layer, shape);
    case 'flatten':
      return flattenShape(layer, shape);
    case 'same-shape':
      return unchangedShape(layer, shape);
    case 'arrays':
      return arraysShape(layer, shape);
  }
}

function convShape(layer: ConvLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.axes.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const problem =
    positiveProblem({ filters: layer.filters, groups: layer.groups }) ??
    channelProblem(layer.inputChannels, input.channels) ??
    groupProblem(layer.groups, input.channels, layer.filters);
  if (problem) return problem;
  const kernel = layer.axes.map((axis) => axis.kernel);
  const perGroup = quotient(input.channels, layer.groups);
  const weights = product([layer.filters, perGroup, ...kernel]);
  return assembled(layer, input, convSizes(layer, input.spatial), layer.filters, {
    parameters: layer.ownsWeights ? sum(weights, biasOf(layer.hasBias, layer.filters)) : undefined,
  });
}

function depthwiseShape(layer: DepthwiseLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.axes.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const isSeparable = layer.filters !== 'none';
  const channels = product([input.channels, layer.multiplier]);
  const filters: Size = layer.filters === 'none' ? channels : layer.filters;
  const problem = positiveProblem({ filters, depth_multiplier: layer.multiplier });
  if (problem) return problem;
  const own = product([channels, ...layer.axes.map((axis) => axis.kernel)]);
  const weights = isSeparable ? sum(own, product([channels, filters])) : own;
  return assembled(layer, input, convSizes(layer, input.spatial), filters, {
    parameters: layer.library === 'tf.nn' ? undefined : sum(weights, biasOf(layer.hasBias, filters)),
  });
}

function transposedShape(layer: TransposedLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.axes.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const problem =
    positiveProblem({ filters: layer.filters, groups: layer.groups }) ??
    channelProblem(layer.inputChannels, input.channels) ??
    groupProblem(layer.groups, input.channels, layer.filters);
  if (problem) return problem;
  const sizes = layer.axes.map((_, axis) => transposedSize(layer, axis, input.spatial[axis]));
  const kernel = layer.axes.map((axis) => axis.kernel);
  const weights = product([input.channels, quotient(layer.filters, layer.groups), ...kernel]);
  const isFunction = layer.library === 'torch.functional';
  return assembled(layer, input, sizes, layer.filters, {
    parameters: isFunction ? undefined : sum(weights, biasOf(layer.hasBias, layer.filters)),
  });
}

function transposedSize(layer: TransposedLayer, axis: number, inputSize: Size): AxisSize {
  const window = layer.axes[axis]!;
  const added = layer.outputPadding[axis];
  const known = knownAxis(window, inputSize);
  if (!known || added === undefined) return { plan: undefined, size: undefined };
  const { geometry, padding } = known;
  const isKeras = layer.sizes === 'keras' && padding.kind !== 'all';
  const outputPadding = added === 'none' ? 0 : added;
  const wanted = isKeras
    ? kerasTransposedSize(
        geometry,
        padding.kind === 'same_upper' ? 'same' : 'valid',
        added === 'none' ? undefined : added,
      )
    : undefined;
  const plan = planTransposedAxis(axisName(axis, layer.axes.length), geometry, {
    ...defaultConvTranspose2dParams,
    padding,
    outputPadding: [outputPadding, outputPadding],
    outputSizes: wanted === undefined ? undefined : [wanted, wanted],
  });
  return isPlanProblem(plan) ? problemOf(plan) : { plan: undefined, size: plan.outputSize };
}

function poolShape(layer: PoolLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.axes.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const isFunction = layer.library === 'torch.functional' || layer.library === 'tf.nn';
  const parameters = isFunction ? undefined : 0;
  return assembled(layer, input, poolSizes(layer, input.spatial), input.channels, { parameters });
}

function adaptiveShape(layer: AdaptivePoolLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.sizes.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const spatial = layer.sizes.map((size, axis) => (size === 'same' ? input.spatial[axis] : size));
  const problem = positiveProblem(Object.fromEntries(spatial.map((size, axis) => [`output_size ${axis}`, size])));
  if (problem) return problem;
  const kept = layer.keepsAxes ? spatial : [];
  const output = layer.keepsAxes
    ? outputShape(input, input.channels, kept, layer.channels)
    : [...input.batch, input.channels];
  return { outputShape: output, parameters: 0, axes: [] };
}

function padShape(layer: PadLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  if (layer.library === 'torch.functional') {
    const first = shape.length - layer.sides.length;
    if (first < 0)
      return layerProblem('rank-mismatch', {
        found: shape.length,
        axes: layer.sides.length,
        expected: layer.sides.length,
      });
    return padded(shape, shape.slice(first), layer, (sizes) => [...shape.slice(0, first), ...sizes]);
  }
  const input = inputAxes(shape, layer.sides.length, layer.channels);
  if (isLayerProblem(input)) return input;
  return padded(shape, input.spatial, layer, (sizes) => outputShape(input, input.channels, sizes, layer.channels));
}

function padded(
  _shape: readonly Size[],
  spatial: readonly Size[],
  { sides }: PadLayer,
  whole: (sizes: readonly Size[]) => readonly Size[],
): LayerResult | LayerProblem {
  const sizes = spatial.map((size, axis) => sum(size, ...sides[axis]!));
  const empty = sizes.find((size) => size !== undefined && size < 1);
  if (empty !== undefined) return layerProblem('output-empty', { outputSize: empty });
  return { outputShape: whole(sizes), parameters: 0, axes: [] };
}

function upsampleShape(layer: UpsampleLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.factors.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const spatial = layer.factors.map((factor, axis) => {
    const size = product([factor, input.spatial[axis]]);
    return size === undefined ? undefined : Math.floor(size);
  });
  return { outputShape: outputShape(input, input.channels, spatial, layer.channels), parameters: 0, axes: [] };
}

function shuffleShape({ factor, isBack }: ShuffleLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, 2, 'first');
  if (isLayerProblem(input)) return input;
  const problem = positiveProblem({ upscale_factor: factor });
  if (problem) return problem;
  const square = product([factor, factor]);
  const channels = isBack ? product([input.channels, square]) : quotient(input.channels, square);
  const spatial = input.spatial.map((size) => (isBack ? quotient(size, factor) : product([size, factor])));
  if ([channels, ...spatial].some((size) => size !== undefined && !Number.isInteger(size)))
    return layerProblem('bad-value', { name: isBack ? 'downscale_factor' : 'upscale_factor', found: factor ?? 0 });
  return { outputShape: outputShape(input, channels, spatial, 'first'), parameters: 0, axes: [] };
}

function unfoldShape(layer: UnfoldLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const input = inputAxes(shape, layer.axes.length, layer.channels);
  if (isLayerProblem(input)) return input;
  const result = assembled(layer, input, convSizes(layer, input.spatial), input.channels, { parameters: 0 });
  if (isLayerProblem(result)) return result;
  const patch = product([input.channels, ...layer.axes.map((axis) => axis.kernel)]);
  const positions = product(result.outputShape!.slice(-layer.axes.length));
  return { ...result, outputShape: [...input.batch, patch, positions] };
}

function reshapeShape({ sizes }: ReshapeLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const item = product(shape.slice(1));
  const known = product(sizes.map((size) => (size === 'rest' ? 1 : size)));
  const left = item === undefined || known === undefined ? undefined : item / known;
  const hasRest = sizes.includes('rest');
  if (left !== undefined && (hasRest ? !Number.isInteger(left) : left !== 1))
    return layerProblem('bad-value', { name: 'target_shape', found: known! });
  const output = sizes.map((size) => (size === 'rest' ? left : size));
  return { outputShape: [...shape.slice(0, 1), ...output], parameters: 0, axes: [] };
}

function denseShape(
  { units, inputSize, hasBias, flattens }: DenseLayer,
  shape: readonly Size[],
): LayerResult | LayerProblem {
  if (shape.length === 0) return layerProblem('rank-mismatch', { found: 0, axes: 0, expected: 2 });
  const kept = flattens ? shape.slice(0, 1) : shape.slice(0, -1);
  const given = flattens ? product(shape.slice(1)) : shape.at(-1);
  const problem = positiveProblem({ units }) ?? channelProblem(inputSize, given);
  if (problem) return problem;
  return { outputShape: [...kept, units], parameters: sum(product([given, units]), biasOf(hasBias, units)), axes: [] };
}

function flattenShape({ from, to }: FlattenLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  if (from === undefined || to === undefined) return { outputShape: undefined, parameters: 0, axes: [] };
  const [first, last] = [from, to].map((axis) => (axis < 0 ? shape.length + axis : axis)) as [number, number];
  if (first < 0 || last >= shape.length || first > last)
    return shape.length === 1 && first === 1
      ? { outputShape: shape, parameters: 0, axes: [] }
      : layerProblem('rank-mismatch', { found: shape.length, axes: last - first + 1, expected: last + 1 });
  const row = product(shape.slice(first, last + 1));
  return { outputShape: [...shape.slice(0, first), row, ...shape.slice(last + 1)], parameters: 0, axes: [] };
}

function unchangedShape(layer: SameShapeLayer, shape: readonly Size[]): LayerResult | LayerProblem {
  const channels = layer.channels === 'first' && shape.length > 1 ? shape[1] : shape.at(-1);
  const problem = layer.parametersPerChannel === 0 ? undefined : channelProblem(layer.inputChannels, channels);
  if (problem) return problem;
  const perChannel = layer.parametersPerChannel === 0 ? 0 : product([layer.parametersPerChannel, channels]);
  const parameters = 'ownParameters' in layer ? layer.ownParameters : perChannel;
  return { outputShape: shape, parameters, axes: [] };
}

function arraysShape(
  { mode, kernelShape, takesLarger }: ArrayCall,
  shape: readonly Size[],
): LayerResult | LayerProblem {
  if (mode === 'none') return { outputShape: shape, parameters: undefined, axes: [] };
  if (!kernelShape) return { outputShape: shape.map(() => undefined), parameters: undefined, axes: [] };
  if (kernelShape.length !== shape.length)
    return layerProblem('rank-mismatch', { found: kernelShape.length, axes: shape.length, expected: shape.length });
  const pairs = shape.map((size, axis) => [size, kernelShape[axis]] as const);
  const isSwapped = pairs.some(([size, kernel]) => size !== undefined && kernel !== undefined && kernel > size);
  const isContained = pairs.every(([size, kernel]) => size === undefined || kernel === undefined || kernel >= size);
  if (mode === 'valid' && isSwapped && !isContained) return layerProblem('neither-contains-other');
  const sizes = pairs.map(([size, kernel]) => {
    if (size === undefined || kernel === undefined) return undefined;
    if (mode === 'full') return size + kernel - 1;
    if (mode === 'same') return takesLarger ? Math.max(size, kernel) : size;
    return Math.abs(size - kernel) + 1;
  });
  return { outputShape: sizes, parameters: undefined, axes: [] };
}

function assembled(
  { channels: place }: { readonly channels: ConvLayer['channels'] },
  input: InputAxes,
  sizes: readonly AxisSize[],
  channels: Size,
  { parameters }: Pick<LayerResult, 'parameters'>,
): LayerResult | LayerProblem {
  const known: Exclude<AxisSize, LayerProblem>[] = [];
  for (const size of sizes) {
    if (isLayerProblem(size)) return size;
    known.push(size);
  }
  const spatial = known.map(({ size }) => size);
  return {
    outputShape: outputShape(input, channels, spatial, place),
    parameters,
    axes: known.map(({ plan }) => plan),
  };
}

function biasOf(hasBias: boolean | undefined, filters: Size): Size {
  return hasBias === undefined ? undefined : hasBias ? filters : 0;
}

function quotient(size: Size, divisor: Size): Size {
  return size === undefined || divisor === undefined ? undefined : size / divisor;
}

function positiveProblem(numbers: Readonly<Record<string, Size>>): LayerProblem | undefined {
  for (const [name, value] of Object.entries(numbers))
    if (value !== undefined && value < 1) return layerProblem('bad-value', { name, found: value });
  return undefined;
}

function channelProblem(expected: Size | 'any', found: Size): LayerProblem | undefined {
  if (expected === 'any' || expected === undefined || found === undefined || expected === found) return undefined;
  return layerProblem('channel-mismatch', { expected, found });
}

function groupProblem(groups: Size, channels: Size, filters: Size): LayerProblem | undefined {
  if (groups === undefined) return undefined;
  const divides = (size: Size) => size === undefined || size % groups === 0;
  return divides(channels) && divides(filters)
    ? undefined
    : layerProblem('groups-do-not-divide', {
        groups,
        ...(channels === undefined ? {} : { channels }),
        ...(filters === undefined ? {} : { filters }),
      });
}
