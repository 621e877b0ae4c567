import type { AxisPadding, AxisWindow, ChannelPlace, LibraryName, SameShapeLayer, Size } from '../layer';
import { type Bound, bad, sizeAt, sizeOf, sizesAt, truthAt, wordAt } from './bound';
import type { LayerReader, LayerReaders } from './layerReader';

/** What every layer of Keras takes by keyword, and what says nothing of shapes. */
const always = [
  'name',
  'dtype',
  'trainable',
  'autocast',
  'input_shape',
  'batch_input_shape',
  'batch_size',
  'input_dim',
  'weights',
];
const initial = ['kernel', 'bias', 'depthwise', 'pointwise'].flatMap((part) => [
  `${part}_initializer`,
  `${part}_regularizer`,
  `${part}_constraint`,
]);
const keywords = [...always, ...initial, 'activity_regularizer', 'activation', 'lora_rank', 'lora_alpha'];

const ones = (axes: number) => new Array<Size>(axes).fill(1);
const unknown = (axes: number) => new Array<Size>(axes).fill(undefined);

/** Where channels stand; undefined where it depends on names. */
function channelsOf(bound: Bound): ChannelPlace {
  const word = wordAt(bound, 'data_format', ['channels_last', 'channels_first'], 'channels_last');
  return word === 'channels_first' ? 'first' : 'last';
}

function paddingsOf(
  bound: Bound,
  axes: number,
  allowed: readonly ('valid' | 'same' | 'causal')[],
): readonly AxisPadding[] {
  const word = wordAt(bound, 'padding', allowed, 'valid');
  return new Array<AxisPadding>(axes).fill(kerasPadding(word));
}

/** Keras's words for padding; `same` covers ⌈N / S⌉ windows. */
export function kerasPadding(word: 'valid' | 'same' | 'causal' | undefined): AxisPadding {
  if (word === undefined) return { kind: 'unknown' };
  if (word === 'same') return { kind: 'same_upper' };
  return word === 'causal' ? { kind: 'causal' } : { kind: 'explicit', before: 0, after: 0 };
}

function windowsOf(bound: Bound, axes: number): readonly AxisWindow[] {
  const kernel = sizesAt(bound, 'kernel_size', axes, unknown(axes));
  const stride = sizesAt(bound, 'strides', axes, ones(axes));
  const dilation = sizesAt(bound, 'dilation_rate', axes, ones(axes));
  const padding = paddingsOf(bound, axes, axes === 1 ? ['valid', 'same', 'causal'] : ['valid', 'same']);
  return kernel.map((size, axis) => ({
    kernel: size,
    stride: stride[axis],
    dilation: dilation[axis],
    padding: padding[axis]!,
  }));
}

function conv(axes: number, library: LibraryName): LayerReader {
  return {
    signature: {
      places: [
        'filters!',
        'kernel_size!',
        'strides',
        'padding',
        'data_format',
        'dilation_rate',
        'groups',
        'activation',
        'use_bias',
      ],
      keywords,
    },
    read: (bound) => ({
      kind: 'conv',
      library,
      channels: channelsOf(bound),
      axes: windowsOf(bound, axes),
      filters: sizeAt(bound, 'filters', undefined),
      inputChannels: 'any',
      groups: sizeAt(bound, 'groups', 1),
      hasBias: truthAt(bound, 'use_bias', true),
      ownsWeights: true,
    }),
  };
}

function transposed(axes: number, library: LibraryName): LayerReader {
  return {
    signature: {
      places: ['filters!', 'kernel_size!', 'strides', 'padding'],
      keywords: [...keywords, 'output_padding', 'data_format', 'dilation_rate', 'use_bias'],
    },
    read: (bound) => {
      const given = bound.values.get('output_padding');
      const isGiven = given !== undefined && given.kind !== 'none';
      return {
        kind: 'transposed',
        library,
        sizes: 'keras',
        channels: channelsOf(bound),
        axes: windowsOf(bound, axes),
        filters: sizeAt(bound, 'filters', undefined),
        inputChannels: 'any',
        groups: 1,
        hasBias: truthAt(bound, 'use_bias', true),
        outputPadding: isGiven ? sizesAt(bound, 'output_padding', axes, []) : new Array<'none'>(axes).fill('none'),
      };
    },
  };
}

function depthwise(axes: number, library: LibraryName, isSeparable: boolean): LayerReader {
  const places = isSeparable
    ? [
        'filters!',
        'kernel_size!',
        'strides',
        'padding',
        'data_format',
        'dilation_rate',
        'depth_multiplier',
        'activation',
        'use_bias',
      ]
    : [
        'kernel_size!',
        'strides',
        'padding',
        'depth_multiplier',
        'data_format',
        'dilation_rate',
        'activation',
        'use_bias',
      ];
  return {
    signature: { places, keywords },
    read: (bound) => ({
      kind: 'depthwise',
      library,
      channels: channelsOf(bound),
      axes: windowsOf(bound, axes),
      multiplier: sizeAt(bound, 'depth_multiplier', 1),
      filters: isSeparable ? sizeAt(bound, 'filters', undefined) : 'none',
      hasBias: truthAt(bound, 'use_bias', true),
    }),
  };
}

function pool(axes: number, library: LibraryName): LayerReader {
  return {
    signature: { places: ['pool_size', 'strides', 'padding', 'data_format'], keywords: always },
    read: (bound) => {
      const kernel = sizesAt(bound, 'pool_size', axes, new Array<Size>(axes).fill(2));
      const stride = sizesAt(bound, 'strides', axes, kernel);
      const padding = paddingsOf(bound, axes, ['valid', 'same']);
      return {
        kind: 'pool',
        library,
        channels: channelsOf(bound),
        axes: kernel.map((size, axis) => ({
          kernel: size,
          stride: stride[axis],
          dilation: 1,
          padding: padding[axis]!,
        })),
        ceil: false,
        limitsPadding: false,
      };
    },
  };
}

function globalPool(axes: number, library: LibraryName): LayerReader {
  return {
    signature: { places: ['data_format', 'keepdims'], keywords: always },
    read: (bound) => ({
      kind: 'adaptive-pool',
      library,
      channels: channelsOf(bound),
      sizes: ones(axes),
      keepsAxes: truthAt(bound, 'keepdims', false) ?? false,
    }),
  };
}

/** Zero padding and cropping: one number, one for each axis, or a pair for each. */
function sides(axes: number, library: LibraryName, name: 'padding' | 'cropping', sign: 1 | -1): LayerReader {
  return {
    signature: { places: [name, 'data_format'], keywords: always },
    read: (bound) => ({
      kind: 'pad',
      library,
      channels: channelsOf(bound),
      sides: pairsOf(bound, name, axes).map((pair) => pair.map((size) => signed(size, sign)) as [Size, Size]),
    }),
  };
}

function signed(size: Size, sign: 1 | -1): Size {
  return size === undefined ? undefined : size * sign;
}

function pairsOf(bound: Bound, name: string, axes: number): readonly (readonly [Size, Size])[] {
  const value = bound.values.get(name);
  if (value?.kind === 'list' && axes === 1 && value.items.length === 2)
    return [[sizeOf(value.items[0]!, name), sizeOf(value.items[1]!, name)]];
  if (value?.kind !== 'list' || value.items.every((item) => item.kind !== 'list'))
    return sizesAt(bound, name, axes, ones(axes)).map((size) => [size, size]);
  if (value.items.length !== axes) throw bad(name, value);
  return value.items.map((item) => {
    if (item.kind !== 'list') return [sizeOf(item, name), sizeOf(item, name)];
    if (item.items.length !== 2) throw bad(name, item);
    return [sizeOf(item.items[0]!, name), sizeOf(item.items[1]!, name)];
  });
}

function upsample(axes: number, library: LibraryName): LayerReader {
  return {
    signature: { places: ['size', 'data_format', 'interpolation'], keywords: always },
    read: (bound) => ({
      kind: 'upsample',
      library,
      channels: channelsOf(bound),
      factors: sizesAt(bound, 'size', axes, new Array<Size>(axes).fill(2)),
    }),
  };
}

function dense(library: LibraryName): LayerReader {
  return {
    signature: { places: ['units!', 'activation', 'use_bias'], keywords },
    read: (bound) => ({
      kind: 'dense',
      library,
      units: sizeAt(bound, 'units', undefined),
      inputSize: 'any',
      hasBias: truthAt(bound, 'use_bias', true),
      flattens: false,
    }),
  };
}

function unchanged(library: LibraryName, perChannel: number, places: readonly string[] = []): LayerReader {
  const layer: SameShapeLayer = {
    kind: 'same-shape',
    library,
    channels: 'last',
    parametersPerChannel: perChannel,
    inputChannels: 'any',
  };
  return { signature: { places, keywords: always }, read: () => layer };
}

function reshape(library: LibraryName): LayerReader {
  return {
    signature: { places: ['target_shape!'], keywords: always },
    read: (bound) => {
      const value = bound.values.get('target_shape');
      if (value?.kind !== 'list') throw bad('target_shape', value ?? { kind: 'none' });
      const sizes = value.items.map((item) => sizeOf(item, 'target_shape'));
      return { kind: 'reshape', library, sizes: sizes.map((size) => (size === -1 ? 'rest' : size)) };
    },
  };
}

/** Scale and offset for every channel, without what is kept of earlier items. */
function normalization(library: LibraryName, places: readonly string[]): LayerReader {
  return {
    signature: {
      places,
      keywords: [
        ...always,
        ...['beta', 'gamma'].flatMap((part) => [`${part}_initializer`, `${part}_regularizer`, `${part}_constraint`]),
      ],
    },
    read: (bound) => {
      const [center, scale] = [truthAt(bound, 'center', true), truthAt(bound, 'scale', true)];
      const isLast = sizeAt(bound, 'axis', -1) === -1;
      const count = center === undefined || scale === undefined || !isLast ? undefined : Number(center) + Number(scale);
      return { kind: 'same-shape', library, channels: 'last', parametersPerChannel: count, inputChannels: 'any' };
    },
  };
}

/** An image in another size. */
function resizing(library: LibraryName): LayerReader {
  return {
    signature: {
      places: ['height!', 'width!', 'interpolation', 'crop_to_aspect_ratio'],
      keywords: [...always, 'data_format', 'antialias', 'pad_to_aspect_ratio', 'fill_mode', 'fill_value'],
    },
    read: (bound) => ({
      kind: 'adaptive-pool',
      library,
      channels: channelsOf(bound),
      sizes: [sizeAt(bound, 'height', undefined), sizeAt(bound, 'width', undefined)],
      keepsAxes: true,
    }),
  };
}

function batchNormalization(library: LibraryName): LayerReader {
  return {
    signature: {
      places: ['axis', 'momentum', 'epsilon', 'center', 'scale'],
      keywords: [
        ...always,
        ...['beta', 'gamma', 'moving_mean', 'moving_variance'].flatMap((part) => [
          `${part}_initializer`,
          `${part}_regularizer`,
          `${part}_constraint`,
        ]),
        'synchronized',
      ],
    },
    read: (bound) => {
      const [center, scale] = [truthAt(bound, 'center', true), truthAt(bound, 'scale', true)];
      const axis = sizeAt(bound, 'axis', -1);
      return {
        kind: 'same-shape',
        library,
        channels: axis === 1 ? 'first' : 'last',
        // Mean and variance are kept beside what is learned.
        parametersPerChannel:
          center === undefined || scale === undefined ? undefined : 2 + Number(center) + Number(scale),
        inputChannels: 'any',
      };
    },
  };
}

/** The layers of Keras and of what is built like it, with Keras's arguments and defaults (keras.io, 3.15). */
export function kerasLike(library: LibraryName): LayerReaders {
  const flatten: LayerReader = {
    signature: { places: ['data_format'], keywords: always },
    read: () => ({ kind: 'flatten', library, from: 1, to: -1 }),
  };
  const named: Record<string, LayerReader> = {};
  for (const axes of [1, 2, 3]) {
    const d = `${axes}D`;
    named[`Conv${d}`] = conv(axes, library);
    named[`Convolution${d}`] = conv(axes, library);
    for (const spelling of [`Conv${d}Transpose`, `Convolution${d}Transpose`])
      named[spelling] = transposed(axes, library);
    if (axes < 3) {
      named[`DepthwiseConv${d}`] = depthwise(axes, library, false);
      named[`DepthwiseConvolution${d}`] = depthwise(axes, library, false);
      named[`SeparableConv${d}`] = depthwise(axes, library, true);
      named[`SeparableConvolution${d}`] = depthwise(axes, library, true);
    }
    for (const what of ['Max', 'Average', 'Avg'])
      for (const pooling of ['Pooling', 'Pool']) {
        named[`${what}${pooling}${d}`] = pool(axes, library);
        named[`Global${what}${pooling}${d}`] = globalPool(axes, library);
      }
    named[`ZeroPadding${d}`] = sides(axes, library, 'padding', 1);
    named[`Cropping${d}`] = sides(axes, library, 'cropping', -1);
    named[`UpSampling${d}`] = upsample(axes, library);
  }
  return {
    ...named,
    Dense: dense(library),
    Flatten: flatten,
    Reshape: reshape(library),
    BatchNormalization: batchNormalization(library),
    LayerNormalization: normalization(library, ['axis', 'epsilon', 'center', 'scale']),
    GroupNormalization: normalization(library, ['groups', 'axis', 'epsilon', 'center', 'scale']),
    Resizing: resizing(library),
    Rescaling: unchanged(library, 0, ['scale', 'offset']),
    RandomFlip: unchanged(library, 0, ['mode', 'seed']),
    RandomRotation: unchanged(library, 0, ['factor', 'fill_mode', 'interpolation', 'seed', 'fill_value']),
    RandomZoom: unchanged(library, 0, [
      'height_factor',
      'width_factor',
      'fill_mode',
      'interpolation',
      'seed',
      'fill_value',
    ]),
    RandomTranslation: unchanged(library, 0, ['height_factor', 'width_factor', 'fill_mode', 'interpolation', 'seed']),
    RandomContrast: unchanged(library, 0, ['factor', 'seed']),
    GaussianDropout: unchanged(library, 0, ['rate', 'seed']),
    AlphaDropout: unchanged(library, 0, ['rate', 'noise_shape', 'seed']),
    SpatialDropout3D: unchanged(library, 0, ['rate', 'seed', 'data_format']),
    ActivityRegularization: unchanged(library, 0, ['l1', 'l2']),
    Activation: unchanged(library, 0, ['activation']),
    Dropout: unchanged(library, 0, ['rate', 'noise_shape', 'seed']),
    SpatialDropout1D: unchanged(library, 0, ['rate', 'seed', 'data_format']),
    SpatialDropout2D: unchanged(library, 0, ['rate', 'data_format', 'seed']),
    GaussianNoise: unchanged(library, 0, ['stddev', 'seed']),
    ReLU: unchanged(library, 0, ['max_value', 'negative_slope', 'threshold']),
    LeakyReLU: unchanged(library, 0, ['negative_slope', 'alpha']),
    ELU: unchanged(library, 0, ['alpha']),
    Softmax: unchanged(library, 0, ['axis']),
  };
}
