import { ahead, lanes, multiplyAdd } from './vector';
import { PlaneSetting } from './planeSetting';

/** One row of one output plane, for any stride; `input` is where its first patch starts in the first channel. */
export function anyRow<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  weights: usize,
  bias: usize,
  output: usize,
): void {
  const columns = setting.outputColumns;
  const stride = setting.strideColumns;
  let column = 0;
  for (; column + lanes<T>() <= columns; column += lanes<T>()) {
    const sum = anyCells<T>(setting, ahead<T>(input, column * stride), rowPitch, planePitch, weights, bias);
    v128.store(ahead<T>(output, column), sum);
  }
  if (column === columns) return;
  if (columns > lanes<T>()) {
    column = columns - lanes<T>();
    const sum = anyCells<T>(setting, ahead<T>(input, column * stride), rowPitch, planePitch, weights, bias);
    v128.store(ahead<T>(output, column), sum);
    return;
  }
  // A row narrower than a vector: cells behind its end are computed and not kept.
  const sum = anyCells<T>(setting, input, rowPitch, planePitch, weights, bias);
  v128.store_lane<T>(output, sum, 0);
  if (columns > 1) v128.store_lane<T>(output, sum, 1, sizeof<T>());
  if (columns > 2) v128.store_lane<f32>(output, sum, 2, 8);
}

/** A vector of neighbouring cells of a row. */
function anyCells<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  weights: usize,
  bias: usize,
): v128 {
  const kernelRows = setting.kernelRows;
  const kernelColumns = setting.kernelColumns;
  const rowStep = setting.dilationRows * rowPitch;
  const columnStep = setting.dilationColumns;
  const stride = setting.strideColumns;
  let sum = v128.splat<T>(<T>0);
  for (let channel = 0; channel < setting.channels; channel++) {
    for (let row = 0; row < kernelRows; row++) {
      let at = ahead<T>(input, channel * planePitch + row * rowStep);
      for (let tap = 0; tap < kernelColumns; tap++) {
        sum = multiplyAdd<T>(sum, everySth<T>(at, stride), v128.load_splat<T>(weights));
        weights += sizeof<T>();
        at = ahead<T>(at, columnStep);
      }
    }
  }
  return v128.add<T>(sum, v128.load_splat<T>(bias));
}

/** The numbers at `at`, one stride behind it, and so on, as many as a vector holds. */
// @ts-ignore: decorator
@inline
function everySth<T>(at: usize, stride: i32): v128 {
  if (stride === 1) return v128.load(at);
  if (sizeof<T>() === 8) {
    return v128.load_lane<T>(ahead<T>(at, stride), v128.load_splat<T>(at), 1);
  }
  if (stride === 2) return v128.shuffle<f32>(v128.load(at), v128.load(at, 16), 0, 2, 4, 6);
  let values = v128.load_splat<f32>(at);
  values = v128.load_lane<f32>(ahead<f32>(at, stride), values, 1);
  values = v128.load_lane<f32>(ahead<f32>(at, 2 * stride), values, 2);
  return v128.load_lane<f32>(ahead<f32>(at, 3 * stride), values, 3);
}
