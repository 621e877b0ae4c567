/**
 * The number at `index` of the sequence of a seed, uniform in (0, 1) in steps of 2⁻³²: MurmurHash3's 32-bit finaliser of
 * the index times 2³²/φ, crossed with that of the seed. Each number stands by itself, so that a part of the sequence
 * needs nothing before it. Index and seed are whole and not negative; what is above 2³² comes round again.
 */
export function seededNumber(seed: number, index: number): number {
  const place = Math.imul(index + 1, 0x9e3779b9);
  return ((finalised(place ^ finalised(seed | 0)) >>> 0) + 0.5) / 2 ** 32;
}

/** A whole number from 0 up to `count` − 1, as likely as any other. */
export function seededInteger(seed: number, index: number, count: number): number {
  return Math.floor(seededNumber(seed, index) * count);
}

/** The order of `count` things that a seed gives, by Fisher and Yates's shuffle: place i takes what was at `order[i]`. */
export function seededOrder(seed: number, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = seededInteger(seed, last, last + 1);
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}

function finalised(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
