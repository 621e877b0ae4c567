/** Bytes from which on the engine's own copy is quicker than a loop. */
const longCopy: usize = 512;

/** Copies bytes, a multiple of 4, between places that do not overlap. */
// @ts-ignore: decorator
@inline
export function copyRow(target: usize, source: usize, bytes: usize): void {
  if (bytes >= longCopy) memory.copy(target, source, bytes);
  else if (bytes >= 16) {
    let at: usize = 0;
    for (; at + 16 <= bytes; at += 16) v128.store(target + at, v128.load(source + at));
    // The last vector may lie over the one before it.
    at = bytes - 16;
    v128.store(target + at, v128.load(source + at));
  } else {
    for (let at: usize = 0; at < bytes; at += 4) store<u32>(target + at, load<u32>(source + at));
  }
}
