import assert from 'node:assert/strict';
import type { LiteralProblem, MatrixLiteral } from '../../../src/literals/literal';
import { readMatrices } from '../../../src/literals/readMatrices';

/** The only matrix of a text, which must be readable. */
export function onlyLiteral(text: string, languageId?: string): MatrixLiteral {
  const { literals, problems } = readMatrices(text, languageId);
  const [literal] = literals;
  if (!literal || literals.length !== 1)
    assert.fail(`${text}: ${literals.length} literals, ${JSON.stringify(problems)}`);
  return literal;
}

/** The problem of a text that must not be readable. */
export function onlyProblem(text: string, languageId?: string): LiteralProblem {
  const { literals, problems } = readMatrices(text, languageId);
  assert.deepEqual(
    literals.map(({ data }) => Array.from(data)),
    [],
    text,
  );
  const [problem] = problems;
  if (!problem) assert.fail(`${text}: neither literal nor problem`);
  return problem;
}

/** A literal as `name rows×columns: numbers`, short enough for tables. */
export function shown({ name, shape, data }: MatrixLiteral): string {
  return `${name ?? '-'} ${shape.join('x')}: ${Array.from(data).join(' ')}`;
}

/** A text without its `|`, and where that stood. */
export function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  assert.notEqual(offset, -1, marked);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
