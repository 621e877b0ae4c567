/** The Mersenne Twister MT19937 of Matsumoto and Nishimura (1998): 32 random bits at a time. */
export interface Mt19937 {
  readonly key: Uint32Array;
  /** The next word of the key; all are used at 624. */
  position: number;
}

const size = 624;
const distance = 397;

/** A twister seeded with one number of 32 bits, as `init_genrand` of the reference does it. */
export function seededTwister(seed: number): Mt19937 {
  const key = new Uint32Array(size);
  key[0] = seed;
  for (let i = 1; i < size; i++) {
    const before = key[i - 1]! ^ (key[i - 1]! >>> 30);
    key[i] = Math.imul(1812433253, before) + i;
  }
  return { key, position: size };
}

/** The next 32 bits, from 0 to 2³² - 1. */
export function nextWord(twister: Mt19937): number {
  if (twister.position === size) twist(twister);
  let word = twister.key[twister.position++]!;
  word ^= word >>> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return (word ^ (word >>> 18)) >>> 0;
}

function twist(twister: Mt19937): void {
  const { key } = twister;
  for (let i = 0; i < size; i++) {
    const joined = (key[i]! & 0x80000000) | (key[(i + 1) % size]! & 0x7fffffff);
    key[i] = key[(i + distance) % size]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
  }
  twister.position = 0;
}
