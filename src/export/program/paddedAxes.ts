import type { PaddedAxis } from '../../engine/convolution/conv2dPlan';

/** Whether cells are added on an axis. */
export function isAxisPadded({ before, after }: PaddedAxis): boolean {
  return before > 0 || after > 0;
}
