/**
 * What a convolution in 4 × 4 transformed patches needs besides its input and output, in this order in memory; written
 * by winogradPath.ts. All fields are 32-bit.
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
  /** Input channels whose products are added together. */
  inputsAtOnce: i32;
  /** Tiles that are computed together: rows, and columns in multiples of four. */
  tileRows: i32;
  tileColumns: i32;
  /** For each group and each of the 16 places of a transformed patch the weights, as `ChannelSums` reads them. */
  weights: usize;
  /** One number for each output channel, or 0. */
  biases: usize;
  /** From the start of a lane's scratch memory: columns behind whole blocks, transformed patches, their sums. */
  restOffset: usize;
  patchesOffset: usize;
  sumsOffset: usize;
  /** Bytes from one place to the next, of transformed patches and of their sums. */
  patchesStep: usize;
  sumsStep: usize;
}
