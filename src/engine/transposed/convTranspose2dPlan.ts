import type { Shape4 } from '../shape4';

/** The geometry of one axis of a transposed convolution. Sizes count cells. */
export interface TransposedAxisPlan {
  readonly inputSize: number;
  readonly kernelSize: number;
  readonly stride: number;
  readonly dilation: number;
  /** dilation · (kernelSize − 1) + 1: cells that the kernel spans. */
  readonly span: number;
  /** (inputSize − 1) · stride + span: cells that the kernels reach, laid one stride apart. */
  readonly fullSize: number;
  /** Cells that are cut from the full result before its first that stays, and after its last. */
  readonly before: number;
  readonly after: number;
  readonly outputPadding: number;
  /** fullSize − before − after + outputPadding. */
  readonly outputSize: number;
}

/** The geometry of a transposed convolution, computed once and read by loops and explanations alike. */
export interface ConvTranspose2dPlan {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly groups: number;
  readonly height: TransposedAxisPlan;
  readonly width: TransposedAxisPlan;
  readonly flip: boolean;
  /** NCHW. */
  readonly inputShape: Shape4;
  /** IOHW, O being the channels of one group. */
  readonly kernelShape: Shape4;
  /** NCHW. */
  readonly outputShape: Shape4;
  /** Those of the full result; what is cut away is not computed. */
  readonly multiplyAdds: number;
}
