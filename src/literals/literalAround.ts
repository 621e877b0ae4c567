import type { MatrixLiteral } from './literal';

/** Of the literals of a file, the one around an offset; of two that meet there, the one that begins. */
export function literalAround(literals: readonly MatrixLiteral[], offset: number): MatrixLiteral | undefined {
  const around = literals.filter(({ range }) => range.start <= offset && offset <= range.end);
  return around.find(({ range }) => offset < range.end) ?? around[0];
}
