import type { Padding } from '../convolution/conv2dParams';
import type { AxisName } from '../planProblem';

/** Cells added before the first and after the last input cell of an axis. */
export type AxisPadding = readonly [before: number, after: number];

/** What the padding of one axis follows from; all positive whole numbers. */
export interface AxisGeometry {
  readonly inputSize: number;
  readonly kernelSize: number;
  readonly stride: number;
  readonly dilation: number;
}

/**
 * The cells that a padding adds on one axis, not checked for sign or wholeness. The two *same* rules are TensorFlow's
 * and ONNX's (output ⌈N / S⌉): of an odd total, `same_upper` puts the larger half after, `same_lower` before.
 */
export function resolvePadding(padding: Padding, axis: AxisName, geometry: AxisGeometry): AxisPadding {
  switch (padding.kind) {
    case 'valid':
      return [0, 0];
    case 'full': {
      const reach = geometry.dilation * (geometry.kernelSize - 1);
      return [reach, reach];
    }
    case 'same_upper':
    case 'same_lower':
      return splitSame(padding.kind, samePadding(geometry));
    case 'all':
      return [padding.amount, padding.amount];
    case 'explicit':
      return axis === 'height' ? [padding.top, padding.bottom] : [padding.left, padding.right];
  }
}

/** A total split over both ends: of an odd one the larger half stands after with `same_upper`, before with `same_lower`. */
export function splitSame(kind: 'same_upper' | 'same_lower', total: number): AxisPadding {
  const smaller = Math.floor(total / 2);
  return kind === 'same_upper' ? [smaller, total - smaller] : [total - smaller, smaller];
}

function samePadding({ inputSize, kernelSize, stride, dilation }: AxisGeometry): number {
  const span = dilation * (kernelSize - 1) + 1;
  return Math.max((Math.ceil(inputSize / stride) - 1) * stride + span - inputSize, 0);
}
