import { SeparableSetting } from './parts/separableSetting';
import { weightedSum } from './parts/separableSum';

/**
 * Rows [from, to) of all rows of the output; pitches in numbers. `scratch` holds a table of addresses, one vector, a
 * dealt row and the ring of row results, in this order.
 */
export function separable(
  address: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const setting = changetype<SeparableSetting>(address);
  const rows = setting.outputRows;
  const columns = setting.outputColumns;
  while (from < to) {
    const plane = from / rows;
    const first = from - plane * rows;
    const last = min(rows, first + to - from);
    const channel = plane % setting.outputChannels;
    const inputPlane =
      (plane / setting.outputChannels) * setting.inputChannels + channel / setting.outputsPerGroup;
    const source = input + bytesOf(setting, inputPlane * planePitch);
    const target = output + bytesOf(setting, plane * rows * columns);
    for (let column = 0; column < columns; column += setting.stripColumns) {
      const width = min(setting.stripColumns, columns - column);
      const start = source + bytesOf(setting, column * setting.strideColumns);
      strip(setting, channel, start, rowPitch, target + bytesOf(setting, column), width, first, last, scratch);
    }
    from += last - first;
  }
}

/** Bytes of so many numbers. */
// @ts-ignore: decorator
@inline
function bytesOf(setting: SeparableSetting, count: i32): usize {
  return <usize>(count << setting.log2Bytes);
}

/** Rows [first, last) of some neighbouring columns of a plane. */
function strip(
  setting: SeparableSetting,
  channel: i32,
  input: usize,
  rowPitch: i32,
  output: usize,
  width: i32,
  first: i32,
  last: i32,
  scratch: usize,
): void {
  const rowTaps = setting.kernelColumns;
  const columnTaps = setting.kernelRows;
  const rowFactors = setting.factors + bytesOf(setting, channel * (rowTaps + columnTaps));
  const columnFactors = rowFactors + bytesOf(setting, rowTaps);
  const bias = setting.bias + bytesOf(setting, channel);
  const spare = scratch + (<usize>max(rowTaps, columnTaps) << 2);
  const dealt = spare + 16;
  const ring = dealt + bytesOf(setting, setting.dealtColumns);
  const ringPitch = bytesOf(setting, setting.stripColumns) + 16;
  const bytes = bytesOf(setting, width);
  const rowBytes = bytesOf(setting, setting.rowUnit * rowPitch);
  let ready = first * setting.strideRows;
  for (let row = first; row < last; row++) {
    const top = row * setting.strideRows;
    ready = max(ready, top);
    for (const end = top + setting.ringRows; ready < end; ready++) {
      const source = dealtRow(setting, input + <usize>ready * rowBytes, dealt, width);
      for (let tap = 0; tap < rowTaps; tap++) {
        const at = <usize>tap << 2;
        store<usize>(scratch + at, source + load<usize>(setting.offsets + at));
      }
      sums(setting, ring + <usize>(ready % setting.ringRows) * ringPitch, scratch, rowFactors, rowTaps, 0, bytes, 0);
    }
    for (let tap = 0; tap < columnTaps; tap++) {
      const place = <usize>((top + tap * setting.dilationRows) % setting.ringRows);
      store<usize>(scratch + (<usize>tap << 2), ring + place * ringPitch);
    }
    const target = output + bytesOf(setting, row * setting.outputColumns);
    const whole = bytes & ~15;
    sums(setting, target, scratch, columnFactors, columnTaps, 0, whole, bias);
    if (whole < bytes) {
      sums(setting, spare - whole, scratch, columnFactors, columnTaps, whole, 16, bias);
      memory.copy(target + whole, spare, bytes - whole);
    }
  }
}

/**
 * Where a strip's input row lies for its taps: in place, or, where columns have a stride, dealt out, so that cells whose
 * places leave one remainder lie behind each other.
 */
function dealtRow(setting: SeparableSetting, source: usize, dealt: usize, width: i32): usize {
  const stride = setting.strideColumns;
  if (stride === 1) return source;
  const each = bytesOf(setting, setting.dealtColumns / stride);
  const cells = (width - 1) * stride + setting.spanColumns;
  for (let remainder = 0; remainder < stride; remainder++) {
    let target = dealt + <usize>remainder * each;
    for (let cell = remainder; cell < cells; cell += stride) {
      const at = source + bytesOf(setting, cell);
      if (setting.log2Bytes === 3) store<u64>(target, load<u64>(at));
      else store<u32>(target, load<u32>(at));
      target += bytesOf(setting, 1);
    }
  }
  return dealt;
}

function sums(
  setting: SeparableSetting,
  target: usize,
  addresses: usize,
  weights: usize,
  taps: i32,
  from: usize,
  bytes: usize,
  bias: usize,
): void {
  if (setting.log2Bytes === 3) {
    const added = bias ? v128.load_splat<f64>(bias) : f64x2.splat(0);
    weightedSum<f64>(target, addresses, weights, taps, from, bytes, added);
  } else {
    const added = bias ? v128.load_splat<f32>(bias) : f32x4.splat(0);
    weightedSum<f32>(target, addresses, weights, taps, from, bytes, added);
  }
}
