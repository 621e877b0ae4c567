/**
 * What two one-dimensional passes need besides input and output, in this order in memory; written by separablePath.ts.
 * All fields are 32-bit. One input channel a group.
 */
@unmanaged
export class SeparableSetting {
  outputRows: i32;
  outputColumns: i32;
  /** Padded rows are counted in this unit, the greatest that divides stride and dilation. */
  rowUnit: i32;
  strideRows: i32;
  dilationRows: i32;
  strideColumns: i32;
  kernelRows: i32;
  kernelColumns: i32;
  inputChannels: i32;
  outputChannels: i32;
  outputsPerGroup: i32;
  /** Output columns of a strip, whose row results stay in the second cache. */
  stripColumns: i32;
  /** Row results that are kept: as many units as the kernel spans. */
  ringRows: i32;
  /** Input columns of a patch. */
  spanColumns: i32;
  /** Cells that a row of a strip is dealt into, where columns have a stride. */
  dealtColumns: i32;
  /** 2 or 3: single or double precision. */
  log2Bytes: i32;
  /** Of each column tap: where its first cell lies, in bytes from the row's or the dealt row's start. */
  offsets: usize;
  /** Factors of the first output channel: kernelColumns of its row, then kernelRows of its column. */
  factors: usize;
  /** One number for each output channel. */
  bias: usize;
}
