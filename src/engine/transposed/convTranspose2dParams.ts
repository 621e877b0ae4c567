import type { Padding, PerAxis } from '../convolution/conv2dParams';

/** Everything that a transposed convolution depends on besides its tensors. */
export interface ConvTranspose2dParams {
  readonly strides: PerAxis;
  readonly dilations: PerAxis;
  /**
   * The padding of the convolution that is transposed: so many cells are cut from the sides of the full result. The
   * two *same* kinds make the output N·S cells (ONNX's auto_pad, TensorFlow's and Keras's `same`).
   */
  readonly padding: Padding;
  /** Cells by which the output is longer at its end; it chooses the size and adds no zeros (pytorch#8816). */
  readonly outputPadding: PerAxis;
  /**
   * The output's [height, width] in cells where it is wanted, as PyTorch's output_size, ONNX's output_shape and WebNN's
   * outputSizes; instead of `outputPadding`, which then follows from it, and with *same* the padding too.
   */
  readonly outputSizes: PerAxis | undefined;
  /** True turns the kernel by 180 degrees first; no library does that by itself. */
  readonly flip: boolean;
  readonly groups: number;
}

/** Stride 1, nothing cut, nothing added, no dilation, no flip, one group. */
export const defaultConvTranspose2dParams: ConvTranspose2dParams = {
  strides: [1, 1],
  dilations: [1, 1],
  padding: { kind: 'valid' },
  outputPadding: [0, 0],
  outputSizes: undefined,
  flip: false,
  groups: 1,
};
