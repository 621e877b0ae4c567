/** What the weights of a convolution of many channels are. */
interface Weights {
  /** OIHW. */
  readonly kernelShape: readonly number[];
  readonly groups: number;
}

/**
 * Writes weights, OIHW, as `assembly/parts/channelSums.ts` reads them: in each group blocks of six, or five where
 * multiply-adds are not fused, four, two and one output channels, the largest first; in a block for each tap the weights of
 * its channels.
 */
export function packChannelWeights(
  weights: Float32Array | Float64Array,
  { kernelShape, groups }: Weights,
  isFused: boolean,
  packed: Float32Array | Float64Array,
): void {
  const outputs = kernelShape[0]! / groups;
  const taps = weights.length / kernelShape[0]!;
  for (let group = 0; group < groups; group++) {
    for (let channel = 0, size = 0; channel < outputs; channel += size) {
      size = blockSize(outputs - channel, isFused ? 6 : 5);
      const start = (group * outputs + channel) * taps;
      for (let one = 0; one < size; one++) {
        for (let tap = 0; tap < taps; tap++) packed[start + tap * size + one] = weights[start + one * taps + tap]!;
      }
    }
  }
}

function blockSize(left: number, largest: number): number {
  if (left >= largest) return largest;
  return left >= 4 ? 4 : left >= 2 ? 2 : 1;
}
