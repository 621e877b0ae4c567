/** The numbers that come in and go out. */
export type Numbers = Float32Array | Float64Array;

/** A convolution from array to array that needs only a small part of them in WASM memory at a time. */
export interface ArrayRun {
  /** `input` and `out` are NCHW of the plan's shapes. */
  run(input: Numbers, out: Numbers | undefined): Numbers;
  release(): void;
}
