/** A stack of numbers with their places; what is computed lies on its top, as in a pocket calculator. */
export class NumberPool {
  size = 0;
  values = new Float64Array(256);
  starts = new Uint32Array(256);
  ends = new Uint32Array(256);

  push(value: number, start: number, end: number): void {
    if (this.size === this.values.length) this.reserve(1);
    this.values[this.size] = value;
    this.starts[this.size] = start;
    this.ends[this.size++] = end;
  }

  /** Makes room for more numbers. */
  reserve(more: number): void {
    if (this.size + more <= this.values.length) return;
    const capacity = Math.max(this.values.length * 2, this.size + more);
    const { values, starts, ends } = this;
    this.values = new Float64Array(capacity);
    this.values.set(values);
    this.starts = new Uint32Array(capacity);
    this.starts.set(starts);
    this.ends = new Uint32Array(capacity);
    this.ends.set(ends);
  }
}
