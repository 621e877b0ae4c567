import type { AxisPadding, AxisWindow, ChannelPlace, LibraryName, Size } from '../layer';
import { type Bound, bad, sizeOf, wordAt } from './bound';
import { kerasPadding } from './keras';
import type { LayerReader, LayerReaders } from './layerReader';
import { shapeAt } from './torchFunctional';

const library: LibraryName = 'tf.nn';

function channelsOf(bound: Bound, axes: number): ChannelPlace {
  const last = ['NWC', 'NHWC', 'NDHWC'][axes - 1]!;
  const first = ['NCW', 'NCHW', 'NCDHW'][axes - 1]!;
  return wordAt(bound, 'data_format', [last, first], last) === first ? 'first' : 'last';
}

/** One number, one for each axis, or one for each axis of the whole array: `[1, 2, 2, 1]`. */
function spatial(bound: Bound, name: string, axes: number, channels: ChannelPlace, otherwise: Size): readonly Size[] {
  const value = bound.values.get(name);
  if (value === undefined || value.kind === 'none') return new Array<Size>(axes).fill(otherwise);
  if (value.kind !== 'list') return new Array<Size>(axes).fill(sizeOf(value, name));
  const sizes = value.items.map((item) => sizeOf(item, name));
  if (sizes.length === 1) return new Array<Size>(axes).fill(sizes[0]);
  if (sizes.length === axes) return sizes;
  if (sizes.length !== axes + 2) throw bad(name, value);
  return channels === 'first' ? sizes.slice(2) : sizes.slice(1, -1);
}

/** *SAME*, *VALID*, or a pair of numbers for each axis of the whole array. */
function paddings(bound: Bound, axes: number, channels: ChannelPlace): readonly AxisPadding[] {
  const value = bound.values.get('padding');
  if (value?.kind !== 'list') {
    const word = wordAt(bound, 'padding', ['SAME', 'VALID'], 'VALID');
    const known = word === undefined ? undefined : word === 'SAME' ? 'same' : 'valid';
    return new Array<AxisPadding>(axes).fill(kerasPadding(known));
  }
  const pairs = channels === 'first' ? value.items.slice(2) : value.items.slice(1, -1);
  if (value.items.length !== axes + 2) throw bad('padding', value);
  return pairs.map((pair) => {
    if (pair.kind !== 'list' || pair.items.length !== 2) throw bad('padding', pair);
    return { kind: 'explicit', before: sizeOf(pair.items[0]!, 'padding'), after: sizeOf(pair.items[1]!, 'padding') };
  });
}

function windows(
  bound: Bound,
  kernel: readonly Size[],
  channels: ChannelPlace,
  dilations: string,
): readonly AxisWindow[] {
  const axes = kernel.length;
  const stride = spatial(bound, bound.values.has('stride') ? 'stride' : 'strides', axes, channels, 1);
  const dilation = spatial(bound, dilations, axes, channels, 1);
  const padding = paddings(bound, axes, channels);
  return kernel.map((size, axis) => ({
    kernel: size,
    stride: stride[axis],
    dilation: dilation[axis],
    padding: padding[axis]!,
  }));
}

function conv(axes: number): LayerReader {
  return {
    signature: {
      places: [
        'input!',
        'filters!',
        axes === 1 ? 'stride!' : 'strides!',
        'padding!',
        'data_format',
        'dilations',
        'name',
      ],
    },
    read: (bound, shapes) => {
      const channels = channelsOf(bound, axes);
      const weights = shapeAt(bound, 'filters', shapes, axes + 2);
      return {
        kind: 'conv',
        library,
        channels,
        axes: windows(bound, weights.slice(0, axes), channels, 'dilations'),
        filters: weights[axes + 1],
        inputChannels: 'any',
        groups: 1,
        hasBias: undefined,
        ownsWeights: false,
      };
    },
  };
}

const depthwise: LayerReader = {
  signature: { places: ['input!', 'filter!', 'strides!', 'padding!', 'data_format', 'dilations', 'name'] },
  read: (bound, shapes) => {
    const channels = channelsOf(bound, 2);
    const weights = shapeAt(bound, 'filter', shapes, 4);
    return {
      kind: 'depthwise',
      library,
      channels,
      axes: windows(bound, weights.slice(0, 2), channels, 'dilations'),
      multiplier: weights[3],
      filters: 'none',
      hasBias: undefined,
    };
  },
};

function pool(axes: number): LayerReader {
  return {
    signature: { places: ['input!', 'ksize!', 'strides!', 'padding!', 'data_format', 'name'] },
    read: (bound) => {
      const channels = channelsOf(bound, axes);
      const kernel = spatial(bound, 'ksize', axes, channels, undefined);
      return {
        kind: 'pool',
        library,
        channels,
        axes: windows(bound, kernel, channels, 'no dilations'),
        ceil: false,
        limitsPadding: false,
      };
    },
  };
}

function unchanged(...places: readonly string[]): LayerReader {
  return {
    signature: { places: [...places, 'name'] },
    read: () => ({ kind: 'same-shape', library, channels: 'last', parametersPerChannel: 0, inputChannels: 'any' }),
  };
}

/** TensorFlow's functions, which are handed their weights (tensorflow.org/api_docs/python/tf/nn). */
export const tensorflowFunctions: LayerReaders = {
  conv1d: conv(1),
  conv2d: conv(2),
  conv3d: conv(3),
  depthwise_conv2d: depthwise,
  max_pool1d: pool(1),
  max_pool2d: pool(2),
  max_pool3d: pool(3),
  max_pool: pool(2),
  avg_pool1d: pool(1),
  avg_pool2d: pool(2),
  avg_pool3d: pool(3),
  avg_pool: pool(2),
  relu: unchanged('features'),
  relu6: unchanged('features'),
  leaky_relu: unchanged('features', 'alpha'),
  sigmoid: unchanged('x'),
  tanh: unchanged('x'),
  softmax: unchanged('logits', 'axis'),
  dropout: unchanged('x', 'rate', 'noise_shape', 'seed'),
};
