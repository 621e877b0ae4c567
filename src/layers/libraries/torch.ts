import type { AxisPadding, AxisWindow, LibraryName, PoolLayer, SameShapeLayer, Size } from '../layer';
import { product } from '../shape/layerResult';
import { type Bound, bad, factorsAt, lengthAt, sizeAt, sizesAt, truthAt, wordAt } from './bound';
import type { LayerReader, LayerReaders } from './layerReader';

const base = { library: 'torch', channels: 'first' } as const;
const placed = ['device', 'dtype'];
const modes = ['zeros', 'reflect', 'replicate', 'circular'] as const;

/** PyTorch's `padding`: numbers, or *same* and *valid*. */
export function torchPadding(bound: Bound, axes: number, name = 'padding'): readonly AxisPadding[] {
  const value = bound.values.get(name);
  if (value?.kind === 'text') {
    const word = wordAt(bound, name, ['same', 'valid'], 'valid');
    const padding: AxisPadding = word === 'same' ? { kind: 'same_upper' } : { kind: 'explicit', before: 0, after: 0 };
    return new Array<AxisPadding>(axes).fill(padding);
  }
  const sides = sizesAt(bound, name, axes, new Array<Size>(axes).fill(0));
  return sides.map((side) => ({ kind: 'explicit', before: side, after: side }));
}

/** The windows of a convolution of PyTorch. */
export function torchWindows(bound: Bound, axes: number): readonly AxisWindow[] {
  const ones = new Array<Size>(axes).fill(1);
  const kernel = sizesAt(bound, 'kernel_size', axes, new Array<Size>(axes).fill(undefined));
  const stride = sizesAt(bound, 'stride', axes, ones);
  const dilation = sizesAt(bound, 'dilation', axes, ones);
  const padding = torchPadding(bound, axes);
  return kernel.map((size, axis) => ({
    kernel: size,
    stride: stride[axis],
    dilation: dilation[axis],
    padding: padding[axis]!,
  }));
}

const convPlaces = ['out_channels!', 'kernel_size!', 'stride', 'padding', 'dilation', 'groups', 'bias', 'padding_mode'];

function conv(axes: number, isLazy: boolean): LayerReader {
  return {
    signature: { places: [...(isLazy ? [] : ['in_channels!']), ...convPlaces, ...placed] },
    read: (bound) => {
      wordAt(bound, 'padding_mode', modes, 'zeros');
      return {
        kind: 'conv',
        ...base,
        axes: torchWindows(bound, axes),
        filters: sizeAt(bound, 'out_channels', undefined),
        inputChannels: isLazy ? 'any' : sizeAt(bound, 'in_channels', undefined),
        groups: sizeAt(bound, 'groups', 1),
        hasBias: truthAt(bound, 'bias', true),
        ownsWeights: true,
      };
    },
  };
}

const transposedPlaces = [
  'out_channels!',
  'kernel_size!',
  'stride',
  'padding',
  'output_padding',
  'groups',
  'bias',
  'dilation',
  'padding_mode',
];

function transposed(axes: number, isLazy: boolean): LayerReader {
  return {
    signature: { places: [...(isLazy ? [] : ['in_channels!']), ...transposedPlaces, ...placed] },
    read: (bound) => {
      wordAt(bound, 'padding_mode', ['zeros'], 'zeros');
      return {
        kind: 'transposed',
        ...base,
        sizes: 'torch',
        axes: torchWindows(bound, axes),
        filters: sizeAt(bound, 'out_channels', undefined),
        inputChannels: isLazy ? 'any' : sizeAt(bound, 'in_channels', undefined),
        groups: sizeAt(bound, 'groups', 1),
        hasBias: truthAt(bound, 'bias', true),
        outputPadding: sizesAt(bound, 'output_padding', axes, new Array<Size>(axes).fill(0)),
      };
    },
  };
}

/** A pooling of PyTorch, as a module or as a function. */
export function torchPool(bound: Bound, axes: number, library: LibraryName): PoolLayer {
  const kernel = sizesAt(bound, 'kernel_size', axes, new Array<Size>(axes).fill(undefined));
  const stride = sizesAt(bound, 'stride', axes, kernel);
  const dilation = sizesAt(bound, 'dilation', axes, new Array<Size>(axes).fill(1));
  const padding = torchPadding(bound, axes);
  return {
    kind: 'pool',
    library,
    channels: 'first',
    axes: kernel.map((size, axis) => ({
      kernel: size,
      stride: stride[axis],
      dilation: dilation[axis],
      padding: padding[axis]!,
    })),
    ceil: truthAt(bound, 'ceil_mode', false),
    limitsPadding: true,
  };
}

/** What max and average poolings take, by place. */
export const maxPoolPlaces = ['kernel_size!', 'stride', 'padding', 'dilation', 'return_indices', 'ceil_mode'];
export const averagePoolPlaces = [
  'kernel_size!',
  'stride',
  'padding',
  'ceil_mode',
  'count_include_pad',
  'divisor_override',
];

function pool(axes: number, places: readonly string[]): LayerReader {
  return { signature: { places }, read: (bound) => torchPool(bound, axes, 'torch') };
}

function adaptive(axes: number): LayerReader {
  return {
    signature: { places: ['output_size!', 'return_indices'] },
    read: (bound) => ({ kind: 'adaptive-pool', ...base, sizes: adaptiveSizes(bound, axes), keepsAxes: true }),
  };
}

/** Of an adaptive pooling; `None` leaves an axis as it is. */
export function adaptiveSizes(bound: Bound, axes: number): readonly (Size | 'same')[] {
  const value = bound.values.get('output_size');
  if (value?.kind !== 'list') return sizesAt(bound, 'output_size', axes, new Array<Size>(axes).fill(undefined));
  if (value.items.length !== axes) throw bad('output_size', value);
  const numbers: Bound = { ...bound, values: new Map(value.items.map((item, axis) => [`${axis}`, item])) };
  return value.items.map((item, axis) => (item.kind === 'none' ? 'same' : sizeAt(numbers, `${axis}`, undefined)));
}

function padding(axes: number, places: readonly string[] = ['padding!']): LayerReader {
  return {
    signature: { places },
    read: (bound) => {
      const all = bound.values.get('padding');
      const isOne = lengthAt(bound, 'padding') === undefined && all?.kind !== 'name' && all?.kind !== 'unknown';
      const sides = sizesAt(bound, 'padding', 2 * axes, new Array<Size>(2 * axes).fill(undefined));
      // The last axis comes first: left, right, top, bottom.
      const pairs = Array.from({ length: axes }, (_, axis) => [sides[2 * axis], sides[2 * axis + 1]] as const);
      return { kind: 'pad', ...base, sides: isOne ? pairs : pairs.reverse() };
    },
  };
}

const linear: LayerReader = {
  signature: { places: ['in_features!', 'out_features!', 'bias', ...placed] },
  read: (bound) => ({
    kind: 'dense',
    library: 'torch',
    units: sizeAt(bound, 'out_features', undefined),
    inputSize: sizeAt(bound, 'in_features', undefined),
    hasBias: truthAt(bound, 'bias', true),
    flattens: false,
  }),
};

const flatten: LayerReader = {
  signature: { places: ['start_dim', 'end_dim'] },
  read: (bound) => ({
    kind: 'flatten',
    library: 'torch',
    from: sizeAt(bound, 'start_dim', 1),
    to: sizeAt(bound, 'end_dim', -1),
  }),
};

const batchNorm: LayerReader = {
  signature: { places: ['num_features!', 'eps', 'momentum', 'affine', 'track_running_stats', ...placed] },
  read: (bound) => {
    const affine = truthAt(bound, 'affine', true);
    return {
      kind: 'same-shape',
      ...base,
      parametersPerChannel: affine === undefined ? undefined : affine ? 2 : 0,
      inputChannels: sizeAt(bound, 'num_features', undefined),
    };
  },
};

const unchanged: SameShapeLayer = { kind: 'same-shape', ...base, parametersPerChannel: 0, inputChannels: 'any' };

function activation(...places: readonly string[]): LayerReader {
  return { signature: { places: [...places, 'inplace'] }, read: () => unchanged };
}

const upsample: LayerReader = {
  signature: { places: ['size', 'scale_factor', 'mode', 'align_corners', 'recompute_scale_factor'] },
  read: (bound) => {
    const size = bound.values.get('size');
    if (size && size.kind !== 'none')
      return { kind: 'adaptive-pool', ...base, sizes: sizesAt(bound, 'size', 2, []), keepsAxes: true };
    return { kind: 'upsample', ...base, factors: factorsAt(bound, 'scale_factor', 2, [undefined, undefined]) };
  },
};

/** `Upsample` and `interpolate` of images. */
export const readUpsample = upsample.read;

/** Normalisation of each item alone, with parameters only where they are asked for. */
const instanceNorm: LayerReader = {
  signature: { places: ['num_features!', 'eps', 'momentum', 'affine', 'track_running_stats', ...placed] },
  read: (bound) => {
    const affine = truthAt(bound, 'affine', false);
    const parametersPerChannel = affine === undefined ? undefined : affine ? 2 : 0;
    return { kind: 'same-shape', ...base, parametersPerChannel, inputChannels: 'any' };
  },
};

const groupNorm: LayerReader = {
  signature: { places: ['num_groups!', 'num_channels!', 'eps', 'affine', ...placed] },
  read: (bound) => {
    const affine = truthAt(bound, 'affine', true);
    return {
      kind: 'same-shape',
      ...base,
      parametersPerChannel: affine === undefined ? undefined : affine ? 2 : 0,
      inputChannels: sizeAt(bound, 'num_channels', undefined),
    };
  },
};

const layerNorm: LayerReader = {
  signature: { places: ['normalized_shape!', 'eps', 'elementwise_affine', 'bias', ...placed] },
  read: (bound) => {
    const given = bound.values.get('normalized_shape');
    const axes = lengthAt(bound, 'normalized_shape') ?? 1;
    const isKnown = given?.kind === 'list' || given?.kind === 'number';
    const sizes = sizesAt(bound, 'normalized_shape', axes, []);
    const size = isKnown ? product(sizes) : undefined;
    const [affine, bias] = [truthAt(bound, 'elementwise_affine', true), truthAt(bound, 'bias', true)];
    const kinds = affine === undefined || bias === undefined ? undefined : affine ? 1 + Number(bias) : 0;
    return { ...unchanged, ownParameters: product([kinds, size]) };
  },
};

const prelu: LayerReader = {
  signature: { places: ['num_parameters', 'init', ...placed] },
  read: (bound) => ({ ...unchanged, ownParameters: sizeAt(bound, 'num_parameters', 1) }),
};

/** Channels moved into the plane, or back. */
export function shuffle(isBack: boolean, library: LibraryName, before: readonly string[] = []): LayerReader {
  const name = isBack ? 'downscale_factor' : 'upscale_factor';
  return {
    signature: { places: [...before, `${name}!`] },
    read: (bound) => ({ kind: 'shuffle', library, factor: sizeAt(bound, name, undefined), isBack }),
  };
}

/** Every patch of an image as a column. */
export function unfold(library: LibraryName, before: readonly string[] = []): LayerReader {
  return {
    signature: { places: [...before, 'kernel_size!', 'dilation', 'padding', 'stride'] },
    read: (bound) => ({ kind: 'unfold', library, channels: 'first', axes: torchWindows(bound, 2) }),
  };
}

/** PyTorch's modules, with `torch.nn`'s arguments and defaults (docs.pytorch.org, 2.13). */
export const torchLayers: LayerReaders = {
  Conv1d: conv(1, false),
  Conv2d: conv(2, false),
  Conv3d: conv(3, false),
  LazyConv1d: conv(1, true),
  LazyConv2d: conv(2, true),
  LazyConv3d: conv(3, true),
  ConvTranspose1d: transposed(1, false),
  ConvTranspose2d: transposed(2, false),
  ConvTranspose3d: transposed(3, false),
  LazyConvTranspose1d: transposed(1, true),
  LazyConvTranspose2d: transposed(2, true),
  LazyConvTranspose3d: transposed(3, true),
  MaxPool1d: pool(1, maxPoolPlaces),
  MaxPool2d: pool(2, maxPoolPlaces),
  MaxPool3d: pool(3, maxPoolPlaces),
  AvgPool1d: pool(1, averagePoolPlaces.slice(0, -1)),
  AvgPool2d: pool(2, averagePoolPlaces),
  AvgPool3d: pool(3, averagePoolPlaces),
  AdaptiveAvgPool1d: adaptive(1),
  AdaptiveAvgPool2d: adaptive(2),
  AdaptiveAvgPool3d: adaptive(3),
  AdaptiveMaxPool1d: adaptive(1),
  AdaptiveMaxPool2d: adaptive(2),
  AdaptiveMaxPool3d: adaptive(3),
  ZeroPad1d: padding(1),
  ZeroPad2d: padding(2),
  ZeroPad3d: padding(3),
  ConstantPad1d: padding(1, ['padding!', 'value!']),
  ConstantPad2d: padding(2, ['padding!', 'value!']),
  ConstantPad3d: padding(3, ['padding!', 'value!']),
  ReflectionPad1d: padding(1),
  ReflectionPad2d: padding(2),
  ReflectionPad3d: padding(3),
  ReplicationPad1d: padding(1),
  ReplicationPad2d: padding(2),
  ReplicationPad3d: padding(3),
  CircularPad1d: padding(1),
  CircularPad2d: padding(2),
  CircularPad3d: padding(3),
  Linear: linear,
  Flatten: flatten,
  BatchNorm1d: batchNorm,
  BatchNorm2d: batchNorm,
  BatchNorm3d: batchNorm,
  InstanceNorm1d: instanceNorm,
  InstanceNorm2d: instanceNorm,
  InstanceNorm3d: instanceNorm,
  GroupNorm: groupNorm,
  LayerNorm: layerNorm,
  LocalResponseNorm: activation('size!', 'alpha', 'beta', 'k'),
  Upsample: upsample,
  UpsamplingNearest2d: upsample,
  UpsamplingBilinear2d: upsample,
  PixelShuffle: shuffle(false, 'torch'),
  PixelUnshuffle: shuffle(true, 'torch'),
  Unfold: unfold('torch'),
  PReLU: prelu,
  ReLU: activation(),
  ReLU6: activation(),
  LeakyReLU: activation('negative_slope'),
  ELU: activation('alpha'),
  SELU: activation(),
  GELU: activation('approximate'),
  SiLU: activation(),
  Mish: activation(),
  Sigmoid: activation(),
  Tanh: activation(),
  Hardswish: activation(),
  Hardsigmoid: activation(),
  Hardtanh: activation('min_val', 'max_val'),
  CELU: activation('alpha'),
  RReLU: activation('lower', 'upper'),
  Threshold: activation('threshold!', 'value!'),
  LogSigmoid: activation(),
  Softplus: activation('beta', 'threshold'),
  Softsign: activation(),
  Softmax2d: activation(),
  AlphaDropout: activation('p'),
  Softmax: activation('dim'),
  LogSoftmax: activation('dim'),
  Identity: { signature: { places: [] }, read: () => unchanged },
  Dropout: activation('p'),
  Dropout1d: activation('p'),
  Dropout2d: activation('p'),
  Dropout3d: activation('p'),
};
