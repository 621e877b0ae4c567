import type { AxisPlan } from '../engine/convolution/conv2dPlan';

/** Indices of the input on this axis that lie in no patch. */
export function unreadCells(axis: AxisPlan): readonly number[] {
  const read = new Uint8Array(axis.inputSize);
  for (let output = 0; output < axis.outputSize; output++)
    for (let tap = 0; tap < axis.kernelSize; tap++) {
      const cell = output * axis.stride - axis.before + tap * axis.dilation;
      if (cell >= 0 && cell < axis.inputSize) read[cell] = 1;
    }
  return Array.from(read.keys()).filter((cell) => read[cell] === 0);
}
