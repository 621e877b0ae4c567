import type { ConvPath, ErrorClass } from '../convPath';
import type { Shape4 } from '../shape4';
import { bytesOf, type Machine, numbersOf } from './machine';
import type { PlacedOutput, Precision } from './pathRunner';

/** A result in WASM memory, NCHW without gaps; may be written again by later runs of the same output shape. */
export class PlacedResult implements PlacedOutput {
  readonly address: number;
  private taken: ConvPath | undefined;
  private errorClass: (() => ErrorClass) | undefined;

  constructor(
    private readonly machine: Machine,
    readonly shape: Shape4,
    readonly precision: Precision,
  ) {
    this.address = machine.arena.allocate(this.length * bytesOf(precision));
  }

  /** How many numbers it holds. */
  get length(): number {
    return this.shape.reduce((cells, size) => cells * size, 1);
  }

  /** The path that the last run took; undefined before the first. */
  get path(): ConvPath | undefined {
    return this.taken;
  }

  /** How far the numbers may lie from the exact sums; found when asked, while the picture still holds the input. */
  error(): ErrorClass | undefined {
    return this.errorClass?.();
  }

  /** Told by a run when the numbers are there. */
  become(path: ConvPath, errorClass: () => ErrorClass): void {
    this.taken = path;
    this.errorClass = errorClass;
  }

  /** Copies the numbers into `out`, or into a fresh array. */
  read(out?: Float32Array | Float64Array): Float32Array | Float64Array {
    const numbers = this.view();
    if (!out) return copyOf(numbers);
    out.set(numbers);
    return out;
  }

  /** The numbers in place: valid until the engine next takes memory, and only until the next run into this result. */
  view(): Float32Array | Float64Array {
    const start = this.address / bytesOf(this.precision);
    return numbersOf(this.machine.views(), this.precision).subarray(start, start + this.length);
  }

  /** Gives the memory back; the result cannot be used any more. */
  release(): void {
    this.machine.arena.release(this.address);
  }
}

/** Unlike `slice`, does not write zeros first. */
function copyOf(numbers: Float32Array | Float64Array): Float32Array | Float64Array {
  return numbers instanceof Float32Array ? new Float32Array(numbers) : new Float64Array(numbers);
}
