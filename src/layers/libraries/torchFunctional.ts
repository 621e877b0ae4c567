import type { AxisWindow, Size } from '../layer';
import { type Bound, sizeAt, sizesAt } from './bound';
import type { ArrayShapes, LayerReader, LayerReaders } from './layerReader';
import {
  adaptiveSizes,
  averagePoolPlaces,
  maxPoolPlaces,
  readUpsample,
  shuffle,
  torchPadding,
  torchPool,
  unfold,
} from './torch';

const base = { library: 'torch.functional', channels: 'first' } as const;

/** The shape of the array that an argument names; sizes that depend on names where it is not known. */
export function shapeAt({ values }: Bound, name: string, shapes: ArrayShapes, rank: number): readonly Size[] {
  const value = values.get(name);
  const shape = value?.kind === 'name' ? shapes(value.path) : undefined;
  return shape?.length === rank ? shape : new Array<Size>(rank).fill(undefined);
}

const convPlaces = ['input!', 'weight!', 'bias', 'stride', 'padding', 'dilation', 'groups'];

function conv(axes: number): LayerReader {
  return {
    signature: { places: convPlaces },
    read: (bound, shapes) => {
      const [filters, perGroup, ...kernel] = shapeAt(bound, 'weight', shapes, axes + 2);
      const groups = sizeAt(bound, 'groups', 1);
      return {
        kind: 'conv',
        ...base,
        axes: windows(bound, kernel),
        filters,
        inputChannels: perGroup === undefined || groups === undefined ? undefined : perGroup * groups,
        groups,
        hasBias: undefined,
        ownsWeights: false,
      };
    },
  };
}

function windows(bound: Bound, kernel: readonly Size[]): readonly AxisWindow[] {
  const axes = kernel.length;
  const ones = new Array<Size>(axes).fill(1);
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

function transposed(axes: number): LayerReader {
  return {
    signature: {
      places: ['input!', 'weight!', 'bias', 'stride', 'padding', 'output_padding', 'groups', 'dilation'],
    },
    read: (bound, shapes) => {
      const [inputChannels, perGroup, ...kernel] = shapeAt(bound, 'weight', shapes, axes + 2);
      const groups = sizeAt(bound, 'groups', 1);
      return {
        kind: 'transposed',
        ...base,
        sizes: 'torch',
        axes: windows(bound, kernel),
        filters: perGroup === undefined || groups === undefined ? undefined : perGroup * groups,
        inputChannels,
        groups,
        hasBias: undefined,
        outputPadding: sizesAt(bound, 'output_padding', axes, new Array<Size>(axes).fill(0)),
      };
    },
  };
}

function pool(axes: number, places: readonly string[]): LayerReader {
  return {
    signature: { places: ['input!', ...places] },
    read: (bound) => torchPool(bound, axes, 'torch.functional'),
  };
}

/** As functions, max poolings take `ceil_mode` before `return_indices`. */
const functionalMaxPlaces = [...maxPoolPlaces.slice(0, 4), 'ceil_mode', 'return_indices'];

function adaptive(axes: number): LayerReader {
  return {
    signature: { places: ['input!', 'output_size!', 'return_indices'] },
    read: (bound) => ({ kind: 'adaptive-pool', ...base, sizes: adaptiveSizes(bound, axes), keepsAxes: true }),
  };
}

function unchanged(...places: readonly string[]): LayerReader {
  return {
    signature: { places: ['input!', ...places, 'inplace'] },
    read: () => ({ kind: 'same-shape', ...base, parametersPerChannel: 0, inputChannels: 'any' }),
  };
}

const linear: LayerReader = {
  signature: { places: ['input!', 'weight!', 'bias'] },
  read: (bound, shapes) => {
    const [units, inputSize] = shapeAt(bound, 'weight', shapes, 2);
    return { kind: 'dense', library: 'torch.functional', units, inputSize, hasBias: undefined, flattens: false };
  },
};

const flatten: LayerReader = {
  signature: { places: ['input!', 'start_dim', 'end_dim'] },
  read: (bound) => ({
    kind: 'flatten',
    library: 'torch.functional',
    from: sizeAt(bound, 'start_dim', 0),
    to: sizeAt(bound, 'end_dim', -1),
  }),
};

const pad: LayerReader = {
  signature: { places: ['input!', 'pad!', 'mode', 'value'] },
  read: (bound) => {
    const value = bound.values.get('pad');
    const count = value?.kind === 'list' ? value.items.length : 0;
    const sides = sizesAt(bound, 'pad', count, []);
    const pairs = Array.from({ length: Math.floor(count / 2) }, (_, i) => [sides[2 * i], sides[2 * i + 1]] as const);
    return { kind: 'pad', ...base, sides: pairs.reverse() };
  },
};

const interpolate: LayerReader = {
  signature: {
    places: ['input!', 'size', 'scale_factor', 'mode', 'align_corners', 'recompute_scale_factor', 'antialias'],
  },
  read: readUpsample,
};

const dropout = unchanged('p', 'training');

/** PyTorch's functions, which are handed their weights (docs.pytorch.org, torch.nn.functional, 2.13). */
export const torchFunctions: LayerReaders = {
  conv1d: conv(1),
  conv2d: conv(2),
  conv3d: conv(3),
  conv_transpose1d: transposed(1),
  conv_transpose2d: transposed(2),
  conv_transpose3d: transposed(3),
  max_pool1d: pool(1, functionalMaxPlaces),
  max_pool2d: pool(2, functionalMaxPlaces),
  max_pool3d: pool(3, functionalMaxPlaces),
  avg_pool1d: pool(1, averagePoolPlaces.slice(0, -1)),
  avg_pool2d: pool(2, averagePoolPlaces),
  avg_pool3d: pool(3, averagePoolPlaces),
  adaptive_avg_pool1d: adaptive(1),
  adaptive_avg_pool2d: adaptive(2),
  adaptive_avg_pool3d: adaptive(3),
  adaptive_max_pool1d: adaptive(1),
  adaptive_max_pool2d: adaptive(2),
  adaptive_max_pool3d: adaptive(3),
  linear,
  flatten,
  pad,
  interpolate,
  upsample: interpolate,
  upsample_nearest: interpolate,
  upsample_bilinear: interpolate,
  pixel_shuffle: shuffle(false, 'torch.functional', ['input!']),
  pixel_unshuffle: shuffle(true, 'torch.functional', ['input!']),
  unfold: unfold('torch.functional', ['input!']),
  relu: unchanged(),
  relu_: unchanged(),
  selu: unchanged(),
  hardtanh: unchanged('min_val', 'max_val'),
  hardswish: unchanged(),
  hardsigmoid: unchanged(),
  mish: unchanged(),
  softplus: unchanged('beta', 'threshold'),
  local_response_norm: unchanged('size', 'alpha', 'beta', 'k'),
  relu6: unchanged(),
  leaky_relu: unchanged('negative_slope'),
  elu: unchanged('alpha'),
  gelu: unchanged('approximate'),
  silu: unchanged(),
  sigmoid: unchanged(),
  tanh: unchanged(),
  softmax: unchanged('dim', 'dtype', '_stacklevel'),
  log_softmax: unchanged('dim', 'dtype', '_stacklevel'),
  dropout,
  dropout1d: dropout,
  dropout2d: dropout,
  dropout3d: dropout,
};
