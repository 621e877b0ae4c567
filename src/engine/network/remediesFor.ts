import type { Padding, PerAxis } from '../convolution/conv2dParams';
import { presetById } from '../kernels/presets';
import { resolvePadding } from '../padding/padding';
import type { ConvLayer, NetworkLayer, PoolLayer, TransposedLayer } from './networkLayer';
import type { Remedy, RemedyCode, StageProblem, StageShape } from './networkStage';
import { isStageProblem, planLayer } from './planLayer';

type WindowLayer = ConvLayer | PoolLayer | TransposedLayer;
type Sides = Extract<Padding, { kind: 'explicit' }>;

/** Changes of one layer with which a stage can be that has this problem, the smallest first. */
export function remediesFor(inputShape: StageShape, layer: NetworkLayer, problem: StageProblem): readonly Remedy[] {
  return candidates(inputShape, layer, problem).filter(({ change }) => {
    if (change.kind === 'replace') return !isStageProblem(planLayer(inputShape, change.layer));
    const inserted = planLayer(inputShape, change.layer);
    return !isStageProblem(inserted) && !isStageProblem(planLayer(inserted.outputShape, layer));
  });
}

/** What may help; some of it may run into another problem. */
function candidates(inputShape: StageShape, layer: NetworkLayer, { problem }: StageProblem): readonly Remedy[] {
  if (problem === 'needs-row')
    return [{ code: 'flatten-first', numbers: {}, change: { kind: 'insert', layer: { kind: 'flatten' } } }];
  if (layer.kind === 'dense') return [...atLeastOne(layer), ...otherWeights(layer)];
  if (layer.kind !== 'conv' && layer.kind !== 'pool' && layer.kind !== 'transposed') return [];
  const [channels, rows, cols] = inputShape.length === 3 ? inputShape : [0, 0, 0];
  switch (problem) {
    case 'kernel-larger-than-input':
      return fitting(layer, [rows, cols]);
    case 'groups-do-not-divide':
      return layer.kind === 'pool' ? [] : otherCounts(layer, channels);
    case 'pool-pad-too-large':
      return layer.kind === 'pool' ? [lessPadding(layer, poolPadding(layer, [rows, cols]))] : [];
    case 'output-empty':
      return layer.kind === 'transposed' ? [lessPadding(layer, uncut(layer, [rows, cols]))] : [];
    case 'output-padding-too-large':
      return layer.kind === 'transposed' ? [lessOutputPadding(layer)] : [];
    default:
      return [...atLeastOne(layer), ...(layer.kind === 'pool' ? [] : otherWeights(layer))];
  }
}

function replace(code: RemedyCode, numbers: Readonly<Record<string, number>>, layer: NetworkLayer): Remedy {
  return { code, numbers, change: { kind: 'replace', layer } };
}

function windowOf(layer: WindowLayer): PerAxis {
  return layer.kind === 'pool' ? layer.window : layer.kernelSize;
}

function withWindow<Layer extends WindowLayer>(layer: Layer, size: PerAxis): Layer {
  return layer.kind === 'pool' ? { ...layer, window: size } : { ...layer, kernelSize: size };
}

/** A smaller kernel, cells of it closer together, or more padding around the input. */
function fitting(layer: WindowLayer, input: PerAxis): readonly Remedy[] {
  const size = windowOf(layer);
  const sides = sidesOf(layer, input);
  const padded = [input[0] + sides.top + sides.bottom, input[1] + sides.left + sides.right] as const;
  const { dilations } = layer;
  const kernel = perAxis((axis) => Math.min(size[axis], Math.floor((padded[axis] - 1) / dilations[axis]) + 1));
  const closer = perAxis((axis) =>
    size[axis] === 1 ? dilations[axis] : Math.min(dilations[axis], Math.floor((padded[axis] - 1) / (size[axis] - 1))),
  );
  const more = perAxis((axis) => Math.ceil(Math.max(dilations[axis] * (size[axis] - 1) + 1 - padded[axis], 0) / 2));
  const padding: Sides = {
    kind: 'explicit',
    top: sides.top + more[0],
    bottom: sides.bottom + more[0],
    left: sides.left + more[1],
    right: sides.right + more[1],
  };
  return [
    replace('more-padding', sideNumbers(padding), { ...layer, padding }),
    replace('less-dilation', { rows: closer[0], cols: closer[1] }, { ...layer, dilations: closer }),
    replace('smaller-kernel', { rows: kernel[0], cols: kernel[1] }, withWindow(layer, kernel)),
  ];
}

/** The groups or filters next to those that are asked for. */
function otherCounts(layer: ConvLayer | TransposedLayer, channels: number): readonly Remedy[] {
  const { groups, filters } = layer;
  const dividing = commonDivisors(channels, filters);
  const fewer = dividing.findLast((divisor) => divisor < groups);
  const more = dividing.find((divisor) => divisor > groups);
  const below = Math.floor(filters / groups) * groups;
  return [
    ...[fewer, more]
      .filter((count) => count !== undefined)
      .map((count) => replace('other-groups', { groups: count }, { ...layer, groups: count })),
    ...[below, below + groups]
      .filter((count) => count !== filters)
      .map((count) => replace('other-filters', { filters: count }, { ...layer, filters: count })),
  ];
}

/** From the smallest on. */
function commonDivisors(one: number, other: number): readonly number[] {
  let [larger, smaller] = [one, other];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  const low: number[] = [];
  for (let divisor = 1; divisor * divisor <= larger; divisor++) if (larger % divisor === 0) low.push(divisor);
  const high = low.map((divisor) => larger / divisor).filter((divisor) => divisor * divisor > larger);
  return [...low, ...high.reverse()];
}

function lessPadding(layer: WindowLayer, padding: Sides): Remedy {
  return replace('less-padding', sideNumbers(padding), { ...layer, padding });
}

/** At most half of what the window spans, as PyTorch has it. */
function poolPadding(layer: PoolLayer, input: PerAxis): Sides {
  const { top, bottom, left, right } = sidesOf(layer, input);
  const most = perAxis((axis) => Math.floor((layer.dilations[axis] * (layer.window[axis] - 1) + 1) / 2));
  const sides = { top: Math.min(top, most[0]), bottom: Math.min(bottom, most[0]) };
  return { kind: 'explicit', ...sides, left: Math.min(left, most[1]), right: Math.min(right, most[1]) };
}

/** As much as leaves one cell of the full result. */
function uncut(layer: TransposedLayer, input: PerAxis): Sides {
  const { top, bottom, left, right } = sidesOf(layer, input);
  const spare = perAxis((axis) => {
    const full = (input[axis] - 1) * layer.strides[axis] + layer.dilations[axis] * (layer.kernelSize[axis] - 1) + 1;
    return full + layer.outputPadding[axis] - 1;
  });
  const share = (before: number, after: number, most: number) => {
    const first = Math.min(before, Math.floor(most / 2));
    return [first, Math.min(after, most - first)] as const;
  };
  const [fitTop, fitBottom] = share(top, bottom, spare[0]);
  const [fitLeft, fitRight] = share(left, right, spare[1]);
  return { kind: 'explicit', top: fitTop, bottom: fitBottom, left: fitLeft, right: fitRight };
}

function lessOutputPadding(layer: TransposedLayer): Remedy {
  const { strides, dilations, outputPadding } = layer;
  const most = perAxis((axis) => Math.min(outputPadding[axis], Math.max(strides[axis], dilations[axis]) - 1));
  return replace('less-output-padding', { rows: most[0], cols: most[1] }, { ...layer, outputPadding: most });
}

/** All counts whole and from 1 on, paddings from 0 on. */
function atLeastOne(layer: Exclude<NetworkLayer, { kind: 'relu' | 'flatten' | 'softmax' }>): readonly Remedy[] {
  if (layer.kind === 'dense') return [replace('at-least-one', {}, { ...layer, units: count(layer.units) })];
  const counts = (pair: PerAxis) => perAxis((axis) => count(pair[axis]));
  const strides = counts(layer.strides);
  const dilations = counts(layer.dilations);
  const padding = wholePadding(layer.padding);
  const common = { strides, dilations, padding };
  if (layer.kind === 'pool')
    return [replace('at-least-one', {}, { ...layer, ...common, window: counts(layer.window) })];
  const { filters, groups, kernelSize } = layer;
  const repaired = { ...common, filters: count(filters), groups: count(groups), kernelSize: counts(kernelSize) };
  return [replace('at-least-one', {}, { ...layer, ...repaired })];
}

function wholePadding(padding: Padding): Padding {
  const whole = (cells: number) => Math.max(0, Math.round(cells));
  if (padding.kind === 'all') return { kind: 'all', amount: whole(padding.amount) };
  if (padding.kind !== 'explicit') return padding;
  const { top, bottom, left, right } = padding;
  return { kind: 'explicit', top: whole(top), bottom: whole(bottom), left: whole(left), right: whole(right) };
}

function otherWeights(
  layer: Exclude<NetworkLayer, { kind: 'relu' | 'flatten' | 'softmax' | 'pool' }>,
): readonly Remedy[] {
  const { weights } = layer;
  const seeded = { kind: 'seeded', seed: 1, spread: 'torch' } as const;
  const fresh = replace('seeded-weights', {}, { ...layer, weights: seeded });
  if (weights.kind === 'typed') {
    return [replace('no-biases', {}, { ...layer, weights: { ...weights, biases: [] } }), fresh];
  }
  if (weights.kind !== 'preset' || layer.kind === 'dense') return [fresh];
  const shape = presetById(weights.presets[0])?.matrix.shape;
  if (!shape) return [fresh];
  return [replace('kernel-of-preset', { rows: shape[0], cols: shape[1] }, { ...layer, kernelSize: shape }), fresh];
}

function sidesOf(layer: WindowLayer, input: PerAxis): Omit<Sides, 'kind'> {
  const kernelSize = windowOf(layer);
  const along = (axis: 0 | 1) =>
    resolvePadding(layer.padding, axis === 0 ? 'height' : 'width', {
      inputSize: input[axis],
      kernelSize: kernelSize[axis],
      stride: layer.strides[axis],
      dilation: layer.dilations[axis],
    });
  const [top, bottom] = along(0);
  const [left, right] = along(1);
  return { top, bottom, left, right };
}

function sideNumbers({ top, bottom, left, right }: Sides): Readonly<Record<string, number>> {
  return { top, bottom, left, right };
}

function perAxis(value: (axis: 0 | 1) => number): PerAxis {
  return [value(0), value(1)];
}

function count(value: number): number {
  return Number.isFinite(value) ? Math.max(1, Math.round(value)) : 1;
}
