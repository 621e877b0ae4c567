import type { AxisWindow, ChannelPlace, LibraryName, Size } from '../layer';
import { type Bound, sizeAt, sizesAt, truthAt, wordAt } from './bound';
import type { LayerReader, LayerReaders } from './layerReader';

const library: LibraryName = 'mxnet';
const initial = ['weight_initializer', 'bias_initializer', 'in_channels', 'in_units', 'prefix', 'params', 'dtype'];

function channelsOf(bound: Bound, axes: number): ChannelPlace {
  const first = ['NCW', 'NCHW', 'NCDHW'][axes - 1]!;
  const last = ['NWC', 'NHWC', 'NDHWC'][axes - 1]!;
  return wordAt(bound, 'layout', [first, last], first) === last ? 'last' : 'first';
}

function windows(bound: Bound, axes: number, kernelName: string, kernel: readonly Size[]): readonly AxisWindow[] {
  const isPool = kernelName === 'pool_size';
  const ones = new Array<Size>(axes).fill(1);
  const sizes = sizesAt(bound, kernelName, axes, kernel);
  const stride = sizesAt(bound, 'strides', axes, isPool ? sizes : ones);
  const dilation = isPool ? ones : sizesAt(bound, 'dilation', axes, ones);
  const padding = sizesAt(bound, 'padding', axes, new Array<Size>(axes).fill(0));
  return sizes.map((size, axis) => ({
    kernel: size,
    stride: stride[axis],
    dilation: dilation[axis],
    padding: { kind: 'explicit', before: padding[axis], after: padding[axis] },
  }));
}

function conv(axes: number): LayerReader {
  return {
    signature: {
      places: [
        'channels!',
        'kernel_size!',
        'strides',
        'padding',
        'dilation',
        'groups',
        'layout',
        'activation',
        'use_bias',
      ],
      keywords: initial,
    },
    read: (bound) => ({
      kind: 'conv',
      library,
      channels: channelsOf(bound, axes),
      axes: windows(bound, axes, 'kernel_size', new Array<Size>(axes).fill(undefined)),
      filters: sizeAt(bound, 'channels', undefined),
      inputChannels: given(sizeAt(bound, 'in_channels', 0)),
      groups: sizeAt(bound, 'groups', 1),
      hasBias: truthAt(bound, 'use_bias', true),
      ownsWeights: true,
    }),
  };
}

/** 0 stands for what comes. */
function given(size: Size): Size | 'any' {
  return size === 0 ? 'any' : size;
}

function transposed(axes: number): LayerReader {
  return {
    signature: {
      places: [
        'channels!',
        'kernel_size!',
        'strides',
        'padding',
        'output_padding',
        'dilation',
        'groups',
        'layout',
        'activation',
        'use_bias',
      ],
      keywords: initial,
    },
    read: (bound) => ({
      kind: 'transposed',
      library,
      sizes: 'torch',
      channels: channelsOf(bound, axes),
      axes: windows(bound, axes, 'kernel_size', new Array<Size>(axes).fill(undefined)),
      filters: sizeAt(bound, 'channels', undefined),
      inputChannels: given(sizeAt(bound, 'in_channels', 0)),
      groups: sizeAt(bound, 'groups', 1),
      hasBias: truthAt(bound, 'use_bias', true),
      outputPadding: sizesAt(bound, 'output_padding', axes, new Array<Size>(axes).fill(0)),
    }),
  };
}

function pool(axes: number): LayerReader {
  return {
    signature: {
      places: ['pool_size', 'strides', 'padding', 'layout', 'ceil_mode', 'count_include_pad'],
      keywords: ['prefix', 'params'],
    },
    read: (bound) => ({
      kind: 'pool',
      library,
      channels: channelsOf(bound, axes),
      axes: windows(bound, axes, 'pool_size', new Array<Size>(axes).fill(2)),
      ceil: truthAt(bound, 'ceil_mode', false),
      limitsPadding: false,
    }),
  };
}

function globalPool(axes: number): LayerReader {
  return {
    signature: { places: ['layout'], keywords: ['prefix', 'params'] },
    read: (bound) => ({
      kind: 'adaptive-pool',
      library,
      channels: channelsOf(bound, axes),
      sizes: new Array<Size>(axes).fill(1),
      keepsAxes: true,
    }),
  };
}

const dense: LayerReader = {
  signature: { places: ['units!', 'activation', 'use_bias', 'flatten'], keywords: initial },
  read: (bound) => ({
    kind: 'dense',
    library,
    units: sizeAt(bound, 'units', undefined),
    inputSize: given(sizeAt(bound, 'in_units', 0)),
    hasBias: truthAt(bound, 'use_bias', true),
    flattens: truthAt(bound, 'flatten', true) ?? true,
  }),
};

function unchanged(places: readonly string[], perChannel = 0): LayerReader {
  return {
    signature: { places, keywords: ['prefix', 'params'] },
    read: () => ({
      kind: 'same-shape',
      library,
      channels: 'first',
      parametersPerChannel: perChannel,
      inputChannels: 'any',
    }),
  };
}

const byAxes = [1, 2, 3].flatMap((axes): readonly (readonly [string, LayerReader])[] => [
  [`Conv${axes}D`, conv(axes)],
  [`Conv${axes}DTranspose`, transposed(axes)],
  [`MaxPool${axes}D`, pool(axes)],
  [`AvgPool${axes}D`, pool(axes)],
  [`GlobalMaxPool${axes}D`, globalPool(axes)],
  [`GlobalAvgPool${axes}D`, globalPool(axes)],
]);

/** The layers of MXNet's Gluon, channels first (mxnet.apache.org, 1.9). */
export const mxnetLayers: LayerReaders = {
  ...Object.fromEntries(byAxes),
  Dense: dense,
  Flatten: {
    signature: { places: [], keywords: ['prefix', 'params'] },
    read: () => ({ kind: 'flatten', library, from: 1, to: -1 }),
  },
  Activation: unchanged(['activation']),
  Dropout: unchanged(['rate', 'axes']),
  BatchNorm: unchanged(['axis', 'momentum', 'epsilon', 'center', 'scale'], 4),
};
