import type { AxisPadding, AxisWindow, Layer, LibraryName, Size } from '../layer';
import { layerProblem } from '../layerProblem';
import { BadArgument, type Bound, lengthAt, sizeAt, sizesAt, wordAt } from './bound';
import type { ArrayShapes, LayerReader, LayerReaders } from './layerReader';

const library: LibraryName = 'onnx';
const attributes = [
  'kernel_shape',
  'strides',
  'dilations',
  'pads',
  'auto_pad',
  'group',
  'ceil_mode',
  'count_include_pad',
  'storage_order',
  'output_padding',
  'output_shape',
  'p',
];

/** The operator that `make_node` is asked for, with its attributes (onnx.ai, Conv-22, MaxPool-22, AveragePool-22). */
const makeNode: LayerReader = {
  signature: { places: ['op_type!', 'inputs!', 'outputs!', 'name', 'doc_string', 'domain'], keywords: attributes },
  read: (bound, shapes) => {
    const type = bound.values.get('op_type');
    const read = type?.kind === 'text' ? operators[type.text] : undefined;
    if (!read) throw new BadArgument(layerProblem('no-call', type?.kind === 'text' ? { found: type.text } : {}));
    return read(bound, shapes);
  },
};

export const onnxLayers: LayerReaders = { make_node: makeNode };

const operators: Readonly<Record<string, (bound: Bound, shapes: ArrayShapes) => Layer>> = {
  Conv: conv,
  ConvTranspose: transposed,
  MaxPool: pool,
  AveragePool: pool,
  LpPool: pool,
  GlobalAveragePool: globalPool,
  GlobalMaxPool: globalPool,
  Relu: unchanged,
  LeakyRelu: unchanged,
  Sigmoid: unchanged,
  Tanh: unchanged,
  Softmax: unchanged,
};

/** The shape of an input by its place in the list of names. */
function inputShape({ values }: Bound, index: number, shapes: ArrayShapes): readonly number[] | undefined {
  const names = values.get('inputs');
  const name = names?.kind === 'list' ? names.items[index] : undefined;
  return name?.kind === 'text' ? shapes(name.text) : undefined;
}

function inputCount({ values }: Bound): number | undefined {
  const names = values.get('inputs');
  return names?.kind === 'list' ? names.items.length : undefined;
}

function windows(bound: Bound, kernel: readonly Size[]): readonly AxisWindow[] {
  const axes = kernel.length;
  const ones = new Array<Size>(axes).fill(1);
  const stride = sizesAt(bound, 'strides', axes, ones);
  const dilation = sizesAt(bound, 'dilations', axes, ones);
  const padding = paddings(bound, axes);
  return kernel.map((size, axis) => ({
    kernel: size,
    stride: stride[axis],
    dilation: dilation[axis],
    padding: padding[axis]!,
  }));
}

/** `pads` has all beginnings first, then all ends. */
function paddings(bound: Bound, axes: number): readonly AxisPadding[] {
  const word = wordAt(bound, 'auto_pad', ['NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'], 'NOTSET');
  if (word === undefined) return new Array<AxisPadding>(axes).fill({ kind: 'unknown' });
  if (word === 'SAME_UPPER') return new Array<AxisPadding>(axes).fill({ kind: 'same_upper' });
  if (word === 'SAME_LOWER') return new Array<AxisPadding>(axes).fill({ kind: 'same_lower' });
  const zeros = new Array<Size>(2 * axes).fill(0);
  const pads = word === 'VALID' ? zeros : sizesAt(bound, 'pads', 2 * axes, zeros);
  return Array.from({ length: axes }, (_, axis) => ({
    kind: 'explicit',
    before: pads[axis],
    after: pads[axes + axis],
  }));
}

/** `kernel_shape`, or what the weights have. */
function kernelOf(bound: Bound, weights: readonly number[] | undefined): readonly Size[] {
  const axes = lengthAt(bound, 'kernel_shape') ?? (weights ? weights.length - 2 : 2);
  const fromWeights = weights?.length === axes + 2 ? weights.slice(2) : new Array<Size>(axes).fill(undefined);
  return sizesAt(bound, 'kernel_shape', axes, fromWeights);
}

function conv(bound: Bound, shapes: ArrayShapes): Layer {
  const weights = inputShape(bound, 1, shapes);
  const groups = sizeAt(bound, 'group', 1);
  const perGroup = weights?.[1];
  const count = inputCount(bound);
  return {
    kind: 'conv',
    library,
    channels: 'first',
    axes: windows(bound, kernelOf(bound, weights)),
    filters: weights?.[0],
    inputChannels: perGroup === undefined || groups === undefined ? undefined : perGroup * groups,
    groups,
    hasBias: count === undefined ? undefined : count > 2,
    ownsWeights: true,
  };
}

function transposed(bound: Bound, shapes: ArrayShapes): Layer {
  if (bound.values.has('output_shape')) throw new BadArgument(layerProblem('bad-value', { name: 'output_shape' }));
  const weights = inputShape(bound, 1, shapes);
  const kernel = kernelOf(bound, weights);
  const groups = sizeAt(bound, 'group', 1);
  const perGroup = weights?.[1];
  const count = inputCount(bound);
  return {
    kind: 'transposed',
    library,
    sizes: 'torch',
    channels: 'first',
    axes: windows(bound, kernel),
    filters: perGroup === undefined || groups === undefined ? undefined : perGroup * groups,
    inputChannels: weights?.[0],
    groups,
    hasBias: count === undefined ? undefined : count > 2,
    outputPadding: sizesAt(bound, 'output_padding', kernel.length, new Array<Size>(kernel.length).fill(0)),
  };
}

function pool(bound: Bound): Layer {
  const ceil = sizeOrTruth(bound, 'ceil_mode');
  return {
    kind: 'pool',
    library,
    channels: 'first',
    axes: windows(bound, kernelOf(bound, undefined)),
    ceil,
    limitsPadding: false,
  };
}

/** ONNX writes 0 and 1 for what others write as true and false. */
function sizeOrTruth(bound: Bound, name: string): boolean | undefined {
  const value = bound.values.get(name);
  if (value?.kind === 'truth') return value.value;
  const size = sizeAt(bound, name, 0);
  return size === undefined ? undefined : size !== 0;
}

function globalPool(): Layer {
  return { kind: 'adaptive-pool', library, channels: 'first', sizes: [1, 1], keepsAxes: true };
}

function unchanged(): Layer {
  return { kind: 'same-shape', library, channels: 'first', parametersPerChannel: 0, inputChannels: 'any' };
}
