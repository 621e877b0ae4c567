import { packRows } from './parts/channelPacking';
import { ChannelSetting } from './parts/channelSetting';
import { addProducts, ChannelSums, finishSums, sumsAt } from './parts/channelSums';
import { ahead } from './parts/vector';

/**
 * Rows [from, to) of all rows of a float32 convolution whose blocks span several output channels: a row is that row in all
 * output channels of a group. Pitches count cells.
 */
export function channels32(
  setting: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  convolve<f32>(changetype<ChannelSetting>(setting), input, rowPitch, planePitch, output, from, to, scratch);
}

/** The same in float64, which is never fused: only the module without relaxed SIMD has it. */
export function channels64(
  setting: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  if (ASC_FEATURE_RELAXED_SIMD) unreachable();
  else convolve<f64>(changetype<ChannelSetting>(setting), input, rowPitch, planePitch, output, from, to, scratch);
}

function convolve<T>(
  setting: ChannelSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const sums = sumsAt(scratch);
  const rowBytes = ahead<T>(0, rowPitch);
  const planeBytes = ahead<T>(0, planePitch);
  start<T>(setting, sums, rowBytes, planeBytes);
  const rows = setting.outputRows;
  while (from < to) {
    const groups = from / rows;
    const group = groups % setting.groups;
    const first = from - groups * rows;
    const last = min(rows, first + to - from);
    sums.weights = ahead<T>(setting.weights, group * setting.outputs * sums.tapsInAll);
    const plane = input + groups * setting.inputs * planeBytes;
    const biases = setting.biases ? ahead<T>(setting.biases, group * setting.outputs) : 0;
    for (let row = first; row < last; row += setting.rowsAtOnce) {
      sums.rows = min(setting.rowsAtOnce, last - row);
      sums.output = output + groups * setting.outputs * sums.channelStep + row * sums.rowStep;
      addRows<T>(setting, sums, plane + row * setting.strideRows * rowBytes, rowBytes, planeBytes, biases);
    }
    from += last - first;
  }
}

/** Writes what all rows have in common. */
function start<T>(setting: ChannelSetting, sums: ChannelSums, rowBytes: usize, planeBytes: usize): void {
  const packedBytes = ahead<T>(0, setting.phases * setting.phasePitch);
  const inputRow = packedBytes ? packedBytes * setting.inputsAtOnce : rowBytes;
  sums.tapsInAll = setting.kernelRows * setting.kernelColumns * setting.inputs;
  sums.inputStep = setting.strideRows * inputRow;
  sums.channels = setting.outputs;
  sums.columns = setting.outputColumns;
  sums.rowStep = ahead<T>(0, setting.outputColumns);
  sums.channelStep = setting.outputRows * sums.rowStep;
  sums.rest = changetype<usize>(sums) + setting.restOffset;
  writeTaps(setting, sums.taps, inputRow, packedBytes ? packedBytes : planeBytes);
}

/** Computes the rows that start with the patch at `input`, some input channels at a time, so that these stay in cache. */
function addRows<T>(
  setting: ChannelSetting,
  sums: ChannelSums,
  input: usize,
  rowBytes: usize,
  planeBytes: usize,
  biases: usize,
): void {
  const cells = setting.kernelRows * setting.kernelColumns;
  for (let channel = 0; channel < setting.inputs; channel += setting.inputsAtOnce) {
    const count = min(setting.inputsAtOnce, setting.inputs - channel);
    sums.input = input + channel * planeBytes;
    if (setting.phases) {
      const packed = changetype<usize>(sums) + setting.packedOffset;
      packRows<T>(setting, sums.input, rowBytes, planeBytes, count, sums.rows, packed);
      sums.input = packed;
    }
    sums.tapsBefore = channel * cells;
    sums.tapCount = count * cells;
    addProducts<T>(sums);
  }
  finishSums<T>(sums, biases);
}

function writeTaps(setting: ChannelSetting, taps: usize, rowStep: usize, channelStep: usize): void {
  for (let channel = 0; channel < setting.inputsAtOnce; channel++) {
    for (let row = 0; row < setting.kernelRows; row++) {
      const start = channel * channelStep + row * setting.dilationRows * rowStep;
      for (let column = 0; column < setting.kernelColumns; column++, taps += 4) {
        store<i32>(taps, <i32>start + load<i32>(setting.columnOffsets + column * 4));
      }
    }
  }
}
