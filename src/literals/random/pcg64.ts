import { seedWords } from './seedSequence';

/** O'Neill's PCG XSL RR 128/64 (2014): 64 random bits at a time. Its 128 bits are kept in four words, the lowest first. */
export interface Pcg64 {
  readonly state: Uint32Array;
  readonly increment: Uint32Array;
  /** The upper half of 64 bits of which the lower half was given out. */
  half: number | undefined;
}

/** 0x2360ed051fc65da44385df649fccf645, the lowest word first. */
const multiplier = Uint32Array.of(0x9fccf645, 0x4385df64, 0x1fc65da4, 0x2360ed05);

/** The generator that NumPy's `default_rng(seed)` makes. */
export function seededPcg(seed: number): Pcg64 {
  // Words of 64 bits, lower half first; of two such words the first is the upper.
  const [b0, b1, a0, a1, d0, d1, c0, c1] = seedWords(seed, 8);
  const start = Uint32Array.of(a0!, a1!, b0!, b1!);
  const stream = Uint32Array.of(c0!, c1!, d0!, d1!);
  const increment = new Uint32Array(4);
  for (let i = 0; i < 4; i++) increment[i] = (stream[i]! << 1) | (i === 0 ? 1 : stream[i - 1]! >>> 31);
  const pcg: Pcg64 = { state: new Uint32Array(4), increment, half: undefined };
  step(pcg);
  add(pcg.state, start);
  step(pcg);
  return pcg;
}

/** The next 64 bits: the lower and the upper word. */
export function nextPair(pcg: Pcg64): readonly [number, number] {
  step(pcg);
  const [s0, s1, s2, s3] = pcg.state;
  const low = s0! ^ s2!;
  const high = s1! ^ s3!;
  const turn = s3! >>> 26;
  return turned(low, high, turn);
}

/** The next 32 bits: the lower half of 64, then the upper. */
export function nextHalf(pcg: Pcg64): number {
  if (pcg.half !== undefined) {
    const { half } = pcg;
    pcg.half = undefined;
    return half;
  }
  const [low, high] = nextPair(pcg);
  pcg.half = high;
  return low;
}

/** 64 bits turned to the right. */
function turned(low: number, high: number, turn: number): readonly [number, number] {
  const [a, b] = turn >= 32 ? [high, low] : [low, high];
  const by = turn % 32;
  if (by === 0) return [a >>> 0, b >>> 0];
  return [((a >>> by) | (b << (32 - by))) >>> 0, ((b >>> by) | (a << (32 - by))) >>> 0];
}

function step({ state, increment }: Pcg64): void {
  const product = new Uint32Array(4);
  for (let i = 0; i < 4; i++) {
    let carry = 0;
    for (let j = 0; i + j < 4; j++) carry = multiplyAdd(product, i + j, state[i]!, multiplier[j]!, carry);
  }
  state.set(product);
  add(state, increment);
}

/** Adds `a · b + carry` to word `at`; gives what goes over into the next word. */
function multiplyAdd(words: Uint32Array, at: number, a: number, b: number, carry: number): number {
  const [aLow, aHigh] = [a & 0xffff, a >>> 16];
  const [bLow, bHigh] = [b & 0xffff, b >>> 16];
  const low = aLow * bLow;
  const middle = aHigh * bLow + (low >>> 16);
  const cross = aLow * bHigh + (middle % 0x10000);
  const high = aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000);
  const sum = (cross % 0x10000) * 0x10000 + (low & 0xffff) + words[at]! + carry;
  words[at] = sum;
  return high + Math.floor(sum / 0x100000000);
}

function add(words: Uint32Array, other: Uint32Array): void {
  let carry = 0;
  for (let i = 0; i < 4; i++) {
    const sum = words[i]! + other[i]! + carry;
    words[i] = sum;
    carry = sum >= 0x100000000 ? 1 : 0;
  }
}
