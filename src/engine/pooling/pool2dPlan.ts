import type { PaddedAxis } from '../convolution/conv2dPlan';
import type { Shape4 } from '../shape4';
import type { AverageDivisor } from './pool2dParams';

/** An axis on which windows of one size step by the stride; `kernelSize` is the window's. */
export interface StridedPoolAxis extends PaddedAxis {
  readonly kind: 'strided';
  readonly outputSize: number;
  /** Padded cells at the end that no window reaches. */
  readonly rest: number;
  /** Cells by which the last window crosses the end of the padded axis. */
  readonly overhang: number;
}

/** An axis that is cut into `outputSize` windows of about one size, which may share cells. */
export interface AdaptivePoolAxis {
  readonly kind: 'adaptive';
  readonly inputSize: number;
  readonly outputSize: number;
}

/** The geometry of one axis of a pooling. */
export type PoolAxis = StridedPoolAxis | AdaptivePoolAxis;

/** The geometry of a pooling, computed once and read by loops and explanations alike. */
export interface Pool2dPlan {
  readonly height: PoolAxis;
  readonly width: PoolAxis;
  readonly divisor: AverageDivisor;
  /** NCHW. */
  readonly inputShape: Shape4;
  /** NCHW. */
  readonly outputShape: Shape4;
}
