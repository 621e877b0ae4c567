import { ahead, lanes, multiplyAdd } from './vector';

/** Vectors of a block. */
export const threeWide: i32 = 4;

/**
 * Two rows of a plane's 3×3 convolution with stride 1, at least a block wide. The second row is one dilation below the
 * first, so that each vector of the two rows between serves both; a weight that was fetched serves both rows of a block.
 * Nothing is a loop here, and eight sums take turns, so that none waits for itself. Steps are in bytes.
 */
export function twoRowsOfThree<T>(
  input: usize,
  rowStep: usize,
  columnStep: usize,
  weights: usize,
  bias: usize,
  output: usize,
  outputStep: usize,
  columns: i32,
): void {
  const end = ahead<T>(output, columns - threeWide * lanes<T>());
  while (true) {
    let row = input;
    let at = row;
    let value: v128;

    // The first row of the patch of row a.
    const w00 = v128.load_splat<T>(weights);
    value = v128.load(at);
    let a0 = v128.mul<T>(value, w00);
    value = v128.load(at, 16);
    let a1 = v128.mul<T>(value, w00);
    value = v128.load(at, 32);
    let a2 = v128.mul<T>(value, w00);
    value = v128.load(at, 48);
    let a3 = v128.mul<T>(value, w00);
    const w01 = v128.load_splat<T>(weights, sizeof<T>());
    at += columnStep;
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w01);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w01);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w01);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w01);
    const w02 = v128.load_splat<T>(weights, 2 * sizeof<T>());
    at += columnStep;
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w02);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w02);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w02);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w02);

    // The second of a, the first of b.
    row += rowStep;
    at = row;
    const w10 = v128.load_splat<T>(weights, 3 * sizeof<T>());
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w10);
    let b0 = v128.mul<T>(value, w00);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w10);
    let b1 = v128.mul<T>(value, w00);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w10);
    let b2 = v128.mul<T>(value, w00);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w10);
    let b3 = v128.mul<T>(value, w00);
    const w11 = v128.load_splat<T>(weights, 4 * sizeof<T>());
    at += columnStep;
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w11);
    b0 = multiplyAdd<T>(b0, value, w01);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w11);
    b1 = multiplyAdd<T>(b1, value, w01);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w11);
    b2 = multiplyAdd<T>(b2, value, w01);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w11);
    b3 = multiplyAdd<T>(b3, value, w01);
    const w12 = v128.load_splat<T>(weights, 5 * sizeof<T>());
    at += columnStep;
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w12);
    b0 = multiplyAdd<T>(b0, value, w02);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w12);
    b1 = multiplyAdd<T>(b1, value, w02);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w12);
    b2 = multiplyAdd<T>(b2, value, w02);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w12);
    b3 = multiplyAdd<T>(b3, value, w02);

    // The third of a, the second of b.
    row += rowStep;
    at = row;
    const w20 = v128.load_splat<T>(weights, 6 * sizeof<T>());
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w20);
    b0 = multiplyAdd<T>(b0, value, w10);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w20);
    b1 = multiplyAdd<T>(b1, value, w10);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w20);
    b2 = multiplyAdd<T>(b2, value, w10);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w20);
    b3 = multiplyAdd<T>(b3, value, w10);
    const w21 = v128.load_splat<T>(weights, 7 * sizeof<T>());
    at += columnStep;
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w21);
    b0 = multiplyAdd<T>(b0, value, w11);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w21);
    b1 = multiplyAdd<T>(b1, value, w11);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w21);
    b2 = multiplyAdd<T>(b2, value, w11);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w21);
    b3 = multiplyAdd<T>(b3, value, w11);
    const w22 = v128.load_splat<T>(weights, 8 * sizeof<T>());
    at += columnStep;
    value = v128.load(at);
    a0 = multiplyAdd<T>(a0, value, w22);
    b0 = multiplyAdd<T>(b0, value, w12);
    value = v128.load(at, 16);
    a1 = multiplyAdd<T>(a1, value, w22);
    b1 = multiplyAdd<T>(b1, value, w12);
    value = v128.load(at, 32);
    a2 = multiplyAdd<T>(a2, value, w22);
    b2 = multiplyAdd<T>(b2, value, w12);
    value = v128.load(at, 48);
    a3 = multiplyAdd<T>(a3, value, w22);
    b3 = multiplyAdd<T>(b3, value, w12);

    // The third of b.
    row += rowStep;
    at = row;
    value = v128.load(at);
    b0 = multiplyAdd<T>(b0, value, w20);
    value = v128.load(at, 16);
    b1 = multiplyAdd<T>(b1, value, w20);
    value = v128.load(at, 32);
    b2 = multiplyAdd<T>(b2, value, w20);
    value = v128.load(at, 48);
    b3 = multiplyAdd<T>(b3, value, w20);
    at += columnStep;
    value = v128.load(at);
    b0 = multiplyAdd<T>(b0, value, w21);
    value = v128.load(at, 16);
    b1 = multiplyAdd<T>(b1, value, w21);
    value = v128.load(at, 32);
    b2 = multiplyAdd<T>(b2, value, w21);
    value = v128.load(at, 48);
    b3 = multiplyAdd<T>(b3, value, w21);
    at += columnStep;
    value = v128.load(at);
    b0 = multiplyAdd<T>(b0, value, w22);
    value = v128.load(at, 16);
    b1 = multiplyAdd<T>(b1, value, w22);
    value = v128.load(at, 32);
    b2 = multiplyAdd<T>(b2, value, w22);
    value = v128.load(at, 48);
    b3 = multiplyAdd<T>(b3, value, w22);

    const added = v128.load_splat<T>(bias);
    v128.store(output, v128.add<T>(a0, added));
    v128.store(output, v128.add<T>(a1, added), 16);
    v128.store(output, v128.add<T>(a2, added), 32);
    v128.store(output, v128.add<T>(a3, added), 48);
    const below = output + outputStep;
    v128.store(below, v128.add<T>(b0, added));
    v128.store(below, v128.add<T>(b1, added), 16);
    v128.store(below, v128.add<T>(b2, added), 32);
    v128.store(below, v128.add<T>(b3, added), 48);

    if (output >= end) return;
    // The last block may lie over the one before it.
    const step = min(16 * threeWide, end - output);
    output += step;
    input += step;
  }
}
