import { PlaneSetting } from './planeSetting';
import { ahead, lanes, multiplyAdd } from './vector';

/** Vectors of a wide block. */
const wide: i32 = 5;

/**
 * Two rows of an output plane, stride 1 along the columns, at least a vector wide. The second row is one dilation below
 * the first, so that each vector of the input serves both.
 */
export function twoRows<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  weights: usize,
  bias: usize,
  output: usize,
  outputStep: usize,
): void {
  const columns = setting.outputColumns;
  let column = 0;
  while (column < columns) {
    const left = columns - column;
    if (left >= wide * lanes<T>()) {
      wideBlock<T>(setting, ahead<T>(input, column), rowPitch, planePitch, weights, bias, ahead<T>(output, column), outputStep);
      column += wide * lanes<T>();
    } else {
      // The last block may lie over the one before it.
      column = min(column, columns - lanes<T>());
      narrowBlock<T>(setting, ahead<T>(input, column), rowPitch, planePitch, weights, bias, ahead<T>(output, column), outputStep);
      column += lanes<T>();
    }
  }
}

function wideBlock<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  weights: usize,
  bias: usize,
  output: usize,
  outputStep: usize,
): void {
  const rowStep = ahead<T>(0, setting.dilationRows * rowPitch);
  const columnStep = ahead<T>(0, setting.dilationColumns);
  const weightStep = ahead<T>(0, setting.kernelColumns);
  const span = <usize>setting.kernelColumns * columnStep;
  const zero = v128.splat<T>(<T>0);
  let a0 = zero, a1 = zero, a2 = zero, a3 = zero, a4 = zero;
  let b0 = zero, b1 = zero, b2 = zero, b3 = zero, b4 = zero;
  for (let channel = 0; channel < setting.channels; channel++) {
    let row = ahead<T>(input, channel * planePitch);
    for (let at = row, end = row + span; at < end; at += columnStep) {
      const w = v128.load_splat<T>(weights);
      weights += sizeof<T>();
      a0 = multiplyAdd<T>(a0, v128.load(at), w);
      a1 = multiplyAdd<T>(a1, v128.load(at, 16), w);
      a2 = multiplyAdd<T>(a2, v128.load(at, 32), w);
      a3 = multiplyAdd<T>(a3, v128.load(at, 48), w);
      a4 = multiplyAdd<T>(a4, v128.load(at, 64), w);
    }
    for (let below = 1; below < setting.kernelRows; below++) {
      row += rowStep;
      for (let at = row, end = row + span; at < end; at += columnStep) {
        const w = v128.load_splat<T>(weights);
        const v = v128.load_splat<T>(weights - weightStep);
        weights += sizeof<T>();
        let value = v128.load(at);
        a0 = multiplyAdd<T>(a0, value, w);
        b0 = multiplyAdd<T>(b0, value, v);
        value = v128.load(at, 16);
        a1 = multiplyAdd<T>(a1, value, w);
        b1 = multiplyAdd<T>(b1, value, v);
        value = v128.load(at, 32);
        a2 = multiplyAdd<T>(a2, value, w);
        b2 = multiplyAdd<T>(b2, value, v);
        value = v128.load(at, 48);
        a3 = multiplyAdd<T>(a3, value, w);
        b3 = multiplyAdd<T>(b3, value, v);
        value = v128.load(at, 64);
        a4 = multiplyAdd<T>(a4, value, w);
        b4 = multiplyAdd<T>(b4, value, v);
      }
    }
    row += rowStep;
    let last = weights - weightStep;
    for (let at = row, end = row + span; at < end; at += columnStep) {
      const v = v128.load_splat<T>(last);
      last += sizeof<T>();
      b0 = multiplyAdd<T>(b0, v128.load(at), v);
      b1 = multiplyAdd<T>(b1, v128.load(at, 16), v);
      b2 = multiplyAdd<T>(b2, v128.load(at, 32), v);
      b3 = multiplyAdd<T>(b3, v128.load(at, 48), v);
      b4 = multiplyAdd<T>(b4, v128.load(at, 64), v);
    }
  }
  const added = v128.load_splat<T>(bias);
  v128.store(output, v128.add<T>(a0, added));
  v128.store(output, v128.add<T>(a1, added), 16);
  v128.store(output, v128.add<T>(a2, added), 32);
  v128.store(output, v128.add<T>(a3, added), 48);
  v128.store(output, v128.add<T>(a4, added), 64);
  output += outputStep;
  v128.store(output, v128.add<T>(b0, added));
  v128.store(output, v128.add<T>(b1, added), 16);
  v128.store(output, v128.add<T>(b2, added), 32);
  v128.store(output, v128.add<T>(b3, added), 48);
  v128.store(output, v128.add<T>(b4, added), 64);
}

function narrowBlock<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  weights: usize,
  bias: usize,
  output: usize,
  outputStep: usize,
): void {
  const rowStep = ahead<T>(0, setting.dilationRows * rowPitch);
  const columnStep = ahead<T>(0, setting.dilationColumns);
  let a = v128.splat<T>(<T>0);
  let b = a;
  for (let channel = 0; channel < setting.channels; channel++) {
    let row = ahead<T>(input, channel * planePitch);
    for (let below = 0; below < setting.kernelRows; below++) {
      let at = row;
      for (let tap = 0; tap < setting.kernelColumns; tap++) {
        const w = v128.load_splat<T>(weights);
        weights += sizeof<T>();
        a = multiplyAdd<T>(a, v128.load(at), w);
        b = multiplyAdd<T>(b, v128.load(at + rowStep), w);
        at += columnStep;
      }
      row += rowStep;
    }
  }
  const added = v128.load_splat<T>(bias);
  v128.store(output, v128.add<T>(a, added));
  v128.store(output + outputStep, v128.add<T>(b, added));
}
