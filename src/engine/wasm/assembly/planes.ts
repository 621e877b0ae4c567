import { anyRow } from './parts/planeAny';
import { twoRows } from './parts/planePair';
import { PlaneSetting } from './parts/planeSetting';
import { threeWide, twoRowsOfThree } from './parts/planeThree';
import { ahead, lanes } from './parts/vector';

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

/** Rows [first, last) of one output plane: in pairs of rows, one dilation apart, and single ones. */
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
  const columns = setting.outputColumns;
  const inputStep = ahead<T>(0, setting.strideRows * rowPitch);
  const outputStep = ahead<T>(0, columns);
  const inBlocks = setting.strideRows === 1 && setting.strideColumns === 1 && columns >= lanes<T>();
  const isThree = setting.channels === 1 && setting.kernelRows === 3 && setting.kernelColumns === 3;
  const isWide = columns >= threeWide * lanes<T>();
  const apart = inBlocks ? setting.dilationRows : 1;
  const blockStep = <usize>apart * outputStep;
  const tapStep = ahead<T>(0, setting.dilationColumns);
  for (let phase = 0; phase < apart; phase++) {
    let row = first + phase;
    if (inBlocks) {
      for (; row + apart < last; row += 2 * apart) {
        const at = input + <usize>row * inputStep;
        const to = output + <usize>row * outputStep;
        if (isThree && isWide) {
          twoRowsOfThree<T>(at, <usize>apart * inputStep, tapStep, weights, bias, to, blockStep, columns);
        } else {
          twoRows<T>(setting, at, rowPitch, planePitch, weights, bias, to, blockStep);
        }
      }
    }
    for (; row < last; row += apart) {
      const at = input + <usize>row * inputStep;
      anyRow<T>(setting, at, rowPitch, planePitch, weights, bias, output + <usize>row * outputStep);
    }
  }
}
