const pageBytes = 65536;
const alignment = 64;

/** Hands out pieces of a WASM memory, aligned to a cache line, and takes them back; grows the memory as needed. */
export class Arena {
  /** Free pieces by address, never adjacent. */
  private free: { start: number; end: number }[] = [];
  private readonly sizes = new Map<number, number>();
  private end: number;

  /** `start`: the first byte that may be used; everything before it stays untouched. */
  constructor(
    private readonly memory: WebAssembly.Memory,
    start = 1024,
  ) {
    this.end = roundUp(start);
  }

  /** Bytes that are handed out at present. */
  get used(): number {
    let bytes = 0;
    for (const size of this.sizes.values()) bytes += size;
    return bytes;
  }

  /** The byte address of a piece of at least `bytes` bytes; throws RangeError when the memory cannot grow that far. */
  allocate(bytes: number): number {
    const size = Math.max(roundUp(bytes), alignment);
    const fit = this.free.findIndex(({ start, end }) => end - start >= size);
    const start = fit < 0 ? this.extend(size) : this.cut(fit, size);
    this.sizes.set(start, size);
    return start;
  }

  /** Takes back a piece; addresses that were not handed out are ignored. */
  release(address: number): void {
    const size = this.sizes.get(address);
    if (size === undefined) return;
    this.sizes.delete(address);
    this.free.push({ start: address, end: address + size });
    this.free.sort((a, b) => a.start - b.start);
    this.free = this.free.reduce<{ start: number; end: number }[]>((merged, piece) => {
      const last = merged.at(-1);
      if (last?.end === piece.start) last.end = piece.end;
      else merged.push(piece);
      return merged;
    }, []);
  }

  private cut(index: number, size: number): number {
    const piece = this.free[index]!;
    const { start } = piece;
    piece.start += size;
    if (piece.start === piece.end) this.free.splice(index, 1);
    return start;
  }

  private extend(size: number): number {
    const last = this.free.at(-1);
    const start = last?.end === this.end ? last.start : this.end;
    const missing = start + size - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / pageBytes));
    if (last?.end === this.end) this.free.pop();
    this.end = start + size;
    return start;
  }
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
