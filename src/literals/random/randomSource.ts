import { type Mt19937, nextWord, seededTwister } from './mt19937';
import { nextHalf, nextPair, type Pcg64, seededPcg } from './pcg64';

/** The generators that are reproduced: NumPy's two, and PyTorch's on the CPU. */
export type GeneratorKind = 'RandomState' | 'default_rng' | 'torch';

/** A seeded source of random numbers. */
export interface RandomSource {
  readonly kind: GeneratorKind;
  readonly seed: number;
  /** The next 32 bits. */
  readonly word: () => number;
  /** The next multiple of 2⁻⁵³ from 0 up to 1. */
  readonly unit: () => number;
  /** The second normal number of a pair of which the first was given out, in `RandomState`. */
  spare: number | undefined;
}

/** A source as its library seeds it; undefined for a seed that it does not take or that is not exact here. */
export function randomSource(kind: GeneratorKind, seed: number): RandomSource | undefined {
  const most = kind === 'RandomState' ? 2 ** 32 - 1 : Number.MAX_SAFE_INTEGER;
  if (!Number.isInteger(seed) || seed < 0 || seed > most) return undefined;
  if (kind === 'default_rng') return pcgSource(seededPcg(seed), seed);
  return twisterSource(seededTwister(seed >>> 0), kind, seed);
}

function twisterSource(twister: Mt19937, kind: GeneratorKind, seed: number): RandomSource {
  const word = () => nextWord(twister);
  return { kind, seed, word, unit: () => fraction(word() >>> 5, word() >>> 6), spare: undefined };
}

function pcgSource(pcg: Pcg64, seed: number): RandomSource {
  const unit = () => {
    const [low, high] = nextPair(pcg);
    return fraction(high >>> 5, ((high & 31) * 2 ** 21 + (low >>> 11)) | 0);
  };
  return { kind: 'default_rng', seed, word: () => nextHalf(pcg), unit, spare: undefined };
}

/** 27 upper and 26 lower bits as a fraction. */
function fraction(upper: number, lower: number): number {
  return (upper * 2 ** 26 + lower) / 2 ** 53;
}
