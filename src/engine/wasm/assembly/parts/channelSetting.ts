/**
 * What a convolution of many channels needs besides its input and output, in this order in memory; written by
 * channelPath.ts. All fields are 32-bit, sizes count cells.
 */
@unmanaged
export class ChannelSetting {
  outputRows: i32;
  outputColumns: i32;
  strideRows: i32;
  strideColumns: i32;
  dilationRows: i32;
  kernelRows: i32;
  kernelColumns: i32;
  /** Of one group. */
  inputs: i32;
  /** Of one group. */
  outputs: i32;
  groups: i32;
  /** Output rows that are computed together, and input channels whose products are added together. */
  rowsAtOnce: i32;
  inputsAtOnce: i32;
  /** For each kernel column the bytes from the first cell that a patch sees in a row. */
  columnOffsets: usize;
  /** How many phases of columns are packed, 0 where the input is read as it lies; for each its first column and length. */
  phases: i32;
  phaseTable: usize;
  /** Cells from one packed phase to the next. */
  phasePitch: i32;
  weights: usize;
  /** One number for each output channel, or 0. */
  biases: usize;
  /** From the start of a lane's scratch memory: sums of columns behind whole blocks, and packed rows. */
  restOffset: usize;
  packedOffset: usize;
}
