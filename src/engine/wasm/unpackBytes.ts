const shortest = 4;

/** What `packBytes` packed, `length` bytes. */
export function unpackBytes(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let from = 0;
  let to = 0;
  while (from < packed.length) {
    const counts = packed[from]!;
    const literals = countAt(packed, from + 1, counts >> 4);
    from = literals.next;
    bytes.set(packed.subarray(from, from + literals.count), to);
    from += literals.count;
    to += literals.count;
    const distance = packed[from]! | (packed[from + 1]! << 8);
    // A distance of 0 ends the last sequence: there is nothing to copy.
    if (distance === 0) break;
    const copied = countAt(packed, from + 2, counts & 15);
    from = copied.next;
    const end = to + copied.count + shortest;
    for (; to < end; to++) bytes[to] = bytes[to - distance]!;
  }
  return bytes;
}

/** A count that begins with `first` and may go on at `at`, and where what follows it begins. */
function countAt(packed: Uint8Array, at: number, first: number): { readonly count: number; readonly next: number } {
  if (first < 15) return { count: first, next: at };
  let count = first;
  let next = at;
  let more = 255;
  while (more === 255) {
    more = packed[next]!;
    count += more;
    next += 1;
  }
  return { count, next };
}
