const poolSize = 4;
const multiplierA = 0x931e8875;
const multiplierB = 0x58f38ded;

/** The words of 32 bits that NumPy's `SeedSequence` makes of a seed below 2⁵³ (O'Neill's `seed_seq_fe`, 128 bits wide). */
export function seedWords(seed: number, count: number): Uint32Array {
  const pool = mixedPool(seed);
  const words = new Uint32Array(count);
  let hash = 0x8b51f9dd;
  for (let i = 0; i < count; i++) {
    const mixed = (pool[i % poolSize]! ^ hash) >>> 0;
    hash = Math.imul(hash, multiplierB);
    words[i] = folded(Math.imul(mixed, hash));
  }
  return words;
}

function mixedPool(seed: number): Uint32Array {
  const entropy = [seed >>> 0, Math.floor(seed / 2 ** 32)];
  const pool = new Uint32Array(poolSize);
  let hash = 0x43b0d7e5;
  const hashed = (value: number): number => {
    const mixed = value ^ hash;
    hash = Math.imul(hash, multiplierA);
    return folded(Math.imul(mixed, hash));
  };
  for (let i = 0; i < poolSize; i++) pool[i] = hashed(entropy[i] ?? 0);
  for (let from = 0; from < poolSize; from++) {
    for (let to = 0; to < poolSize; to++) if (from !== to) pool[to] = mixed(pool[to]!, hashed(pool[from]!));
  }
  return pool;
}

function mixed(one: number, other: number): number {
  return folded(Math.imul(0xca01f9dd, one) - Math.imul(0x4973f715, other));
}

function folded(value: number): number {
  return (value ^ (value >>> 16)) >>> 0;
}
