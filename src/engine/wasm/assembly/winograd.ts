import { addProducts, ChannelSums, finishSums, sumsAt } from './parts/channelSums';
import { WinogradSetting } from './parts/winogradSetting';
import { transformPatches, transformSums } from './parts/winogradTransforms';

/**
 * Rows [from, to) of all rows of a float32 convolution of 3 × 3, stride 1, dilation 1: F(2 × 2, 3 × 3) of A. Lavin and
 * S. Gray, Fast Algorithms for Convolutional Neural Networks, 2015. A row is that row in all output channels of a group.
 * Pitches count cells.
 */
export function winograd32(
  settingAt: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const setting = changetype<WinogradSetting>(settingAt);
  const sums = sumsAt(scratch);
  sums.channels = setting.outputs;
  sums.tapsInAll = setting.inputs;
  sums.rows = 1;
  sums.rest = scratch + setting.restOffset;
  const height = setting.outputRows;
  const columns = (setting.outputColumns + 1) >> 1;
  while (from < to) {
    const groups = from / height;
    const group = groups % setting.groups;
    const first = from - groups * height;
    const last = min(height, first + to - from);
    const plane = input + ((groups * setting.inputs * planePitch) << 2);
    for (let row = first; row < last; row += 2 * setting.tileRows) {
      const rows = min(2 * setting.tileRows, last - row);
      const tiles = (rows + 1) >> 1;
      for (let column = 0; column < columns; column += setting.tileColumns) {
        const across = min(setting.tileColumns, (columns - column + 3) & ~3);
        transformInput(setting, scratch, plane, rowPitch, planePitch, row, tiles, column, across);
        multiply(setting, sums, group, tiles * across);
        transformOutput(setting, sums, output, groups, group, row, rows, column, across);
      }
    }
    from += last - first;
  }
}

/** Transforms the patches of some tiles in all input channels of a group. */
function transformInput(
  setting: WinogradSetting,
  scratch: usize,
  plane: usize,
  rowPitch: i32,
  planePitch: i32,
  row: i32,
  rows: i32,
  column: i32,
  across: i32,
): void {
  const room = scratch + setting.restOffset;
  const rowBytes = <usize>rowPitch << 2;
  let to = scratch + setting.patchesOffset;
  for (let channel = 0; channel < setting.inputs; channel++) {
    for (let tile = 0; tile < rows; tile++) {
      const top = row + 2 * tile;
      let from = plane + ((channel * planePitch + top * rowPitch + 2 * column) << 2);
      // Where only the tile's upper row is wanted there may be no fourth row to read.
      let last = from + (top + 1 < setting.outputRows ? 3 : 2) * rowBytes;
      for (let i = 0; i < across; i += 4, from += 32, last += 32, to += 16) {
        transformPatches(from, rowBytes, last, to, setting.patchesStep, room);
      }
    }
  }
}

/** For each place of the transformed patches the products with the transformed weights, summed over input channels. */
function multiply(setting: WinogradSetting, sums: ChannelSums, group: i32, tiles: i32): void {
  const scratch = changetype<usize>(sums);
  const tileBytes = <usize>tiles << 2;
  const weights = setting.outputs * setting.inputs;
  for (let i = 0; i < setting.inputsAtOnce; i++) store<i32>(sums.taps + (i << 2), i * <i32>tileBytes);
  sums.columns = tiles;
  sums.channelStep = tileBytes;
  for (let place = 0; place < 16; place++) {
    sums.weights = setting.weights + (((group * 16 + place) * weights) << 2);
    sums.output = scratch + setting.sumsOffset + place * setting.sumsStep;
    for (let channel = 0; channel < setting.inputs; channel += setting.inputsAtOnce) {
      sums.input = scratch + setting.patchesOffset + place * setting.patchesStep + channel * tileBytes;
      sums.tapsBefore = channel;
      sums.tapCount = min(setting.inputsAtOnce, setting.inputs - channel);
      addProducts<f32>(sums);
    }
    finishSums<f32>(sums, 0);
  }
}

/** Transforms the sums of some tiles back and writes the output cells of `rows` rows that they cover. */
function transformOutput(
  setting: WinogradSetting,
  sums: ChannelSums,
  output: usize,
  groups: i32,
  group: i32,
  row: i32,
  rows: i32,
  column: i32,
  across: i32,
): void {
  const scratch = changetype<usize>(sums);
  const room = scratch + setting.restOffset;
  const rowBytes = <usize>setting.outputColumns << 2;
  let from = scratch + setting.sumsOffset;
  for (let channel = 0; channel < setting.outputs; channel++) {
    const bias: f32 = setting.biases ? load<f32>(setting.biases + ((group * setting.outputs + channel) << 2)) : 0;
    const plane = groups * setting.outputs + channel;
    let start = output + (plane * setting.outputRows + row) * rowBytes + (column << 3);
    for (let above = 0; above < rows; above += 2, start += 2 * rowBytes) {
      let to = start;
      let left = setting.outputColumns - 2 * column;
      for (let i = 0; i < across; i += 4, from += 16, to += 32, left -= 8) {
        transformSums(from, setting.sumsStep, room, bias);
        storeCells(room, to, left);
        if (above + 1 < rows) storeCells(room + 32, to + rowBytes, left);
      }
    }
  }
}

/** Writes eight cells, or as many as are left in the row. */
function storeCells(from: usize, to: usize, left: i32): void {
  if (left >= 8) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    return;
  }
  for (let i = 0; i < left; i++) store<f32>(to + (i << 2), load<f32>(from + (i << 2)));
}
