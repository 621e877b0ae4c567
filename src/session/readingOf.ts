import type { MatrixLiteral } from '../literals/literal';
import type { OperandReading } from './operand';

const known = new WeakMap<MatrixLiteral, OperandReading>();

/** How a literal was read; the same record for the same literal. */
export function readingOf(literal: MatrixLiteral): OperandReading {
  const { form, type, notes } = literal;
  const reading = known.get(literal) ?? { form, ...(type && { type }), ...(notes && { notes }) };
  known.set(literal, reading);
  return reading;
}
