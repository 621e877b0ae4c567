import type { Tensor } from '../tensor';

/** The mean of the squared differences, and how it changes with each number: dL/dY = 2·(Y − T) / n. */
export interface SquaredError {
  readonly loss: number;
  readonly gradient: Tensor;
}

/** How far an output lies from a target of its shape: PyTorch's MSELoss. */
export function squaredError({ shape, data: output }: Tensor, { data: target }: Tensor): SquaredError {
  const { length } = output;
  const gradient = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const off = output[i]! - target[i]!;
    sum += off * off;
    gradient[i] = (2 * off) / length;
  }
  return { loss: sum / length, gradient: { shape, data: gradient } };
}
