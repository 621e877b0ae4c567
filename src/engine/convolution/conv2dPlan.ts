import type { Fill, PerAxis } from './conv2dParams';

/** One axis with its padding. Sizes count cells; positions on the padded axis start at 0 with the first added cell. */
export interface PaddedAxis {
  readonly inputSize: number;
  readonly kernelSize: number;
  readonly stride: number;
  readonly dilation: number;
  /** Cells added before the first input cell. */
  readonly before: number;
  readonly after: number;
  /** dilation · (kernelSize − 1) + 1: cells that the kernel spans. */
  readonly span: number;
  readonly paddedSize: number;
}

/** The geometry of one axis of a convolution. */
export interface AxisPlan extends PaddedAxis {
  readonly outputSize: number;
  /** Padded cells at the end that no patch reaches: (paddedSize − span) mod stride. */
  readonly rest: number;
}

/** The geometry of a convolution, computed once and read by loops, explanations, formulas and pictures alike. */
export interface Conv2dPlan {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly groups: number;
  readonly height: AxisPlan;
  readonly width: AxisPlan;
  readonly fill: Fill;
  readonly flip: boolean;
  /** NCHW. */
  readonly inputShape: readonly [number, number, number, number];
  /** OIHW. */
  readonly kernelShape: readonly [number, number, number, number];
  /** NCHW. */
  readonly outputShape: readonly [number, number, number, number];
  readonly multiplyAdds: number;
}

/** One kernel position laid over the padded input. Rows and columns are those of the unpadded input and may lie outside it. */
export interface Tap {
  readonly kernelRow: number;
  readonly kernelCol: number;
  readonly row: number;
  readonly col: number;
  /** The input cell whose value fills this place; undefined where a constant does. */
  readonly source: PerAxis | undefined;
  readonly inside: boolean;
}
