import type { ConvPath, ErrorClass } from '../convPath';
import { channelPath } from './channelPath';
import { sumErrorClass, sumSize } from './errorClass';
import { fftPath } from './fftPath';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { planePath } from './planePath';
import { suitsWinograd, winogradPath } from './winogradPath';

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

/** Cells of a patch from which the transforms of a tile cost less than its terms. */
const fftFrom = 15 * 15;
/** Output cells below which a tile would mostly be empty. */
const fftOutputsFrom = 64 * 64;

/** Prepares the path that is quickest for a convolution, or the one that is asked for and can compute it. */
export function choosePath(setting: PathSetting, accuracy: Accuracy, path?: ConvPath): ChosenPath {
  if (accuracy === 'ordered' || path === 'ordered') return sumPath(setting, 'ordered');
  return transformPath(setting, path ?? quickest(setting)) ?? sumPath(setting, 'direct');
}

function quickest({ plan, precision }: PathSetting): ConvPath {
  const { height, width } = plan;
  if (precision === 'float32' && suitsWinograd(plan)) return 'winograd';
  const isDense = height.stride === 1 && width.stride === 1;
  const isLarge = height.kernelSize * width.kernelSize >= fftFrom;
  return isDense && isLarge && height.outputSize * width.outputSize >= fftOutputsFrom ? 'fft' : 'direct';
}

/** A path that adds something else than the terms; undefined where it cannot compute the plan. */
function transformPath(setting: PathSetting, path: ConvPath): ChosenPath | undefined {
  if (path === 'winograd') {
    return setting.precision === 'float32' && suitsWinograd(setting.plan) ? winogradPath(setting) : undefined;
  }
  return path === 'fft' ? fftPath(setting) : undefined;
}

/** A path that adds the terms themselves; planes alone where no channel shares a cell with another. */
function sumPath(setting: PathSetting, path: 'ordered' | 'direct'): ChosenPath {
  const { plan, precision } = setting;
  const size = sumSize(setting);
  const isPlanes = plan.kernelShape[1] === 1 && plan.outputChannels === plan.groups;
  return {
    runner: isPlanes ? planePath(setting, path) : channelPath(setting, path),
    spreads: false,
    errorClass: (largest, isWhole) => sumErrorClass(size, precision, largest, isWhole),
  };
}
