import type { MatrixLiteral } from '../../../src/literals/literal';
import { readMatrices } from '../../../src/literals/readMatrices';

/** A matrix as the graders read it. */
export interface ParsedMatrix {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What the graders read: one matrix, or several with their names. */
export type Parsed = ParsedMatrix | { readonly matrices: readonly (ParsedMatrix & { readonly name: string | null })[] };

/** Reads a text as the conformance cases want it; throws an error whose `code` names the problem, also beside a matrix. */
export function parse(text: string, languageId?: string): Parsed {
  const { literals, problems } = readMatrices(text, languageId);
  const [problem] = problems;
  if (problem) throw Object.assign(new Error(problem.problem), { code: problem.problem });
  const [only] = literals;
  if (only && literals.length === 1) return parsed(only);
  return { matrices: literals.map((literal) => ({ name: literal.name ?? null, ...parsed(literal) })) };
}

function parsed({ shape, data }: MatrixLiteral): ParsedMatrix {
  return { shape, data: Array.from(data) };
}
