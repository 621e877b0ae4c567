/** Numbers that a matrix can be filled with. */
export type Pattern =
  /** Whole numbers from 0 to 9, those of NumPy's `default_rng(seed).integers(0, 10, (rows, cols))`. */
  { readonly kind: 'random'; readonly seed: number } | { readonly kind: PlainPattern };

/** Patterns that nothing but the size decides. */
export type PlainPattern = 'ramp' | 'checkerboard' | 'impulse' | 'edge';

/** All plain patterns, in the order in which they are offered. */
export const plainPatterns: readonly PlainPattern[] = ['ramp', 'checkerboard', 'impulse', 'edge'];
