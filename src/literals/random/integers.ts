import type { RandomSource } from './randomSource';

/** A whole-number type that integers are drawn in: how many bits a draw takes. */
export type IntegerBits = 8 | 16 | 32 | 64;

/** `count` whole numbers from `low` to `low + range`, both included; `range` is below 2³². */
export interface IntegerDraw {
  readonly low: number;
  readonly range: number;
  readonly bits: IntegerBits;
  readonly count: number;
}

/** How a library makes whole numbers of random bits: NumPy's `randint` by rejection, its `integers` by Lemire's multiplication (2019). */
export function drawIntegers(source: RandomSource, draw: IntegerDraw): Float64Array {
  const { low, range, count } = draw;
  const data = new Float64Array(count);
  if (range === 0) return data.fill(low);
  const next = source.kind === 'default_rng' ? multiplied(source, draw) : rejected(source, draw);
  for (let i = 0; i < count; i++) data[i] = low + next();
  return data;
}

/** Words of fewer bits are cut from 32, the lowest first; each call begins with new ones. */
function words({ word }: RandomSource, bits: IntegerBits): () => number {
  if (bits >= 32) return word;
  let left = 0;
  let buffer = 0;
  return () => {
    if (left === 0) {
      buffer = word();
      left = 32 / bits;
    } else buffer >>>= bits;
    left--;
    return buffer % 2 ** bits;
  };
}

function rejected(source: RandomSource, { range, bits }: IntegerDraw): () => number {
  const next = words(source, bits);
  if (range === wordsOf(bits) - 1) return next;
  const mask = 2 ** (32 - Math.clz32(range)) - 1;
  return () => {
    let value = (next() & mask) >>> 0;
    while (value > range) value = (next() & mask) >>> 0;
    return value;
  };
}

function multiplied(source: RandomSource, { range, bits }: IntegerDraw): () => number {
  const next = words(source, bits);
  const size = wordsOf(bits);
  if (range === size - 1) return next;
  const count = range + 1;
  const threshold = (size - count) % count;
  return () => {
    for (;;) {
      const [upper, lower] = product(next(), count, size);
      // The remainders below make some numbers likelier than others.
      if (lower >= count || lower >= threshold) return upper;
    }
  };
}

function wordsOf(bits: IntegerBits): number {
  return 2 ** Math.min(bits, 32);
}

/** The upper and the lower word of `word · count`, exactly. */
function product(word: number, count: number, size: number): readonly [number, number] {
  const whole = word * count;
  if (size <= 0x10000) return [Math.floor(whole / size), whole % size];
  // Up to 64 bits, put together of halves below 2⁴⁸.
  const lowerHalf = (word % 0x10000) * count;
  const sum = Math.floor(word / 0x10000) * count + Math.floor(lowerHalf / 0x10000);
  return [Math.floor(sum / 0x10000), (sum % 0x10000) * 0x10000 + (lowerHalf % 0x10000)];
}
