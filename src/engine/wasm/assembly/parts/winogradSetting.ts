/**
 * What a convolution in transformed patches needs besides its input and output, in this order in memory; written by
 * winogradPath.ts. All fields are 32-bit.
 */
@unmanaged
export class WinogradSetting {
  outputRows: i32;
  outputColumns: i32;
  /** Of one group. */
  inputs: i32;
  /** Of one group. */
  outputs: i32;
  groups: i32;
  strideRows: i32;
  strideColumns: i32;
  kernelRows: i32;
  /** Of the input with its added cells. */
  paddedColumns: i32;
  /** Along each axis: phases with four taps, and places of a transformed patch. */
  foursRows: i32;
  foursColumns: i32;
  placesRows: i32;
  placesColumns: i32;
  /** Numbers at one place whose products are added together. */
  slotsAtOnce: i32;
  /** Tiles that are computed together: rows, and columns in multiples of four. */
  tileRows: i32;
  tileColumns: i32;
  /** For each group and each place of a transformed patch the weights, as `ChannelSums` reads them. */
  weights: usize;
  /** One number for each output channel, or 0. */
  biases: usize;
  /** From the start of a lane's scratch memory: columns behind whole blocks, dealt cells, transformed rows, patches, their sums. */
  restOffset: usize;
  dealtOffset: usize;
  rowsOffset: usize;
  patchesOffset: usize;
  sumsOffset: usize;
  /** Bytes from one list of dealt cells to the next; from one place to the next, of patches and of their sums. */
  dealtPitch: usize;
  patchesStep: usize;
  sumsStep: usize;
}
