import type { Conv2dParams, PerAxis } from '../convolution/conv2dParams';
import type { Pool2dParams } from '../pooling/pool2dParams';
import type { ConvTranspose2dParams } from '../transposed/convTranspose2dParams';
import type { DenseWeightSource, WeightSource } from './weightSource';

/** A layer of a network, as a person writes it down; what it makes of an input is the plan's. */
export type NetworkLayer =
  | ConvLayer
  | TransposedLayer
  | PoolLayer
  | { readonly kind: 'relu' }
  | { readonly kind: 'flatten' }
  | DenseLayer
  | { readonly kind: 'softmax' };

/** The kinds of layers. */
export type LayerKind = NetworkLayer['kind'];

/** A convolution without flip, as every deep-learning library has it: PyTorch's Conv2d. */
export interface ConvLayer extends Omit<Conv2dParams, 'flip'> {
  readonly kind: 'conv';
  /** Output channels. */
  readonly filters: number;
  readonly kernelSize: PerAxis;
  /** Whether one number is added to all of a filter's outputs. */
  readonly hasBias: boolean;
  readonly weights: WeightSource;
}

/** A transposed convolution: PyTorch's ConvTranspose2d; its padding is cut from the full result. */
export interface TransposedLayer extends Omit<ConvTranspose2dParams, 'flip' | 'outputSizes'> {
  readonly kind: 'transposed';
  /** Output channels. */
  readonly filters: number;
  readonly kernelSize: PerAxis;
  readonly hasBias: boolean;
  readonly weights: WeightSource;
}

/** The largest or the average of each window, every channel by itself. */
export interface PoolLayer extends Pool2dParams {
  readonly kind: 'pool';
  /** The average divides by `divisor`; the largest has no use for it. */
  readonly pooling: 'max' | 'average';
}

/** Every output reads every input: PyTorch's Linear. */
export interface DenseLayer {
  readonly kind: 'dense';
  /** Outputs. */
  readonly units: number;
  readonly hasBias: boolean;
  readonly weights: DenseWeightSource;
}
