import { anyRow } from './parts/planeAny';
import { PlaneSetting } from './parts/planeSetting';
import { ahead } from './parts/vector';

/** Rows [from, to) of all rows of the output, single precision; pitches in numbers. */
export function planes32(
  setting: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
): void {
  planes<f32>(changetype<PlaneSetting>(setting), input, rowPitch, planePitch, output, from, to);
}

/** Rows [from, to) of all rows of the output, double precision; pitches in numbers. */
export function planes64(
  setting: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
): void {
  planes<f64>(changetype<PlaneSetting>(setting), input, rowPitch, planePitch, output, from, to);
}

function planes<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
): void {
  const rows = setting.outputRows;
  const terms = setting.channels * setting.kernelRows * setting.kernelColumns;
  while (from < to) {
    const plane = from / rows;
    const first = from - plane * rows;
    const last = min(rows, first + to - from);
    const channel = plane % setting.outputChannels;
    const batch = plane / setting.outputChannels;
    const inputPlane = batch * setting.inputChannels + (channel / setting.outputsPerGroup) * setting.channels;
    planeRows<T>(
      setting,
      ahead<T>(input, inputPlane * planePitch),
      rowPitch,
      planePitch,
      ahead<T>(setting.weights, channel * terms),
      ahead<T>(setting.bias, channel),
      ahead<T>(output, plane * rows * setting.outputColumns),
      first,
      last,
    );
    from += last - first;
  }
}

/** Rows [first, last) of one output plane. */
function planeRows<T>(
  setting: PlaneSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  weights: usize,
  bias: usize,
  output: usize,
  first: i32,
  last: i32,
): void {
  for (let row = first; row < last; row++) {
    const start = ahead<T>(input, row * setting.strideRows * rowPitch);
    anyRow<T>(setting, start, rowPitch, planePitch, weights, bias, ahead<T>(output, row * setting.outputColumns));
  }
}
