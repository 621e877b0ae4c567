import type { Padding, PerAxis } from '../convolution/conv2dParams';

/**
 * How many windows an axis has where the last does not end with the padded axis. `floor`: only those that lie on it
 * whole. `ceil_inside`: also one that crosses its end, if it starts before the padding at the end does (PyTorch's
 * ceil_mode, ATen Pool.h). `ceil_anywhere`: also one that starts in that padding (older
 * onnxruntime; pytorch#71549).
 */
export type PoolRounding = 'floor' | 'ceil_inside' | 'ceil_anywhere';

/**
 * What an average divides by. `padded`: the cells of its window on the padded axis, not those that cross its end
 * (PyTorch's count_include_pad, its default). `inside`: the cells of the input alone (TensorFlow, Keras, ONNX's
 * default). `override`: a number that is given (PyTorch's divisor_override).
 */
export type AverageDivisor =
  | { readonly kind: 'padded' }
  | { readonly kind: 'inside' }
  | { readonly kind: 'override'; readonly value: number };

/** Everything that pooling depends on besides its input. */
export interface Pool2dParams {
  readonly window: PerAxis;
  readonly strides: PerAxis;
  readonly dilations: PerAxis;
  readonly padding: Padding;
  readonly rounding: PoolRounding;
  readonly divisor: AverageDivisor;
}

/** PyTorch's defaults for a window: it steps by its own size, without padding, dilation or a window that crosses. */
export function defaultPool2dParams(window: PerAxis): Pool2dParams {
  return {
    window,
    strides: window,
    dilations: [1, 1],
    padding: { kind: 'valid' },
    rounding: 'floor',
    divisor: { kind: 'padded' },
  };
}
