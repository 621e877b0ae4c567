import { asSpectrum, keepsSum, squareProduct } from './fftProduct';
import { FftSetting } from './fftSetting';
import { complexBytes, forward, inverse } from './fftTransform';
import { ahead, lanes } from './vector';

/*
 * A tile lies in panels: columns as many as a vector has lanes, each row of a panel one complex vector. Transforms along
 * columns run within a panel, those along rows over the panels, for as many rows at a time as a vector has lanes.
 */

/** Bytes behind each panel, so that those of one row do not share a set of the cache. */
const panelGap: usize = 128;

// @ts-ignore: decorator
@inline
function panelPitch(setting: FftSetting): usize {
  return <usize>setting.tileRows * complexBytes + panelGap;
}

// @ts-ignore: decorator
@inline
function panels<T>(setting: FftSetting): i32 {
  return setting.tileColumns / lanes<T>();
}

/** The bytes of a tile's spectrum. */
export function spectrumBytes<T>(setting: FftSetting): usize {
  return <usize>(setting.tileRows * setting.tileColumns * 2 * sizeof<T>());
}

/** Loads `real` and `imaginary`, of `rows` rows and so many columns as are given, and transforms along the columns. */
export function forwardColumns<T>(
  setting: FftSetting,
  tile: usize,
  rows: i32,
  pitch: i32,
  real: usize,
  realColumns: i32,
  imaginary: usize,
  imaginaryColumns: i32,
): void {
  for (let panel = 0; panel < panels<T>(setting); panel++) {
    loadPanel<T>(tile, setting.tileRows, rows, pitch, real, realColumns);
    loadPanel<T>(tile + 16, setting.tileRows, rows, pitch, imaginary, imaginaryColumns);
    forward<T>(tile, setting.tileRows, complexBytes, complexBytes, setting.columnTwiddles);
    tile += panelPitch(setting);
    real += 16;
    realColumns -= lanes<T>();
    imaginary += 16;
    imaginaryColumns -= lanes<T>();
  }
}

/** Half a panel: zeros where the input has no cells, whatever lies behind them. */
function loadPanel<T>(target: usize, tileRows: i32, rows: i32, pitch: i32, source: usize, columns: i32): void {
  const lane = sizeof<T>() === 8 ? i64x2(0, 1) : i32x4(0, 1, 2, 3);
  const inside = sizeof<T>() === 8 ? i64x2.gt_s(i64x2.splat(columns), lane) : i32x4.gt_s(i32x4.splat(columns), lane);
  const end = target + <usize>tileRows * complexBytes;
  if (columns > 0) {
    for (const last = target + <usize>min(rows, tileRows) * complexBytes; target < last; target += complexBytes) {
      v128.store(target, v128.and(v128.load(source), inside));
      source = ahead<T>(source, pitch);
    }
  }
  for (; target < end; target += complexBytes) v128.store(target, i32x4.splat(0));
}

/** Transforms along the rows, takes the products with a spectrum, or makes it, and transforms back along the rows. */
export function alongRows<T>(
  setting: FftSetting,
  tile: usize,
  spectrum: usize,
  sum: usize,
  becomes: i32,
): void {
  const pitch = panelPitch(setting);
  const count = panels<T>(setting);
  const square = <usize>lanes<T>() * complexBytes;
  const scale = <T>1 / <T>(setting.tileRows * setting.tileColumns);
  const twiddles = setting.rowTwiddles;
  for (let row = 0; row < setting.tileRows; row += lanes<T>()) {
    forward<T>(tile, count, pitch, square, twiddles);
    const end = tile + <usize>count * pitch;
    for (let at = tile; at < end; at += pitch) {
      squareProduct<T>(at, spectrum, sum, becomes, scale);
      spectrum += square;
      sum += square;
    }
    if (becomes !== asSpectrum && !(becomes & keepsSum)) {
      inverse<T>(tile, count, pitch, square, setting.rowTwiddlesEnd);
    }
    tile += square;
  }
}

/** Transforms back along the columns, for as many columns as hold results. */
export function inverseColumns<T>(setting: FftSetting, tile: usize, columns: i32): void {
  for (let column = 0; column < columns; column += lanes<T>()) {
    inverse<T>(tile, setting.tileRows, complexBytes, complexBytes, setting.columnTwiddlesEnd);
    tile += panelPitch(setting);
  }
}

/**
 * Stores output cells of rows [first, last), the tile's first row being `top`; `tile` is where the real or the imaginary
 * part of its first cell lies, and `output` the cell of row 0 in the tile's first column.
 */
export function storeTile<T>(
  setting: FftSetting,
  tile: usize,
  top: i32,
  first: i32,
  last: i32,
  columns: i32,
  output: usize,
  bias: T,
): void {
  const stride = setting.strideColumns;
  const rowStep = <usize>setting.strideRows * complexBytes;
  const start = <usize>(first - top) * rowStep;
  for (let column = 0; column < columns; ) {
    const place = column * stride;
    const lane = place % lanes<T>();
    let at = tile + <usize>(place / lanes<T>()) * panelPitch(setting) + start;
    let target = ahead<T>(output, first * setting.outputColumns + column);
    const isVector = stride === 1 && lane === 0 && column + lanes<T>() <= columns;
    if (!isVector) at += <usize>lane * sizeof<T>();
    for (let row = first; row < last; row++) {
      if (isVector) v128.store(target, v128.add<T>(v128.load(at), v128.splat<T>(bias)));
      else store<T>(target, load<T>(at) + bias);
      at += rowStep;
      target = ahead<T>(target, setting.outputColumns);
    }
    column += isVector ? lanes<T>() : 1;
  }
}
