import assert from 'node:assert/strict';
import type { MatrixLiteral } from '../../../src/literals/literal';
import { readMatrices } from '../../../src/literals/readMatrices';
import { type ExpectedMatrix, prints, type TextCase, texts } from './corpus';

describe('what programs print and people write', () => {
  for (const one of [...prints, ...texts]) {
    it(`${one.title}: ${JSON.stringify(one.text.slice(0, 40))}`, () => check(one));
  }
});

function check({ text, languageId, expected }: TextCase): void {
  const { literals, problems } = readMatrices(text, languageId);
  if ('error' in expected) {
    assert.deepEqual(literals, []);
    assert.equal(problems[0]?.problem, expected.error);
    return;
  }
  const matrices = 'matrices' in expected ? expected.matrices : [expected];
  assert.equal(literals.length, matrices.length, JSON.stringify(problems));
  for (const [i, literal] of literals.entries()) checkMatrix(literal, matrices[i]!);
}

function checkMatrix(literal: MatrixLiteral, { name, shape, data }: ExpectedMatrix): void {
  assert.deepEqual(literal.shape, shape);
  if (name) assert.equal(literal.name, name);
  for (const [i, value] of data.entries()) {
    const read = literal.data[i]!;
    const wanted = typeof value === 'string' ? special(value) : value;
    // Fractions and factors are rounded once more by who wrote the case.
    assert.ok(
      Object.is(read, wanted) || Math.abs(read - wanted) <= 1e-15 * Math.abs(wanted),
      `${read} is not ${wanted}`,
    );
  }
}

function special(word: string): number {
  return word === 'nan' ? Number.NaN : word === '-inf' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
