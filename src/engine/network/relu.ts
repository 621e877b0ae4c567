import type { Tensor } from '../tensor';

/** What is above 0 stays, the rest becomes +0; NaN stays NaN, as in PyTorch. */
export function relu({ shape, data }: Tensor): Tensor {
  const output = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    output[i] = value <= 0 ? 0 : value;
  }
  return { shape, data: output };
}

/** dL/dX from dL/dY: where the input was above 0 the gradient passes, elsewhere it is 0, at 0 too, as in PyTorch. */
export function reluGradient(input: Tensor, gradient: Tensor): Tensor {
  const data = gradient.data.map((value, i) => (input.data[i]! <= 0 ? 0 : value));
  return { shape: input.shape, data };
}
