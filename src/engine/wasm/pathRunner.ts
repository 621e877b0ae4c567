import type { ConvPath } from '../convPath';

/** The format of numbers in WASM memory. */
export type Precision = 'float32' | 'float64';

/**
 * An input in WASM memory with all added cells of a plan around each plane, so that no loop tests for borders. NCHW;
 * pitches count elements. Behind each row, and behind the last plane, 16 elements may be read, whatever they hold.
 */
export interface PlacedInput {
  readonly precision: Precision;
  /** The byte address of padded cell (0, 0) of the first plane. */
  readonly address: number;
  readonly rowPitch: number;
  readonly planePitch: number;
}

/** Room for an output in WASM memory: NCHW without gaps, so that it is copied out in one go. */
export interface PlacedOutput {
  readonly precision: Precision;
  readonly address: number;
}

/** A call of an exported function of the module: plain numbers, so that any thread on the same memory can make it. */
export interface WasmCall {
  readonly name: string;
  readonly args: readonly number[];
  /** True where the module that never fuses multiply-adds is to make it, whichever one the engine knows. */
  readonly unfused?: boolean;
}

/** A convolution of one plan and one kernel, ready to run on any input of that plan; its constants lie in WASM memory. */
export interface PathRunner {
  readonly path: ConvPath;
  /** All rows that there are to compute: of every output plane, or, for some paths, of every group, each in all planes of it. */
  readonly rows: number;
  /** Rows are best asked for in multiples of this many. */
  readonly bandRows: number;
  /**
   * True where rows of one output plane read the rows of one input plane under them and nothing else, by addresses that
   * count modulo 2³²: then parts of a plane may lie anywhere, as long as the rows of a call are there.
   */
  readonly isPlanewise?: boolean;
  /**
   * The call that computes rows [from, to). Calls with different `lane`, counted from 0, may run at the same time; each
   * lane has its own scratch memory.
   */
  call(input: PlacedInput, output: PlacedOutput, from: number, to: number, lane: number): WasmCall;
  /** Gives back the memory of its constants. */
  release?(): void;
}
