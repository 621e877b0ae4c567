const shortest = 4;

/** What `packBytes` packed, `length` bytes. */
export function unpackBytes(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let from = 0;
  let to = 0;
  const wholeCount = (count: number): number => {
    if (count < 15) return count;
    let more = 255;
    while (more === 255) {
      more = packed[from++]!;
      count += more;
    }
    return count;
  };
  while (from < packed.length) {
    const counts = packed[from++]!;
    for (let left = wholeCount(counts >> 4); left > 0; left--) bytes[to++] = packed[from++]!;
    const distance = packed[from]! | (packed[from + 1]! << 8);
    from += 2;
    // A distance of 0 ends the last sequence: there is nothing to copy.
    for (let left = distance && wholeCount(counts & 15) + shortest; left > 0; left--)
      bytes[to++] = bytes[to - 1 - distance]!;
  }
  return bytes;
}
