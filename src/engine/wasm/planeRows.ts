import type { Conv2dPlan } from '../convolution/conv2dPlan';

/** The rows of all output planes: batch · channels · height. */
export function planeRows({ batch, outputChannels, height }: Conv2dPlan): number {
  return batch * outputChannels * height.outputSize;
}
