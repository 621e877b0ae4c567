import type { Tensor } from '../tensor';

/** How the values of a softmax come about: each is `exponentials[i] / sum`. */
export interface SoftmaxParts {
  /** The largest input, which is taken off each before the exponential: the shares stay the same, and none is ∞. */
  readonly largest: number;
  readonly exponentials: Float64Array;
  readonly sum: number;
}

/** The parts of a softmax over all values. */
export function softmaxParts({ data }: Tensor): SoftmaxParts {
  const largest = data.reduce((most, value) => (value > most || Number.isNaN(value) ? value : most), -Infinity);
  const exponentials = data.map((value) => Math.exp(value - largest));
  return { largest, exponentials, sum: exponentials.reduce((total, one) => total + one, 0) };
}

/** e to each value, as a share of the sum of all. */
export function softmax(input: Tensor): Tensor {
  const { exponentials, sum } = softmaxParts(input);
  return { shape: input.shape, data: exponentials.map((one) => one / sum) };
}

/** dL/dX from dL/dY and the output Y: y·(g − Σ g·y). */
export function softmaxGradient({ shape, data }: Tensor, gradient: Tensor): Tensor {
  let mean = 0;
  for (let i = 0; i < data.length; i++) mean += gradient.data[i]! * data[i]!;
  return { shape, data: data.map((share, i) => share * (gradient.data[i]! - mean)) };
}
