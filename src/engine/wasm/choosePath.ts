import type { ConvPath, ErrorClass } from '../convPath';
import { channelPath } from './channelPath';
import { sumErrorClass, sumSize } from './errorClass';
import { fftPath } from './fftPath';
import { fftPays } from './fftTile';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { planePath } from './planePath';
import { separablePath, separableTapsUpTo } from './separablePath';
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

/** Cells of a patch from which two passes cost less than its terms; measured on pictures of 540 × 960. */
const separableFrom = 5 * 5;

/** Prepares the path that is quickest for a convolution, or the one that is asked for and can compute it. */
export function choosePath(setting: PathSetting, accuracy: Accuracy, path?: ConvPath): ChosenPath {
  if (accuracy === 'ordered' || path === 'ordered') return sumPath(setting, 'ordered');
  for (const one of path ? [path] : quickestFirst(setting)) {
    const chosen = otherPath(setting, one);
    if (chosen) return chosen;
  }
  return sumPath(setting, 'direct');
}

/** The paths that would be quicker than adding the terms, where they can compute the plan. */
function quickestFirst({ plan, precision }: PathSetting): readonly ConvPath[] {
  const { height, width } = plan;
  if (height.kernelSize * width.kernelSize < separableFrom) return ['winograd'];
  if (!fftPays(plan, precision)) return ['winograd', 'separable'];
  const taps = height.kernelSize + width.kernelSize;
  return taps <= separableTapsUpTo ? ['separable', 'fft'] : ['fft', 'separable'];
}

/** A path that adds something else than the terms; undefined where it cannot compute the plan, or gains nothing. */
function otherPath(setting: PathSetting, path: ConvPath): ChosenPath | undefined {
  switch (path) {
    case 'winograd':
      return setting.precision === 'float32' && suitsWinograd(setting.plan) ? winogradPath(setting) : undefined;
    case 'separable':
      return separablePath(setting);
    case 'fft':
      return fftPath(setting);
    default:
      return undefined;
  }
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
