import type { AxisPadding, AxisWindow, LibraryName, Size } from '../layer';
import { type Bound, bad, lengthAt, sizeAt, sizeOf, sizesAt, truthAt } from './bound';
import { kerasPadding } from './keras';
import type { LayerReader, LayerReaders } from './layerReader';

const library: LibraryName = 'flax';
const names = [
  'dtype',
  'param_dtype',
  'precision',
  'kernel_init',
  'bias_init',
  'name',
  'parent',
  'promote_dtype',
  'dot_general',
  'dot_general_cls',
  'preferred_element_type',
  'conv_general_dilated',
  'conv_general_dilated_cls',
];
const normalising = ['axis_name', 'axis_index_groups', 'scale_init', 'use_fast_variance', 'force_float32_reductions'];

/** Words, one number for all sides, one for each axis, or a pair for each. */
function paddingsOf(bound: Bound, axes: number, otherwise: 'same' | 'valid'): readonly AxisPadding[] {
  const value = bound.values.get('padding');
  if (value === undefined)
    return new Array<AxisPadding>(axes).fill(bound.spreads.length > 0 ? { kind: 'unknown' } : kerasPadding(otherwise));
  if (value.kind === 'text') {
    const written = value.text.toLowerCase();
    // What is mirrored or goes round keeps as many positions as zeros do.
    const kept = written === 'circular' || written === 'reflect' ? 'same' : written;
    const word = (['same', 'valid', 'causal'] as const).find((one) => one === kept);
    if (!word) throw bad('padding', value);
    return new Array<AxisPadding>(axes).fill(kerasPadding(word));
  }
  if (value.kind === 'list' && value.items.some((item) => item.kind === 'list')) {
    if (value.items.length !== axes) throw bad('padding', value);
    return value.items.map((item) => {
      if (item.kind !== 'list') return explicit(sizeOf(item, 'padding'), sizeOf(item, 'padding'));
      if (item.items.length !== 2) throw bad('padding', item);
      return explicit(sizeOf(item.items[0]!, 'padding'), sizeOf(item.items[1]!, 'padding'));
    });
  }
  return sizesAt(bound, 'padding', axes, []).map((size) => explicit(size, size));
}

function explicit(before: Size, after: Size): AxisPadding {
  return { kind: 'explicit', before, after };
}

function windows(bound: Bound, kernelName: string, otherwise: 'same' | 'valid'): readonly AxisWindow[] | undefined {
  const value = bound.values.get(kernelName);
  // The number of axes stands nowhere else; one number alone is the size of one axis.
  const axes = value?.kind === 'number' ? 1 : lengthAt(bound, kernelName);
  if (axes === undefined) return undefined;
  const ones = new Array<Size>(axes).fill(1);
  const kernel = sizesAt(bound, kernelName, axes, ones);
  const stride = sizesAt(bound, 'strides', axes, ones);
  const dilation = sizesAt(bound, 'kernel_dilation', axes, ones);
  const padding = paddingsOf(bound, axes, otherwise);
  return kernel.map((size, axis) => ({
    kernel: size,
    stride: stride[axis],
    dilation: dilation[axis],
    padding: padding[axis]!,
  }));
}

/** Where the kernel size is a name, two axes with nothing known. */
const unknownWindows: readonly AxisWindow[] = new Array<AxisWindow>(2).fill({
  kernel: undefined,
  stride: undefined,
  dilation: undefined,
  padding: { kind: 'unknown' },
});

const conv: LayerReader = {
  signature: {
    places: [
      'features!',
      'kernel_size!',
      'strides',
      'padding',
      'input_dilation',
      'kernel_dilation',
      'feature_group_count',
      'use_bias',
      'mask',
    ],
    keywords: names,
  },
  read: (bound) => ({
    kind: 'conv',
    library,
    channels: 'last',
    axes: windows(bound, 'kernel_size', 'same') ?? unknownWindows,
    filters: sizeAt(bound, 'features', undefined),
    inputChannels: 'any',
    groups: sizeAt(bound, 'feature_group_count', 1),
    hasBias: truthAt(bound, 'use_bias', true),
    ownsWeights: true,
  }),
};

const transposed: LayerReader = {
  signature: {
    places: ['features!', 'kernel_size!', 'strides', 'padding', 'kernel_dilation', 'use_bias', 'mask'],
    keywords: [...names, 'transpose_kernel'],
  },
  read: (bound) => {
    const axes = windows(bound, 'kernel_size', 'same') ?? unknownWindows;
    return {
      kind: 'transposed',
      library,
      sizes: 'keras',
      channels: 'last',
      axes,
      filters: sizeAt(bound, 'features', undefined),
      inputChannels: 'any',
      groups: 1,
      hasBias: truthAt(bound, 'use_bias', true),
      outputPadding: new Array<'none'>(axes.length).fill('none'),
    };
  },
};

const pool: LayerReader = {
  signature: { places: ['inputs!', 'window_shape!', 'strides', 'padding', 'count_include_pad'], keywords: ['x'] },
  read: (bound) => ({
    kind: 'pool',
    library,
    channels: 'last',
    axes: windows(bound, 'window_shape', 'valid') ?? unknownWindows,
    ceil: false,
    limitsPadding: false,
  }),
};

const dense: LayerReader = {
  signature: { places: ['features!', 'use_bias'], keywords: names },
  read: (bound) => ({
    kind: 'dense',
    library,
    units: sizeAt(bound, 'features', undefined),
    inputSize: 'any',
    hasBias: truthAt(bound, 'use_bias', true),
    flattens: false,
  }),
};

function unchanged(places: readonly string[], perChannel = 0): LayerReader {
  return {
    signature: {
      places,
      keywords: [...names, ...normalising, 'use_running_average', 'momentum', 'epsilon', 'deterministic', 'rng'],
    },
    read: () => ({
      kind: 'same-shape',
      library,
      channels: 'last',
      parametersPerChannel: perChannel,
      inputChannels: 'any',
    }),
  };
}

/** The layers and poolings of Flax's `linen`, channels last (flax.readthedocs.io): convolutions pad to *same*, poolings do not. */
export const flaxLayers: LayerReaders = {
  Conv: conv,
  ConvTranspose: transposed,
  max_pool: pool,
  avg_pool: pool,
  min_pool: pool,
  Dense: dense,
  BatchNorm: unchanged(['use_running_average', 'axis'], 2),
  Dropout: unchanged(['rate', 'broadcast_dims']),
  relu: unchanged(['x']),
  gelu: unchanged(['x', 'approximate']),
  sigmoid: unchanged(['x']),
  tanh: unchanged(['x']),
  softmax: unchanged(['x', 'axis']),
};
