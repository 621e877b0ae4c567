import type { ErrorClass } from '../convPath';
import { sumErrorClass, sumSize } from '../wasm/errorClass';
import type { Conv2dPlan } from './conv2dPlan';

/** How far what `conv2d` gives may lie from the exact sums: see `sumErrorClass`. */
export function loopsErrorClass(plan: Conv2dPlan, input: Float64Array, kernel: Float64Array): ErrorClass {
  const size = sumSize({ plan, weights: kernel, bias: undefined });
  return sumErrorClass(size, 'float64', largest(input), () => input.every(Number.isInteger));
}

/** The largest absolute value; NaN where one of the numbers is NaN. */
function largest(data: Float64Array): number {
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const magnitude = Math.abs(data[i]!);
    if (Number.isNaN(magnitude)) return magnitude;
    if (magnitude > most) most = magnitude;
  }
  return most;
}
