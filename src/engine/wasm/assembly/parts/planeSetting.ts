/**
 * What a convolution of planes needs besides its input and output, in this order in memory; written by planePath.ts.
 * All fields are 32-bit. Weights are OIHW in the order of the patch, so that a flip is done already.
 */
@unmanaged
export class PlaneSetting {
  outputRows: i32;
  outputColumns: i32;
  strideRows: i32;
  strideColumns: i32;
  dilationRows: i32;
  dilationColumns: i32;
  kernelRows: i32;
  kernelColumns: i32;
  /** Of one group. */
  channels: i32;
  inputChannels: i32;
  outputChannels: i32;
  outputsPerGroup: i32;
  weights: usize;
  /** One number for each output channel. */
  bias: usize;
}
