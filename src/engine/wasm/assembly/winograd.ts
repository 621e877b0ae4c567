import { addProducts, ChannelSums, finishSums, sumsAt } from './parts/channelSums';
import { WinogradSetting } from './parts/winogradSetting';
import { dealCells, transformCells, transformSums } from './parts/winogradTransforms';

/**
 * Rows [from, to) of all rows of a float32 convolution in tiles of 2 × 2 cells, along each axis by F(2, 3) and F(2, 4) of
 * A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks, 2015, for every phase of a stride of 1 or 2; the
 * phases meet in the sums of transformed patches. A row is that row in all output channels of a group. Pitches count cells.
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
    // Tiles begin in even rows wherever a band does, so that a cell is the same in all bands.
    for (let row = first & ~1; row < last; row += 2 * setting.tileRows) {
      const rows = min(2 * setting.tileRows, last - row);
      const above = plane + ((row * setting.strideRows * rowPitch) << 2);
      for (let column = 0; column < columns; column += setting.tileColumns) {
        const across = min(setting.tileColumns, (columns - column + 3) & ~3);
        transformInput(setting, scratch, above, rowPitch << 2, planePitch << 2, rows, column, across);
        multiply(setting, sums, group, ((rows + 1) >> 1) * across);
        transformOutput(setting, sums, output, groups, group, row, rows, first - row, column, across);
      }
    }
    from += last - first;
  }
}

/** Transforms the patches of some tiles in all input channels of a group. Pitches in bytes. */
function transformInput(
  setting: WinogradSetting,
  scratch: usize,
  plane: usize,
  rowBytes: usize,
  planeBytes: usize,
  rows: i32,
  column: i32,
  across: i32,
): void {
  const bytes = <usize>across << 2;
  const rowStep = bytes * (4 * setting.strideColumns + setting.foursColumns);
  const tileRows = (rows + 1) >> 1;
  const seen = setting.strideRows * (rows - 1) + setting.kernelRows;
  const first = 2 * column * setting.strideColumns;
  const cells = min(setting.paddedColumns - first, 2 * (across + 2) * setting.strideColumns);
  const transformed = scratch + setting.rowsOffset;
  for (let channel = 0; channel < setting.inputs; channel++, plane += planeBytes) {
    for (let row = 0; row < seen; row++) {
      dealCells(plane + row * rowBytes + (first << 2), scratch + setting.dealtOffset, setting.dealtPitch, setting.strideColumns, cells);
      transformRow(setting, scratch + setting.dealtOffset, transformed + row * rowStep, bytes);
    }
    const slot = scratch + setting.patchesOffset + channel * tileRows * bytes;
    for (let tile = 0; tile < tileRows; tile++) {
      const top = transformed + 2 * tile * setting.strideRows * rowStep;
      transformColumns(setting, top, rowStep, slot + tile * bytes, tileRows * bytes, bytes);
    }
  }
}

/** Transforms dealt cells along a row: for each phase its places, behind each other. */
function transformRow(setting: WinogradSetting, dealt: usize, to: usize, bytes: usize): void {
  const pitch = setting.dealtPitch;
  for (let phase = 0; phase < setting.strideColumns; phase++, dealt += pitch) {
    const isFive = phase < setting.foursColumns;
    transformCells(dealt, setting.strideColumns * pitch, 4, to, bytes, isFive, bytes);
    to += (isFive ? 5 : 4) * bytes;
  }
}

/** Transforms rows that are transformed already along the columns, and puts the numbers of each place where its sums find them. */
function transformColumns(setting: WinogradSetting, top: usize, rowStep: usize, slot: usize, slotBytes: usize, bytes: usize): void {
  const oddStep = setting.strideRows * rowStep;
  const placeStep = setting.placesColumns * setting.patchesStep;
  for (let across = 0; across < setting.strideColumns; across++) {
    const places = across < setting.foursColumns ? 5 : 4;
    for (let place = 0; place < places; place++, top += bytes) {
      const phases = place == 4 ? setting.foursColumns : setting.strideColumns;
      for (let phase = 0; phase < setting.strideRows; phase++) {
        const to = slot + place * setting.patchesStep + (phase * phases + across) * setting.inputs * slotBytes;
        transformCells(top + phase * rowStep, oddStep, 2 * oddStep, to, placeStep, phase < setting.foursRows, bytes);
      }
    }
  }
}

/** For each place of the transformed patches the products with the transformed weights, summed over phases and input channels. */
function multiply(setting: WinogradSetting, sums: ChannelSums, group: i32, tiles: i32): void {
  const scratch = changetype<usize>(sums);
  const tileBytes = <usize>tiles << 2;
  for (let i = 0; i < setting.slotsAtOnce; i++) store<i32>(sums.taps + (i << 2), i * <i32>tileBytes);
  sums.columns = tiles;
  sums.channelStep = tileBytes;
  sums.output = scratch + setting.sumsOffset;
  let patches = scratch + setting.patchesOffset;
  const pairs = (4 * setting.strideRows + setting.foursRows) * (4 * setting.strideColumns + setting.foursColumns);
  sums.weights = setting.weights + ((group * pairs * setting.inputs * setting.outputs) << 2);
  for (let row = 0; row < setting.placesRows; row++) {
    for (let column = 0; column < setting.placesColumns; column++) {
      const slots = setting.inputs * phasesAt(row, setting.strideRows, setting.foursRows) * phasesAt(column, setting.strideColumns, setting.foursColumns);
      sums.tapsInAll = slots;
      for (let slot = 0; slot < slots; slot += setting.slotsAtOnce) {
        sums.input = patches + slot * tileBytes;
        sums.tapsBefore = slot;
        sums.tapCount = min(setting.slotsAtOnce, slots - slot);
        addProducts<f32>(sums);
      }
      finishSums<f32>(sums, 0);
      sums.weights += (slots * setting.outputs) << 2;
      sums.output += setting.sumsStep;
      patches += setting.patchesStep;
    }
  }
}

/** How many phases have a place. */
function phasesAt(place: i32, phases: i32, fours: i32): i32 {
  return place == 4 ? fours : phases;
}

/** Transforms the sums of some tiles back and writes the output cells that they cover, of rows [skipped, rows). */
function transformOutput(
  setting: WinogradSetting,
  sums: ChannelSums,
  output: usize,
  groups: i32,
  group: i32,
  row: i32,
  rows: i32,
  skipped: i32,
  column: i32,
  across: i32,
): void {
  const scratch = changetype<usize>(sums);
  const room = scratch + setting.restOffset;
  const rowBytes = <usize>setting.outputColumns << 2;
  const step = setting.sumsStep;
  const rowStep = setting.placesColumns * step;
  const hasFiveRows = setting.foursRows > 0, hasFiveColumns = setting.foursColumns > 0;
  let from = scratch + setting.sumsOffset;
  for (let channel = 0; channel < setting.outputs; channel++) {
    const bias: f32 = setting.biases ? load<f32>(setting.biases + ((group * setting.outputs + channel) << 2)) : 0;
    const plane = groups * setting.outputs + channel;
    let start = output + (plane * setting.outputRows + row) * rowBytes + (column << 3);
    for (let above = 0; above < rows; above += 2, start += 2 * rowBytes) {
      let to = start;
      let left = setting.outputColumns - 2 * column;
      for (let i = 0; i < across; i += 4, from += 16, to += 32, left -= 8) {
        if (left >= 8 && above >= skipped && above + 1 < rows) {
          transformSums(from, rowStep, step, hasFiveRows, hasFiveColumns, bias, to, rowBytes);
          continue;
        }
        transformSums(from, rowStep, step, hasFiveRows, hasFiveColumns, bias, room, 32);
        if (above >= skipped) storeCells(room, to, left);
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
