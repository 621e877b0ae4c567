/** Numbers with the places where they are written. */
export interface PlacedNumbers {
  readonly values: Float64Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Arrays as short as these are made quickly; many blocks of a text hold nothing. */
const fewest = 8;

/** A stack of numbers with their places; what is computed lies on its top, as in a pocket calculator. */
export class NumberPool implements PlacedNumbers {
  size = 0;
  values = new Float64Array(fewest);
  starts = new Uint32Array(fewest);
  ends = new Uint32Array(fewest);

  push(value: number, start: number, end: number): void {
    if (this.size === this.values.length) this.reserve(1);
    this.values[this.size] = value;
    this.starts[this.size] = start;
    this.ends[this.size++] = end;
  }

  /** Makes room for more numbers. */
  reserve(more: number): void {
    if (this.size + more > this.values.length) this.resize(Math.max(this.values.length * 2, this.size + more));
  }

  /** Makes room for so many numbers in all and, where there was too little, for no more than these. */
  reserveExactly(capacity: number): void {
    if (capacity > this.values.length) this.resize(capacity);
  }

  /** Lays numbers at a place of the stack, of which they are then the top. */
  put(from: number, values: Float64Array, starts: Uint32Array, ends: Uint32Array): void {
    this.size = from;
    this.reserve(values.length);
    this.values.set(values, from);
    this.starts.set(starts, from);
    this.ends.set(ends, from);
    this.size = from + values.length;
  }

  /** Lays the numbers of another pool on top; that pool must not be used any more. */
  append(other: NumberPool): void {
    if (this.size === 0) {
      this.values = other.values;
      this.starts = other.starts;
      this.ends = other.ends;
    } else {
      this.reserve(other.size);
      this.values.set(other.values.subarray(0, other.size), this.size);
      this.starts.set(other.starts.subarray(0, other.size), this.size);
      this.ends.set(other.ends.subarray(0, other.size), this.size);
    }
    this.size += other.size;
  }

  /** The numbers between two places of the stack as arrays of their own; when they are all there is, the pool gives its own away. */
  take(from: number, to: number): PlacedNumbers {
    const { values, starts, ends } = this;
    if (from > 0 || to < values.length)
      return { values: values.slice(from, to), starts: starts.slice(from, to), ends: ends.slice(from, to) };
    this.size = 0;
    this.values = new Float64Array(fewest);
    this.starts = new Uint32Array(fewest);
    this.ends = new Uint32Array(fewest);
    return { values, starts, ends };
  }

  private resize(capacity: number): void {
    const { values, starts, ends } = this;
    this.values = new Float64Array(capacity);
    this.values.set(values);
    this.starts = new Uint32Array(capacity);
    this.starts.set(starts);
    this.ends = new Uint32Array(capacity);
    this.ends.set(ends);
  }
}
