import { ahead, lanes, multiplyAdd } from './vector';

/**
 * Four rows of a plane's 3×3 convolution with stride 1, at least a vector wide. The four are one dilation apart, so that
 * each vector of the input serves up to three of them; the nine weights stay in registers. Steps are in bytes.
 */
export function threeByThree<T>(
  input: usize,
  rowStep: usize,
  columnStep: usize,
  weights: usize,
  bias: usize,
  output: usize,
  outputStep: usize,
  columns: i32,
): void {
  const w0 = v128.load_splat<T>(weights);
  const w1 = v128.load_splat<T>(weights, sizeof<T>());
  const w2 = v128.load_splat<T>(weights, 2 * sizeof<T>());
  const w3 = v128.load_splat<T>(weights, 3 * sizeof<T>());
  const w4 = v128.load_splat<T>(weights, 4 * sizeof<T>());
  const w5 = v128.load_splat<T>(weights, 5 * sizeof<T>());
  const w6 = v128.load_splat<T>(weights, 6 * sizeof<T>());
  const w7 = v128.load_splat<T>(weights, 7 * sizeof<T>());
  const w8 = v128.load_splat<T>(weights, 8 * sizeof<T>());
  const end = ahead<T>(output, columns - lanes<T>());
  while (true) {
    let at = input;
    let value = v128.load(at);
    let a = v128.mul<T>(value, w0);
    value = v128.load(at + columnStep);
    a = multiplyAdd<T>(a, value, w1);
    value = v128.load(at + 2 * columnStep);
    a = multiplyAdd<T>(a, value, w2);

    at += rowStep;
    value = v128.load(at);
    a = multiplyAdd<T>(a, value, w3);
    let b = v128.mul<T>(value, w0);
    value = v128.load(at + columnStep);
    a = multiplyAdd<T>(a, value, w4);
    b = multiplyAdd<T>(b, value, w1);
    value = v128.load(at + 2 * columnStep);
    a = multiplyAdd<T>(a, value, w5);
    b = multiplyAdd<T>(b, value, w2);

    at += rowStep;
    value = v128.load(at);
    a = multiplyAdd<T>(a, value, w6);
    b = multiplyAdd<T>(b, value, w3);
    let c = v128.mul<T>(value, w0);
    value = v128.load(at + columnStep);
    a = multiplyAdd<T>(a, value, w7);
    b = multiplyAdd<T>(b, value, w4);
    c = multiplyAdd<T>(c, value, w1);
    value = v128.load(at + 2 * columnStep);
    a = multiplyAdd<T>(a, value, w8);
    b = multiplyAdd<T>(b, value, w5);
    c = multiplyAdd<T>(c, value, w2);
    v128.store(output, v128.add<T>(a, v128.load_splat<T>(bias)));

    at += rowStep;
    value = v128.load(at);
    b = multiplyAdd<T>(b, value, w6);
    c = multiplyAdd<T>(c, value, w3);
    a = v128.mul<T>(value, w0);
    value = v128.load(at + columnStep);
    b = multiplyAdd<T>(b, value, w7);
    c = multiplyAdd<T>(c, value, w4);
    a = multiplyAdd<T>(a, value, w1);
    value = v128.load(at + 2 * columnStep);
    b = multiplyAdd<T>(b, value, w8);
    c = multiplyAdd<T>(c, value, w5);
    a = multiplyAdd<T>(a, value, w2);
    v128.store(output + outputStep, v128.add<T>(b, v128.load_splat<T>(bias)));

    at += rowStep;
    value = v128.load(at);
    c = multiplyAdd<T>(c, value, w6);
    a = multiplyAdd<T>(a, value, w3);
    value = v128.load(at + columnStep);
    c = multiplyAdd<T>(c, value, w7);
    a = multiplyAdd<T>(a, value, w4);
    value = v128.load(at + 2 * columnStep);
    c = multiplyAdd<T>(c, value, w8);
    a = multiplyAdd<T>(a, value, w5);
    v128.store(output + 2 * outputStep, v128.add<T>(c, v128.load_splat<T>(bias)));

    at += rowStep;
    value = v128.load(at);
    a = multiplyAdd<T>(a, value, w6);
    value = v128.load(at + columnStep);
    a = multiplyAdd<T>(a, value, w7);
    value = v128.load(at + 2 * columnStep);
    a = multiplyAdd<T>(a, value, w8);
    v128.store(output + 3 * outputStep, v128.add<T>(a, v128.load_splat<T>(bias)));

    if (output >= end) return;
    // The last vector may lie over the one before it.
    const step = min(16, end - output);
    output += step;
    input += step;
  }
}
