import { negativeProblem, positiveProblem, type Unsolved } from './solveProblem';

/** An axis with everything but its kernel size; sizes count cells. */
export interface AxisWithoutKernel {
  readonly inputSize: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

/** All kernel sizes that give the wanted output size. */
export interface KernelSizeSolution {
  /** Both included; every size between them does it too. */
  readonly smallest: number;
  readonly largest: number;
  /** The size with which nothing is floored away; undefined where the dilation steps over it. */
  readonly exact: number | undefined;
}

/**
 * The kernel sizes F with which ⌊(M − span) / S⌋ + 1 is `wanted`, where M = N + before + after and
 * span = D·(F − 1) + 1: the spans from M − S·O + 1 to M − S·(O − 1) that the dilation allows. None where even a kernel
 * of one cell gives fewer (`larger-than-possible`), or where the dilation steps over all of them (`between`).
 */
export function solveKernelSize(axis: AxisWithoutKernel, wanted: number): KernelSizeSolution | Unsolved {
  const { inputSize, stride, dilation, before, after } = axis;
  const problem = positiveProblem({ inputSize, stride, dilation, wanted }) ?? negativeProblem({ before, after });
  if (problem) return problem;
  const paddedSize = inputSize + before + after;
  if (!Number.isSafeInteger(paddedSize)) return { unsolved: 'too-large', numbers: { paddedSize } };
  const largestOutput = Math.floor((paddedSize - 1) / stride) + 1;
  if (wanted > largestOutput) return { unsolved: 'larger-than-possible', numbers: { wanted, largest: largestOutput } };
  const maxSpan = paddedSize - stride * (wanted - 1);
  const largest = Math.floor((maxSpan - 1) / dilation) + 1;
  const smallest = Math.max(Math.ceil((maxSpan - stride) / dilation) + 1, 1);
  if (smallest > largest) return between({ ...axis, paddedSize, wanted, below: largest });
  return { smallest, largest, exact: (maxSpan - 1) % dilation === 0 ? largest : undefined };
}

function between(numbers: AxisWithoutKernel & { paddedSize: number; wanted: number; below: number }): Unsolved {
  const { paddedSize, stride, dilation, wanted, below } = numbers;
  const above = below + 1;
  // No output at all where the larger kernel does not fit any more.
  const outputOf = (size: number) => Math.max(Math.floor((paddedSize - dilation * (size - 1) - 1) / stride) + 1, 0);
  return {
    unsolved: 'between',
    numbers: { wanted, below, sizeBelow: outputOf(below), above, sizeAbove: outputOf(above) },
  };
}
