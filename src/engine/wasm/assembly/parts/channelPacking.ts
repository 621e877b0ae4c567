import { ChannelSetting } from './channelSetting';
import { ahead, lanes } from './vector';

/**
 * Packs the rows that `rows` output rows see, for some channels: for each row and channel the columns of each phase side
 * by side, so that neighbouring output cells read neighbouring cells whatever the stride. Pitches in bytes.
 */
export function packRows<T>(
  setting: ChannelSetting,
  input: usize,
  rowPitch: usize,
  planePitch: usize,
  channels: i32,
  rows: i32,
  packed: usize,
): void {
  const seen = (rows - 1) * setting.strideRows + (setting.kernelRows - 1) * setting.dilationRows + 1;
  const pitch = ahead<T>(0, setting.phasePitch);
  for (let row = 0; row < seen; row++) {
    if (!isSeen(setting, row, rows)) continue;
    let to = packed + row * setting.inputsAtOnce * setting.phases * pitch;
    let from = input + row * rowPitch;
    for (let channel = 0; channel < channels; channel++, from += planePitch) {
      let phase = setting.phaseTable;
      for (let i = 0; i < setting.phases; i++, phase += 8, to += pitch) {
        packPhase<T>(ahead<T>(from, load<i32>(phase)), to, load<i32>(phase, 4), setting.strideColumns);
      }
    }
  }
}

function isSeen(setting: ChannelSetting, row: i32, rows: i32): bool {
  for (let tap = 0; tap < setting.kernelRows; tap++, row -= setting.dilationRows) {
    if (row >= 0 && row % setting.strideRows == 0 && row / setting.strideRows < rows) return true;
  }
  return false;
}

function packPhase<T>(from: usize, to: usize, columns: i32, stride: i32): void {
  const end = ahead<T>(to, columns);
  if (stride == 1) {
    for (; to < end; from += 16, to += 16) v128.store(to, v128.load(from));
    return;
  }
  if (stride == 2) {
    for (; to < end; from += 32, to += 16) v128.store(to, everySecond<T>(v128.load(from), v128.load(from, 16)));
    return;
  }
  const step = ahead<T>(0, stride);
  for (; to < end; from += step, to += sizeof<T>()) store<T>(to, load<T>(from));
}

// @ts-ignore: decorator
@inline
export function everySecond<T>(a: v128, b: v128): v128 {
  return lanes<T>() == 4 ? v128.shuffle<f32>(a, b, 0, 2, 4, 6) : v128.shuffle<f64>(a, b, 0, 2);
}
