import type { MatrixLiteral } from '../literals/literal';
import type { CellPlaces } from './operand';

const known = new WeakMap<MatrixLiteral, CellPlaces>();

/** Where the numbers of a literal stand; the same record for the same literal. */
export function placesOf(literal: MatrixLiteral): CellPlaces {
  const { starts, ends, computed = false } = literal;
  const places = known.get(literal) ?? { starts, ends, computed };
  known.set(literal, places);
  return places;
}
