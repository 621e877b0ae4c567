import { addsSum, asProduct, asSpectrum, keepsSum } from './parts/fftProduct';
import { FftSetting } from './parts/fftSetting';
import { alongRows, bytesOf, forwardColumns, inverseColumns, storeTile } from './parts/fftTile';

/** The conjugate spectrum of a kernel that lies without gaps, scaled so that going there and back changes nothing. */
export function fftSpectrum(
  address: usize,
  kernel: usize,
  rows: i32,
  columns: i32,
  spectrum: usize,
  scratch: usize,
): void {
  const setting = changetype<FftSetting>(address);
  const pitch = bytesOf(setting, columns);
  forwardColumns(setting, scratch, rows, pitch, kernel, <i32>pitch, kernel, 0);
  alongRows(setting, scratch, spectrum, 0, asSpectrum);
}

/** Rows [from, to) of all rows of the output; pitches in numbers. */
export function fft(
  address: usize,
  input: usize,
  rowPitch: i32,
  planePitch: i32,
  output: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const setting = changetype<FftSetting>(address);
  const rows = setting.outputRows;
  const columns = setting.outputColumns;
  while (from < to) {
    const plane = from / rows;
    const first = from - plane * rows;
    const top = first - (first % setting.tileOutputRows);
    const last = min(min(rows, first + to - from), top + setting.tileOutputRows);
    const group = (plane % setting.outputChannels) / setting.outputsPerGroup;
    const inputPlane = (plane / setting.outputChannels) * setting.inputChannels + group * setting.channels;
    const inputRow = input + bytesOf(setting, inputPlane * planePitch + top * setting.strideRows * rowPitch);
    const outputPlane = output + bytesOf(setting, plane * rows * columns);
    for (let column = 0; column < columns; column += 2 * setting.tileOutputColumns) {
      tilePair(setting, inputRow, rowPitch, planePitch, outputPlane, plane, top, first, last, column, scratch);
    }
    from += last - first;
  }
}

/** Two neighbouring tiles, one as the real and one as the imaginary part; the last of an odd number is both. */
function tilePair(
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
  const spectrumBytes = bytesOf(setting, 2 * setting.tileRows * setting.tileColumns);
  const tile = channels > 1 ? scratch + spectrumBytes : scratch;
  const next = column + setting.tileOutputColumns;
  const isPair = next < setting.outputColumns;
  const left = bytesOf(setting, column * setting.strideColumns);
  const right = isPair ? bytesOf(setting, next * setting.strideColumns) : left;
  const rows = setting.paddedRows - top * setting.strideRows;
  const columns = bytesOf(setting, setting.paddedColumns);
  let spectrum = setting.spectra + <usize>(channel * channels) * spectrumBytes;
  for (let c = 0; c < channels; c++) {
    const source = inputRow + bytesOf(setting, c * planePitch);
    const pitch = bytesOf(setting, rowPitch);
    const a = source + left;
    const b = source + right;
    forwardColumns(setting, tile, rows, pitch, a, <i32>(columns - left), b, <i32>(columns - right));
    const becomes = asProduct | (c > 0 ? addsSum : 0) | (c < channels - 1 ? keepsSum : 0);
    alongRows(setting, tile, spectrum, scratch, becomes);
    spectrum += spectrumBytes;
  }
  const width = min(setting.tileOutputColumns, setting.outputColumns - column);
  inverseColumns(setting, tile, <i32>bytesOf(setting, (width - 1) * setting.strideColumns + 1));
  const bias = setting.bias + bytesOf(setting, channel);
  storeTile(setting, tile, top, first, last, width, outputPlane + bytesOf(setting, column), bias);
  if (!isPair) return;
  const nextWidth = min(setting.tileOutputColumns, setting.outputColumns - next);
  storeTile(setting, tile + 16, top, first, last, nextWidth, outputPlane + bytesOf(setting, next), bias);
}
