import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { Machine } from './machine';
import type { Precision } from './pathRunner';

/** What a path is prepared from. */
export interface PathSetting {
  readonly machine: Machine;
  readonly plan: Conv2dPlan;
  /** OIHW, each plane in the order of the patch: where the plan flips, this is flipped already. */
  readonly weights: Float32Array | Float64Array;
  /** One number for each output channel. */
  readonly bias: Float32Array | Float64Array | undefined;
  readonly precision: Precision;
}

/** The weights in the order in which they meet a patch: turned by 180 degrees where the plan flips. */
export function weightsInPatchOrder<Numbers extends Float32Array | Float64Array>(
  plan: Conv2dPlan,
  kernel: Numbers,
): Numbers {
  if (!plan.flip) return kernel;
  const cells = plan.height.kernelSize * plan.width.kernelSize;
  const turned = kernel.slice();
  for (let start = 0; start < turned.length; start += cells) turned.subarray(start, start + cells).reverse();
  return turned as Numbers;
}
