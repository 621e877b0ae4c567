import { negativeProblem, positiveProblem, type Unsolved } from './solveProblem';

/** An axis with everything but its stride; sizes count cells. */
export interface AxisWithoutStride {
  readonly inputSize: number;
  readonly kernelSize: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

/** All strides that give the wanted output size. */
export interface StrideSolution {
  /** The smallest stride; every one from here to `largest` does it too. */
  readonly smallest: number;
  /** Included; undefined where every larger stride does it, as for an output of one cell. */
  readonly largest: number | undefined;
  /** The stride with which nothing is floored away; undefined where none divides the room. */
  readonly exact: number | undefined;
}

/**
 * The strides S with which ⌊room / S⌋ + 1 is `wanted`, where room = N + before + after − span: from ⌊room / O⌋ + 1 to
 * ⌊room / (O − 1)⌋. None where the kernel does not fit (`kernel-larger-than-input`), where even stride 1 gives fewer
 * (`larger-than-possible`), or where two neighbouring strides step over the size (`between`).
 */
export function solveStride(axis: AxisWithoutStride, wanted: number): StrideSolution | Unsolved {
  const { inputSize, kernelSize, dilation, before, after } = axis;
  const problem = positiveProblem({ inputSize, kernelSize, dilation, wanted }) ?? negativeProblem({ before, after });
  if (problem) return problem;
  const paddedSize = inputSize + before + after;
  const span = dilation * (kernelSize - 1) + 1;
  if (!Number.isSafeInteger(paddedSize) || !Number.isSafeInteger(span))
    return { unsolved: 'too-large', numbers: { paddedSize, span } };
  const room = paddedSize - span;
  if (room < 0) return { unsolved: 'kernel-larger-than-input', numbers: { span, paddedSize } };
  if (wanted > room + 1) return { unsolved: 'larger-than-possible', numbers: { wanted, largest: room + 1 } };
  if (wanted === 1) return { smallest: room + 1, largest: undefined, exact: room === 0 ? 1 : undefined };
  const smallest = Math.floor(room / wanted) + 1;
  const largest = Math.floor(room / (wanted - 1));
  if (smallest > largest) {
    const outputOf = (stride: number) => Math.floor(room / stride) + 1;
    const numbers = { below: largest, sizeBelow: outputOf(largest), above: smallest, sizeAbove: outputOf(smallest) };
    return { unsolved: 'between', numbers: { wanted, ...numbers } };
  }
  return { smallest, largest, exact: room % (wanted - 1) === 0 ? largest : undefined };
}
