import type { Pattern } from '../engine/patterns/pattern';
import { plainPattern } from '../engine/patterns/plainPattern';
import type { Matrix } from '../engine/tensor';
import { drawIntegers } from '../literals/random/integers';
import { randomSource } from '../literals/random/randomSource';

/** NumPy draws whole numbers as `int64` unless it is told otherwise. */
const digits = { low: 0, range: 9, bits: 64 } as const;

/** A matrix of that size filled with a pattern; undefined for a seed that NumPy does not take. */
export function patternMatrix(pattern: Pattern, rows: number, cols: number): Matrix | undefined {
  if (pattern.kind !== 'random') return plainPattern(pattern.kind, rows, cols);
  const source = randomSource('default_rng', pattern.seed);
  return source && { shape: [rows, cols], data: drawIntegers(source, { ...digits, count: rows * cols }) };
}
