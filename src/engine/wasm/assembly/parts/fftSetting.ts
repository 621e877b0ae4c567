/**
 * What a convolution by Fourier transforms needs besides its input and output, in this order in memory; written by
 * fftPath.ts. All fields are 32-bit. Tables and spectra are laid out as fftTables.ts says.
 */
@unmanaged
export class FftSetting {
  outputRows: i32;
  outputColumns: i32;
  strideRows: i32;
  strideColumns: i32;
  paddedRows: i32;
  paddedColumns: i32;
  /** Input cells of a tile, powers of two. */
  tileRows: i32;
  tileColumns: i32;
  /** Vectors in a row of a tile. */
  panels: i32;
  /** 2 or 3: single or double precision. */
  log2Bytes: i32;
  /** Output cells of a tile. */
  tileOutputRows: i32;
  tileOutputColumns: i32;
  /** Of one group. */
  channels: i32;
  inputChannels: i32;
  outputChannels: i32;
  outputsPerGroup: i32;
  /** Twiddles of the transform along a column, and along a row. */
  columnTwiddles: usize;
  columnTwiddlesEnd: usize;
  rowTwiddles: usize;
  rowTwiddlesEnd: usize;
  /** One for each output channel and channel of its group. */
  spectra: usize;
  /** One number for each output channel. */
  bias: usize;
}
