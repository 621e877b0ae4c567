import { addsSum, asProduct, asSpectrum, keepsSum } from './parts/fftProduct';
import { FftSetting } from './parts/fftSetting';
import { alongRows, forwardColumns, inverseColumns, spectrumBytes, storeTile } from './parts/fftTile';
import { ahead } from './parts/vector';

/** Rows [from, to) of all rows of the output, single precision; pitches in numbers. */
export function fft32(
  setting: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  bands<f32>(changetype<FftSetting>(setting), input, rowPitch, planePitch, output, from, to, scratch);
}

/** Rows [from, to) of all rows of the output, double precision; pitches in numbers. */
export function fft64(
  setting: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  bands<f64>(changetype<FftSetting>(setting), input, rowPitch, planePitch, output, from, to, scratch);
}

/** The conjugate spectrum of a kernel that lies without gaps, scaled so that going there and back changes nothing. */
export function fftSpectrum32(
  setting: usize,
  kernel: usize,
  rows: i32,
  columns: i32,
  spectrum: usize,
  scratch: usize,
): void {
  kernelSpectrum<f32>(changetype<FftSetting>(setting), kernel, rows, columns, spectrum, scratch);
}

/** As fftSpectrum32, in double precision. */
export function fftSpectrum64(
  setting: usize,
  kernel: usize,
  rows: i32,
  columns: i32,
  spectrum: usize,
  scratch: usize,
): void {
  kernelSpectrum<f64>(changetype<FftSetting>(setting), kernel, rows, columns, spectrum, scratch);
}

function kernelSpectrum<T>(
  setting: FftSetting,
  kernel: usize,
  rows: i32,
  columns: i32,
  spectrum: usize,
  scratch: usize,
): void {
  forwardColumns<T>(setting, scratch, rows, columns, kernel, columns, kernel, 0);
  alongRows<T>(setting, scratch, spectrum, 0, asSpectrum);
}

function bands<T>(
  setting: FftSetting,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const rows = setting.outputRows;
  const columns = setting.outputColumns;
  while (from < to) {
    const plane = from / rows;
    const first = from - plane * rows;
    const tileRow = first / setting.tileOutputRows;
    const last = min(min(rows, first + to - from), (tileRow + 1) * setting.tileOutputRows);
    const top = tileRow * setting.tileOutputRows;
    const batch = plane / setting.outputChannels;
    const group = (plane % setting.outputChannels) / setting.outputsPerGroup;
    const inputPlane = batch * setting.inputChannels + group * setting.channels;
    const inputRow = ahead<T>(ahead<T>(input, inputPlane * planePitch), top * setting.strideRows * rowPitch);
    const outputPlane = ahead<T>(output, plane * rows * columns);
    for (let column = 0; column < columns; column += 2 * setting.tileOutputColumns) {
      tilePair<T>(setting, inputRow, rowPitch, planePitch, outputPlane, plane, top, first, last, column, scratch);
    }
    from += last - first;
  }
}

/** Two neighbouring tiles, one as the real and one as the imaginary part; the last of an odd number is both. */
function tilePair<T>(
  setting: FftSetting,
  inputRow: usize,
  rowPitch: i32,
  planePitch: i32,
  outputPlane: usize,
  plane: i32,
  top: i32,
  first: i32,
  last: i32,
  column: i32,
  scratch: usize,
): void {
  const channel = plane % setting.outputChannels;
  const channels = setting.channels;
  const bytes = spectrumBytes<T>(setting);
  const sum = scratch;
  const tile = channels > 1 ? scratch + bytes : scratch;
  const left = column * setting.strideColumns;
  const next = column + setting.tileOutputColumns;
  const isPair = next < setting.outputColumns;
  const right = isPair ? next * setting.strideColumns : left;
  const rows = min(setting.tileRows, setting.paddedRows - top * setting.strideRows);
  const columns = setting.paddedColumns;
  for (let c = 0; c < channels; c++) {
    const source = ahead<T>(inputRow, c * planePitch);
    const a = ahead<T>(source, left);
    const b = ahead<T>(source, right);
    forwardColumns<T>(setting, tile, rows, rowPitch, a, columns - left, b, columns - right);
    const becomes = asProduct | (c > 0 ? addsSum : 0) | (c < channels - 1 ? keepsSum : 0);
    alongRows<T>(setting, tile, setting.spectra + <usize>(channel * channels + c) * bytes, sum, becomes);
  }
  const width = min(setting.tileOutputColumns, setting.outputColumns - column);
  inverseColumns<T>(setting, tile, (width - 1) * setting.strideColumns + 1);
  const bias = load<T>(ahead<T>(setting.bias, channel));
  storeTile<T>(setting, tile, top, first, last, width, ahead<T>(outputPlane, column), bias);
  if (!isPair) return;
  const nextWidth = min(setting.tileOutputColumns, setting.outputColumns - next);
  storeTile<T>(setting, tile + 16, top, first, last, nextWidth, ahead<T>(outputPlane, next), bias);
}
