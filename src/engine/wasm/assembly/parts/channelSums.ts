import { ahead, lanes, multiplyAdd } from './vector';

/** Sums for all output channels of one group and some output rows, over one list of taps. Steps and addresses in bytes. */
@unmanaged
export class ChannelSums {
  /** The offsets of the taps from the first cell of a patch, each an i32. */
  taps: usize;
  tapCount: i32;
  /** Taps of all lists before this one, and of all lists together. */
  tapsBefore: i32;
  tapsInAll: i32;
  /** The first cell that the first output cell sees, and from one output row to the next. */
  input: usize;
  inputStep: usize;
  /** The group's weights: blocks of channels, in each for every tap the weights of its channels. */
  weights: usize;
  channels: i32;
  /** The first output cell of the first channel. */
  output: usize;
  channelStep: usize;
  rowStep: usize;
  rows: i32;
  columns: i32;
  /** Room for the sums of columns behind the last whole block: four vectors for each channel and row. */
  rest: usize;
  /** Four vectors of zeros, which the sums begin with. */
  zeros: usize;
}

/** Bytes of a `ChannelSums` and its zeros. */
const sumsBytes: usize = 128;

const zerosOffset: usize = 64;

const restBytes: usize = 64;

/** The sums at the start of a lane's scratch memory, with the zeros behind them. */
export function sumsAt(scratch: usize): ChannelSums {
  const sums = changetype<ChannelSums>(scratch);
  sums.zeros = scratch + zerosOffset;
  memory.fill(sums.zeros, 0, 64);
  sums.taps = scratch + sumsBytes;
  return sums;
}

/** How many channels the block has that starts where `left` channels are left; what lies in the weights follows this too. */
// @ts-ignore: decorator
@inline
function blockSize(left: i32): i32 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    if (left >= 6) return 6;
  } else if (left >= 5) return 5;
  return left >= 4 ? 4 : left >= 2 ? 2 : 1;
}

/** Columns of a block: two vectors where there are many channels, else four, so that enough sums are under way. */
// @ts-ignore: decorator
@inline
function blockColumns<T>(size: i32): i32 {
  return (size >= 4 ? 2 : 4) * lanes<T>();
}

/** Adds the products of all taps. */
export function addProducts<T>(sums: ChannelSums): void {
  for (let channel = 0, size = 0; channel < sums.channels; channel += size) {
    size = blockSize(sums.channels - channel);
    addBlock<T>(sums, channel, size, sums.weights + (channel * sums.tapsInAll + size * sums.tapsBefore) * sizeof<T>());
  }
}

function addBlock<T>(sums: ChannelSums, channel: i32, size: i32, weights: usize): void {
  const columns = blockColumns<T>(size);
  const blocks = sums.columns / columns;
  const done = ahead<T>(0, blocks * columns);
  const isFirst = sums.tapsBefore == 0;
  for (let row = 0; row < sums.rows; row++) {
    const input = sums.input + row * sums.inputStep;
    const output = sums.output + channel * sums.channelStep + row * sums.rowStep;
    addBlocks<T>(sums, size, blocks, input, weights, output, sums.channelStep, isFirst);
    if (blocks * columns == sums.columns) continue;
    const rest = sums.rest + (channel * sums.rows + row) * restBytes;
    addBlocks<T>(sums, size, 1, input + done, weights, rest, sums.rows * restBytes, isFirst);
  }
}

/** Adds to neighbouring blocks of columns in `size` channels, `step` bytes apart. */
function addBlocks<T>(
  sums: ChannelSums,
  size: i32,
  blocks: i32,
  input: usize,
  weights: usize,
  output: usize,
  step: usize,
  isFirst: bool,
): void {
  const taps = sums.taps;
  const end = taps + (sums.tapCount << 2);
  const last = output + ahead<T>(0, blocks * blockColumns<T>(size));
  const start = isFirst ? sums.zeros : output;
  const startStep = isFirst ? 0 : step;
  if (ASC_FEATURE_RELAXED_SIMD && size == 6) addSix<T>(taps, end, input, weights, output, last, step, start, startStep);
  else if (!ASC_FEATURE_RELAXED_SIMD && size == 5) addFive<T>(taps, end, input, weights, output, last, step, start, startStep);
  else if (size == 4) addFour<T>(taps, end, input, weights, output, last, step, start, startStep);
  else if (size == 2) addTwo<T>(taps, end, input, weights, output, last, step, start, startStep);
  else addOne<T>(taps, end, input, weights, output, last, start, startStep);
}

/** Puts the columns behind the last whole blocks in place, then adds the group's biases, where there are any. */
export function finishSums<T>(sums: ChannelSums, biases: usize): void {
  let rest = sums.rest;
  for (let channel = 0; channel < sums.channels; ) {
    const size = blockSize(sums.channels - channel);
    const behind = sums.columns % blockColumns<T>(size);
    for (const end = channel + size; channel < end; channel++) {
      let row = sums.output + channel * sums.channelStep;
      for (let i = 0; i < sums.rows; i++, row += sums.rowStep, rest += restBytes) {
        const to = ahead<T>(row, sums.columns - behind);
        for (let at: usize = 0; at < ahead<T>(0, behind); at += sizeof<T>()) store<T>(to + at, load<T>(rest + at));
        if (biases) addToRow<T>(row, sums.columns, load<T>(biases + channel * sizeof<T>()));
      }
    }
  }
}

function addToRow<T>(row: usize, columns: i32, value: T): void {
  const values = v128.splat<T>(value);
  let column = 0;
  for (; column + lanes<T>() <= columns; column += lanes<T>(), row += 16) v128.store(row, v128.add<T>(v128.load(row), values));
  for (; column < columns; column++, row += sizeof<T>()) store<T>(row, <T>(load<T>(row) + value));
}

/** Six channels · two vectors. More sums than registers, were it not fused. */
function addSix<T>(
  taps: usize,
  end: usize,
  input: usize,
  weights: usize,
  output: usize,
  last: usize,
  step: usize,
  start: usize,
  startStep: usize,
): void {
  const startWidth = startStep ? 32 : 0;
  for (; output < last; input += 32, output += 32, start += startWidth) {
    let weight = weights;
    const third = output + 2 * step;
    const fifth = third + 2 * step;
    const startThird = start + 2 * startStep;
    const startFifth = startThird + 2 * startStep;
    let a0 = v128.load(start), a1 = v128.load(start, 16);
    let b0 = v128.load(start + startStep), b1 = v128.load(start + startStep, 16);
    let c0 = v128.load(startThird), c1 = v128.load(startThird, 16);
    let d0 = v128.load(startThird + startStep), d1 = v128.load(startThird + startStep, 16);
    let e0 = v128.load(startFifth), e1 = v128.load(startFifth, 16);
    let f0 = v128.load(startFifth + startStep), f1 = v128.load(startFifth + startStep, 16);
    for (let tap = taps; tap < end; tap += 4, weight += 6 * sizeof<T>()) {
      const at = input + load<i32>(tap);
      const x0 = v128.load(at), x1 = v128.load(at, 16);
      const a = v128.load_splat<T>(weight), b = v128.load_splat<T>(weight, sizeof<T>()), c = v128.load_splat<T>(weight, 2 * sizeof<T>());
      a0 = multiplyAdd<T>(a0, x0, a), a1 = multiplyAdd<T>(a1, x1, a);
      b0 = multiplyAdd<T>(b0, x0, b), b1 = multiplyAdd<T>(b1, x1, b);
      c0 = multiplyAdd<T>(c0, x0, c), c1 = multiplyAdd<T>(c1, x1, c);
      const d = v128.load_splat<T>(weight, 3 * sizeof<T>()), e = v128.load_splat<T>(weight, 4 * sizeof<T>()), f = v128.load_splat<T>(weight, 5 * sizeof<T>());
      d0 = multiplyAdd<T>(d0, x0, d), d1 = multiplyAdd<T>(d1, x1, d);
      e0 = multiplyAdd<T>(e0, x0, e), e1 = multiplyAdd<T>(e1, x1, e);
      f0 = multiplyAdd<T>(f0, x0, f), f1 = multiplyAdd<T>(f1, x1, f);
    }
    v128.store(output, a0), v128.store(output, a1, 16);
    v128.store(output + step, b0), v128.store(output + step, b1, 16);
    v128.store(third, c0), v128.store(third, c1, 16);
    v128.store(third + step, d0), v128.store(third + step, d1, 16);
    v128.store(fifth, e0), v128.store(fifth, e1, 16);
    v128.store(fifth + step, f0), v128.store(fifth + step, f1, 16);
  }
}

/** Five channels · two vectors: with a product on its way, as many as there are registers. */
function addFive<T>(
  taps: usize,
  end: usize,
  input: usize,
  weights: usize,
  output: usize,
  last: usize,
  step: usize,
  start: usize,
  startStep: usize,
): void {
  const startWidth = startStep ? 32 : 0;
  for (; output < last; input += 32, output += 32, start += startWidth) {
    let weight = weights;
    const third = output + 2 * step;
    const startThird = start + 2 * startStep;
    const startFifth = startThird + 2 * startStep;
    let a0 = v128.load(start), a1 = v128.load(start, 16);
    let b0 = v128.load(start + startStep), b1 = v128.load(start + startStep, 16);
    let c0 = v128.load(startThird), c1 = v128.load(startThird, 16);
    let d0 = v128.load(startThird + startStep), d1 = v128.load(startThird + startStep, 16);
    let e0 = v128.load(startFifth), e1 = v128.load(startFifth, 16);
    for (let tap = taps; tap < end; tap += 4, weight += 5 * sizeof<T>()) {
      const at = input + load<i32>(tap);
      const x0 = v128.load(at), x1 = v128.load(at, 16);
      const a = v128.load_splat<T>(weight);
      a0 = multiplyAdd<T>(a0, x0, a), a1 = multiplyAdd<T>(a1, x1, a);
      const b = v128.load_splat<T>(weight, sizeof<T>());
      b0 = multiplyAdd<T>(b0, x0, b), b1 = multiplyAdd<T>(b1, x1, b);
      const c = v128.load_splat<T>(weight, 2 * sizeof<T>());
      c0 = multiplyAdd<T>(c0, x0, c), c1 = multiplyAdd<T>(c1, x1, c);
      const d = v128.load_splat<T>(weight, 3 * sizeof<T>());
      d0 = multiplyAdd<T>(d0, x0, d), d1 = multiplyAdd<T>(d1, x1, d);
      const e = v128.load_splat<T>(weight, 4 * sizeof<T>());
      e0 = multiplyAdd<T>(e0, x0, e), e1 = multiplyAdd<T>(e1, x1, e);
    }
    const fifth = third + 2 * step;
    v128.store(output, a0), v128.store(output, a1, 16);
    v128.store(output + step, b0), v128.store(output + step, b1, 16);
    v128.store(third, c0), v128.store(third, c1, 16);
    v128.store(third + step, d0), v128.store(third + step, d1, 16);
    v128.store(fifth, e0), v128.store(fifth, e1, 16);
  }
}

/** Four channels · two vectors. */
function addFour<T>(
  taps: usize,
  end: usize,
  input: usize,
  weights: usize,
  output: usize,
  last: usize,
  step: usize,
  start: usize,
  startStep: usize,
): void {
  const startWidth = startStep ? 32 : 0;
  for (; output < last; input += 32, output += 32, start += startWidth) {
    let weight = weights;
    const third = output + 2 * step;
    const startThird = start + 2 * startStep;
    let a0 = v128.load(start), a1 = v128.load(start, 16);
    let b0 = v128.load(start + startStep), b1 = v128.load(start + startStep, 16);
    let c0 = v128.load(startThird), c1 = v128.load(startThird, 16);
    let d0 = v128.load(startThird + startStep), d1 = v128.load(startThird + startStep, 16);
    for (let tap = taps; tap < end; tap += 4, weight += 4 * sizeof<T>()) {
      const at = input + load<i32>(tap);
      const x0 = v128.load(at), x1 = v128.load(at, 16);
      const a = v128.load_splat<T>(weight), b = v128.load_splat<T>(weight, sizeof<T>());
      a0 = multiplyAdd<T>(a0, x0, a), a1 = multiplyAdd<T>(a1, x1, a);
      b0 = multiplyAdd<T>(b0, x0, b), b1 = multiplyAdd<T>(b1, x1, b);
      const c = v128.load_splat<T>(weight, 2 * sizeof<T>()), d = v128.load_splat<T>(weight, 3 * sizeof<T>());
      c0 = multiplyAdd<T>(c0, x0, c), c1 = multiplyAdd<T>(c1, x1, c);
      d0 = multiplyAdd<T>(d0, x0, d), d1 = multiplyAdd<T>(d1, x1, d);
    }
    v128.store(output, a0), v128.store(output, a1, 16);
    v128.store(output + step, b0), v128.store(output + step, b1, 16);
    v128.store(third, c0), v128.store(third, c1, 16);
    v128.store(third + step, d0), v128.store(third + step, d1, 16);
  }
}

/** Two channels · four vectors. */
function addTwo<T>(
  taps: usize,
  end: usize,
  input: usize,
  weights: usize,
  output: usize,
  last: usize,
  step: usize,
  start: usize,
  startStep: usize,
): void {
  const startWidth = startStep ? 64 : 0;
  for (; output < last; input += 64, output += 64, start += startWidth) {
    let weight = weights;
    const second = output + step;
    let a0 = v128.load(start), a1 = v128.load(start, 16), a2 = v128.load(start, 32), a3 = v128.load(start, 48);
    let b0 = v128.load(start + startStep), b1 = v128.load(start + startStep, 16), b2 = v128.load(start + startStep, 32), b3 = v128.load(start + startStep, 48);
    for (let tap = taps; tap < end; tap += 4, weight += 2 * sizeof<T>()) {
      const at = input + load<i32>(tap);
      const a = v128.load_splat<T>(weight), b = v128.load_splat<T>(weight, sizeof<T>());
      const x0 = v128.load(at), x1 = v128.load(at, 16);
      a0 = multiplyAdd<T>(a0, x0, a), b0 = multiplyAdd<T>(b0, x0, b);
      a1 = multiplyAdd<T>(a1, x1, a), b1 = multiplyAdd<T>(b1, x1, b);
      const x2 = v128.load(at, 32), x3 = v128.load(at, 48);
      a2 = multiplyAdd<T>(a2, x2, a), b2 = multiplyAdd<T>(b2, x2, b);
      a3 = multiplyAdd<T>(a3, x3, a), b3 = multiplyAdd<T>(b3, x3, b);
    }
    v128.store(output, a0), v128.store(output, a1, 16), v128.store(output, a2, 32), v128.store(output, a3, 48);
    v128.store(second, b0), v128.store(second, b1, 16), v128.store(second, b2, 32), v128.store(second, b3, 48);
  }
}

/** One channel · four vectors. */
function addOne<T>(
  taps: usize,
  end: usize,
  input: usize,
  weights: usize,
  output: usize,
  last: usize,
  start: usize,
  startStep: usize,
): void {
  const startWidth = startStep ? 64 : 0;
  for (; output < last; input += 64, output += 64, start += startWidth) {
    let weight = weights;
    let a0 = v128.load(start), a1 = v128.load(start, 16), a2 = v128.load(start, 32), a3 = v128.load(start, 48);
    for (let tap = taps; tap < end; tap += 4, weight += sizeof<T>()) {
      const at = input + load<i32>(tap);
      const a = v128.load_splat<T>(weight);
      a0 = multiplyAdd<T>(a0, v128.load(at), a), a1 = multiplyAdd<T>(a1, v128.load(at, 16), a);
      a2 = multiplyAdd<T>(a2, v128.load(at, 32), a), a3 = multiplyAdd<T>(a3, v128.load(at, 48), a);
    }
    v128.store(output, a0), v128.store(output, a1, 16), v128.store(output, a2, 32), v128.store(output, a3, 48);
  }
}
