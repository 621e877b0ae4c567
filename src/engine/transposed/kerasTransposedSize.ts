import type { AxisGeometry } from '../padding/padding';

/**
 * The output size, in cells, of one axis of Keras's Conv2DTranspose; give it to `planConvTranspose2d` as `outputSizes`
 * with the padding `valid`, or `same_upper` for Keras's *same*. Without output padding N·S + max(span − S, 0) and N·S;
 * with one (N − 1)·S + span − 2·P + output padding, P being 0 or ⌊span / 2⌋. PyTorch's sizes differ.
 */
export function kerasTransposedSize(
  { inputSize, kernelSize, stride, dilation }: AxisGeometry,
  padding: 'valid' | 'same',
  outputPadding?: number,
): number {
  const span = dilation * (kernelSize - 1) + 1;
  const cut = padding === 'same' ? Math.floor(span / 2) : 0;
  if (outputPadding !== undefined) return (inputSize - 1) * stride + span - 2 * cut + outputPadding;
  return inputSize * stride + (padding === 'same' ? 0 : Math.max(span - stride, 0));
}
