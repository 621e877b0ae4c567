import type { Matrix } from '../tensor';
import type { AxisPlan, Conv2dPlan } from './conv2dPlan';

/** How many output cells read each input cell at its own place: [input height, input width]; 0 for cells never read. */
export function useCounts(plan: Conv2dPlan): Matrix {
  const { height, width } = plan;
  const rows = countsAlong(height);
  const cols = countsAlong(width);
  const data = new Float64Array(height.inputSize * width.inputSize).map(
    (_, cell) => rows[Math.floor(cell / width.inputSize)]! * cols[cell % width.inputSize]!,
  );
  return { shape: [height.inputSize, width.inputSize], data };
}

function countsAlong({ inputSize, outputSize, kernelSize, stride, dilation, before }: AxisPlan): Float64Array {
  const counts = new Float64Array(inputSize);
  for (let output = 0; output < outputSize; output++) {
    for (let place = 0; place < kernelSize; place++) {
      // A place outside the input is none of the array's, which ignores it.
      counts[output * stride - before + place * dilation]! += 1;
    }
  }
  return counts;
}
