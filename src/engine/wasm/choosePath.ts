import type { ConvPath, ErrorClass } from '../convPath';
import { sumErrorClass, sumSize } from './errorClass';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { planePath } from './planePath';

/** `ordered`: each sum in the order of `explainCell`, never fused. `fast`: whatever is quickest within its bound. */
export type Accuracy = 'ordered' | 'fast';

/** A path that is ready, and what its results are worth. */
export interface ChosenPath {
  readonly runner: PathRunner;
  /** True where a NaN or an infinity of the input reaches cells that the loops keep free of it. */
  readonly spreads: boolean;
  /** The error class on inputs up to `largest`; `isWhole` tells, when asked, whether they are whole numbers. */
  errorClass(largest: number, isWhole: () => boolean): ErrorClass;
}

/** Prepares the path that is quickest for a convolution, or the one that is asked for. */
export function choosePath(setting: PathSetting, accuracy: Accuracy, path?: ConvPath): ChosenPath {
  return sumPath(setting, path === 'ordered' || accuracy === 'ordered' ? 'ordered' : 'direct');
}

/** A path that adds the terms themselves. */
function sumPath(setting: PathSetting, path: 'ordered' | 'direct'): ChosenPath {
  const size = sumSize(setting);
  return {
    runner: planePath(setting, path),
    spreads: false,
    errorClass: (largest, isWhole) => sumErrorClass(size, setting.precision, largest, isWhole),
  };
}
