/** A size as far as the text says it; undefined where it depends on names. */
export type Size = number | undefined;

export type LibraryName =
  | 'torch'
  | 'torch.functional'
  | 'keras'
  | 'tf.nn'
  | 'tfjs'
  | 'flax'
  | 'mxnet'
  | 'onnx'
  | 'scipy'
  | 'cv2'
  | 'numpy';

/** Cells added on both sides of an axis, or the rule by which they are. */
export type AxisPadding =
  | { readonly kind: 'explicit'; readonly before: Size; readonly after: Size }
  | { readonly kind: 'same_upper' }
  | { readonly kind: 'same_lower' }
  /** All before the first cell, so that no output sees what comes later. */
  | { readonly kind: 'causal' }
  /** Depends on names. */
  | { readonly kind: 'unknown' };

/** The window of a layer along one axis. */
export interface AxisWindow {
  readonly kernel: Size;
  readonly stride: Size;
  readonly dilation: Size;
  readonly padding: AxisPadding;
}

/** Where the channels of an input stand: after the batch, or last. */
export type ChannelPlace = 'first' | 'last';

interface Spatial {
  readonly library: LibraryName;
  /** Depth, height, width: the last `axes.length` of them. */
  readonly axes: readonly AxisWindow[];
  readonly channels: ChannelPlace;
}

/** A convolution with weights of its own, or with those that it is handed. */
export interface ConvLayer extends Spatial {
  readonly kind: 'conv';
  readonly filters: Size;
  /** What the layer says its input has; `any` where it takes what comes. */
  readonly inputChannels: Size | 'any';
  readonly groups: Size;
  readonly hasBias: boolean | undefined;
  /** False for functions, whose weights are handed to them. */
  readonly ownsWeights: boolean;
}

/** A filter of its own for every channel, `multiplier` of them. */
export interface DepthwiseLayer extends Spatial {
  readonly kind: 'depthwise';
  readonly multiplier: Size;
  /** With filters, a 1×1 convolution follows, which has the bias then. */
  readonly filters: Size | 'none';
  readonly hasBias: boolean | undefined;
}

/** A transposed convolution. `sizes` tells whose size formula holds. */
export interface TransposedLayer extends Spatial {
  readonly kind: 'transposed';
  readonly sizes: 'torch' | 'keras';
  readonly filters: Size;
  readonly inputChannels: Size | 'any';
  readonly groups: Size;
  readonly hasBias: boolean | undefined;
  readonly outputPadding: readonly (Size | 'none')[];
}

/** A pooling; `ceil` counts the window that crosses the end, as PyTorch does. */
export interface PoolLayer extends Spatial {
  readonly kind: 'pool';
  readonly ceil: boolean | undefined;
  /** PyTorch refuses padding of more than half of the window. */
  readonly limitsPadding: boolean;
}

/** A pooling to a wanted size; with `keepsAxes` false the axes fall away, as Keras's global poolings let them. */
export interface AdaptivePoolLayer extends Omit<Spatial, 'axes'> {
  readonly kind: 'adaptive-pool';
  /** `same`: as large as the input there. */
  readonly sizes: readonly (Size | 'same')[];
  readonly keepsAxes: boolean;
}

/** Cells added around, without a window. Negative numbers cut. */
export interface PadLayer extends Omit<Spatial, 'axes'> {
  readonly kind: 'pad';
  readonly sides: readonly (readonly [before: Size, after: Size])[];
}

/** Sizes times factors, rounded down. */
export interface UpsampleLayer extends Omit<Spatial, 'axes'> {
  readonly kind: 'upsample';
  readonly factors: readonly Size[];
}

/** Channels moved into the plane: factor² of them make a square of cells; or back, with `isBack`. */
export interface ShuffleLayer {
  readonly kind: 'shuffle';
  readonly library: LibraryName;
  readonly factor: Size;
  readonly isBack: boolean;
}

/** Every patch as a column: channels times cells of the window, and the number of positions (torch.nn.Unfold). */
export interface UnfoldLayer extends Spatial {
  readonly kind: 'unfold';
}

/** The item in another shape: sizes without the batch, one of which may be what is left over. */
export interface ReshapeLayer {
  readonly kind: 'reshape';
  readonly library: LibraryName;
  readonly sizes: readonly (Size | 'rest')[];
}

/** A matrix of weights over the last axis. */
export interface DenseLayer {
  readonly kind: 'dense';
  readonly library: LibraryName;
  readonly units: Size;
  readonly inputSize: Size | 'any';
  readonly hasBias: boolean | undefined;
  /** MXNet's makes one row of every item first. */
  readonly flattens: boolean;
}

export interface FlattenLayer {
  readonly kind: 'flatten';
  readonly library: LibraryName;
  /** Axes from and to, both counted in; negative ones from the end. */
  readonly from: Size;
  readonly to: Size;
}

/** A layer after which the shape is as before: an activation, dropout, a normalisation with parameters for every channel. */
export interface SameShapeLayer {
  readonly kind: 'same-shape';
  readonly library: LibraryName;
  readonly parametersPerChannel: Size;
  readonly channels: ChannelPlace;
  readonly inputChannels: Size | 'any';
  /** Parameters whose number the layer says itself. */
  readonly ownParameters?: Size;
}

/** A function of two arrays of numbers, of SciPy, NumPy or OpenCV. */
export interface ArrayCall {
  readonly kind: 'arrays';
  readonly library: LibraryName;
  /** `none`: as large as the first array. */
  readonly mode: 'full' | 'same' | 'valid' | 'none';
  readonly kernelShape: readonly Size[] | undefined;
  /** NumPy's *same* is as large as the larger one. */
  readonly takesLarger: boolean;
}

/** A layer as a call describes it, whatever the library. */
export type Layer =
  | ConvLayer
  | DepthwiseLayer
  | TransposedLayer
  | PoolLayer
  | AdaptivePoolLayer
  | PadLayer
  | UpsampleLayer
  | ShuffleLayer
  | UnfoldLayer
  | ReshapeLayer
  | DenseLayer
  | FlattenLayer
  | SameShapeLayer
  | ArrayCall;
