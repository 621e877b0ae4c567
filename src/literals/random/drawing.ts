import { drawIntegers, type IntegerBits } from './integers';
import { naturalLog } from './naturalLog';
import type { RandomSource } from './randomSource';

/** What a call asks a generator for. */
export type Drawing =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'integers'; readonly low: number; readonly range: number; readonly bits: IntegerBits }
  /** Multiples of 2⁻²⁴ in single precision. */
  | { readonly kind: 'singles' }
  /** Remainders of 32 bits. */
  | { readonly kind: 'remainders'; readonly low: number; readonly range: number };

/** The next `count` numbers of a source, in the order in which its library draws them. */
export function draw(source: RandomSource, drawing: Drawing, count: number): Float64Array {
  switch (drawing.kind) {
    case 'integers':
      return drawIntegers(source, { ...drawing, count });
    case 'uniform':
      return filled(count, () => drawing.low + (drawing.high - drawing.low) * source.unit());
    case 'normal':
      return filled(count, () => drawing.mean + drawing.deviation * nextNormal(source));
    case 'singles':
      return filled(count, () => singleOf(source));
    case 'remainders':
      return filled(count, () => drawing.low + (source.word() % (drawing.range + 1)));
  }
}

function filled(count: number, next: () => number): Float64Array {
  const data = new Float64Array(count);
  for (let i = 0; i < count; i++) data[i] = next();
  return data;
}

function singleOf({ kind, word }: RandomSource): number {
  return kind === 'default_rng' ? (word() >>> 8) / 2 ** 24 : (word() & 0xffffff) / 2 ** 24;
}

/** A normal number by Marsaglia's polar method, which makes two at a time, as `RandomState` does it. */
function nextNormal(source: RandomSource): number {
  const { spare, unit } = source;
  if (spare !== undefined) {
    source.spare = undefined;
    return spare;
  }
  for (;;) {
    const x = 2 * unit() - 1;
    const y = 2 * unit() - 1;
    const square = x * x + y * y;
    if (square >= 1 || square === 0) continue;
    const factor = Math.sqrt((-2 * naturalLog(square)) / square);
    source.spare = factor * x;
    return factor * y;
  }
}
