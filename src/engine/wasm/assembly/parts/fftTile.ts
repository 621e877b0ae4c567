import { asSpectrum, keepsSum, squareProduct } from './fftProduct';
import { FftSetting } from './fftSetting';
import { complexBytes, forward, inverse } from './fftTransform';

/*
 * A tile lies in panels: columns as many as a vector has lanes, each row of a panel one complex vector. Transforms along
 * columns run within a panel, those along rows over the panels, for as many rows at a time as a vector has lanes. Only
 * transforms, products and additions depend on the precision; all else counts bytes.
 */

/** Bytes behind each panel, so that those of one row do not share a set of the cache. */
const panelGap: usize = 128;

// @ts-ignore: decorator
@inline
function panelPitch(setting: FftSetting): usize {
  return <usize>setting.tileRows * complexBytes + panelGap;
}

/** Bytes of so many numbers. */
// @ts-ignore: decorator
@inline
export function bytesOf(setting: FftSetting, count: i32): usize {
  return <usize>(count << setting.log2Bytes);
}

function transform(setting: FftSetting, data: usize, count: i32, pitch: usize, width: usize, twiddles: usize): void {
  if (setting.log2Bytes === 3) forward<f64>(data, count, pitch, width, twiddles);
  else forward<f32>(data, count, pitch, width, twiddles);
}

function transformBack(setting: FftSetting, data: usize, count: i32, pitch: usize, width: usize, end: usize): void {
  if (setting.log2Bytes === 3) inverse<f64>(data, count, pitch, width, end);
  else inverse<f32>(data, count, pitch, width, end);
}

/** Loads `real` and `imaginary`, of `rows` rows and so many bytes a row as are given, and transforms along the columns. */
export function forwardColumns(
  setting: FftSetting,
  tile: usize,
  rows: i32,
  pitch: usize,
  real: usize,
  realBytes: i32,
  imaginary: usize,
  imaginaryBytes: i32,
): void {
  for (let panel = 0; panel < setting.panels; panel++) {
    for (let part = 0; part < 2; part++) {
      const source = part ? imaginary : real;
      const bytes = part ? imaginaryBytes : realBytes;
      loadPanel(tile + <usize>(part << 4), setting.tileRows, rows, pitch, source, bytes);
    }
    transform(setting, tile, setting.tileRows, complexBytes, complexBytes, setting.columnTwiddles);
    tile += panelPitch(setting);
    real += 16;
    realBytes -= 16;
    imaginary += 16;
    imaginaryBytes -= 16;
  }
}

/** Half a panel: zeros where the input has no cells, whatever lies behind them. */
function loadPanel(target: usize, tileRows: i32, rows: i32, pitch: usize, source: usize, bytes: i32): void {
  const inside = i8x16.gt_s(
    i8x16.splat(<i8>min(bytes, 16)),
    i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
  );
  const end = target + <usize>tileRows * complexBytes;
  if (bytes > 0) {
    for (const last = target + <usize>min(rows, tileRows) * complexBytes; target < last; target += complexBytes) {
      v128.store(target, v128.and(v128.load(source), inside));
      source += pitch;
    }
  }
  for (; target < end; target += complexBytes) v128.store(target, i32x4.splat(0));
}

/** Transforms along the rows, takes the products with a spectrum, or makes it, and transforms back along the rows. */
export function alongRows(setting: FftSetting, tile: usize, spectrum: usize, sum: usize, becomes: i32): void {
  const pitch = panelPitch(setting);
  const count = setting.panels;
  const lanes = 16 >> setting.log2Bytes;
  const square = <usize>lanes * complexBytes;
  const scale = 1 / <f64>(setting.tileRows * count * lanes);
  for (let row = 0; row < setting.tileRows; row += lanes) {
    transform(setting, tile, count, pitch, square, setting.rowTwiddles);
    const end = tile + <usize>count * pitch;
    for (let at = tile; at < end; at += pitch) {
      if (lanes === 2) squareProduct<f64>(at, spectrum, sum, becomes, scale);
      else squareProduct<f32>(at, spectrum, sum, becomes, scale);
      spectrum += square;
      sum += square;
    }
    if (becomes !== asSpectrum && !(becomes & keepsSum)) {
      transformBack(setting, tile, count, pitch, square, setting.rowTwiddlesEnd);
    }
    tile += square;
  }
}

/** Transforms back along the columns, for panels that hold the first `bytes` of a row. */
export function inverseColumns(setting: FftSetting, tile: usize, bytes: i32): void {
  for (; bytes > 0; bytes -= 16) {
    transformBack(setting, tile, setting.tileRows, complexBytes, complexBytes, setting.columnTwiddlesEnd);
    tile += panelPitch(setting);
  }
}

/**
 * Stores output cells of rows [first, last) plus the bias, the tile's first row being `top`; `tile` is where the real or
 * the imaginary part of its first cell lies, and `output` the cell of row 0 in the tile's first column.
 */
export function storeTile(
  setting: FftSetting,
  tile: usize,
  top: i32,
  first: i32,
  last: i32,
  columns: i32,
  output: usize,
  bias: usize,
): void {
  const isDouble = setting.log2Bytes === 3;
  const added = isDouble ? v128.load_splat<f64>(bias) : v128.load_splat<f32>(bias);
  const stride = setting.strideColumns;
  const rowStep = <usize>setting.strideRows * complexBytes;
  const outputStep = bytesOf(setting, setting.outputColumns);
  const lanes = 16 >> setting.log2Bytes;
  tile += <usize>(first - top) * rowStep;
  output += <usize>first * outputStep;
  for (let column = 0; column < columns; ) {
    const place = bytesOf(setting, column * stride);
    const isVector = stride === 1 && column % lanes === 0 && column + lanes <= columns;
    let at = tile + (place >> 4) * panelPitch(setting) + (place & 15);
    let target = output + bytesOf(setting, column);
    for (let row = first; row < last; row++) {
      const cells = v128.load(at);
      const sum = isDouble ? v128.add<f64>(cells, added) : v128.add<f32>(cells, added);
      if (isVector) v128.store(target, sum);
      else if (isDouble) v128.store_lane<f64>(target, sum, 0);
      else v128.store_lane<f32>(target, sum, 0);
      at += rowStep;
      target += outputStep;
    }
    column += isVector ? lanes : 1;
  }
}
