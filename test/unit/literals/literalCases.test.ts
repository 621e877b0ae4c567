import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { MatrixLiteral } from '../../../src/literals/literal';
import { readMatrices } from '../../../src/literals/readMatrices';
import { readNumber } from '../../../src/literals/text/number';

interface Expected {
  readonly shape?: readonly number[];
  readonly data?: readonly (number | string)[];
  readonly error?: string;
  readonly matrices?: readonly { name: string | null; shape: readonly number[]; data: readonly (number | string)[] }[];
}

interface LiteralCase {
  readonly id: string;
  readonly languageId: string;
  readonly text: string;
  readonly expected: Expected;
  readonly alternatives?: readonly Expected[];
  readonly level: 'core' | 'stretch';
}

const cases: readonly LiteralCase[] = readFileSync('test/fixtures/literals.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('the given literals', () => {
  for (const one of cases) {
    it(`${one.id} ${JSON.stringify(one.text.slice(0, 50))}`, () => {
      const { literals, problems } = readMatrices(one.text, one.languageId);
      const accepted = [one.expected, ...(one.alternatives ?? [])];
      if (problems[0]) assert.equal(typeof problems[0].problem, 'string');
      else
        assert.ok(
          accepted.some((expected) => agrees(literals, expected)),
          JSON.stringify(literals.map(plain)),
        );
      for (const { range } of problems) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= one.text.length);
      }
    });
  }

  it('are read or refused as listed, all of the core', () => {
    const missed = cases.filter(({ text, languageId, expected, alternatives, level }) => {
      const { literals, problems } = readMatrices(text, languageId);
      const accepted = [expected, ...(alternatives ?? [])];
      const isListed = accepted.some((e) => (problems[0] ? e.error === problems[0].problem : agrees(literals, e)));
      return level === 'core' && !isListed;
    });
    assert.deepEqual(
      missed.map(({ id }) => id),
      [],
    );
  });

  it('have every number where its characters are', () => {
    for (const { text, languageId, id } of cases) {
      for (const literal of readMatrices(text, languageId).literals) assertPlaces(text, literal, id);
    }
  });

  it('has in each part of a text a matrix or a problem inside of it', () => {
    for (const { text, languageId } of cases) {
      for (let end = 0; end < Math.min(text.length, 300); end++) {
        const { literals, problems } = readMatrices(text.slice(0, end), languageId);
        assert.ok(literals.length + problems.length > 0, text.slice(0, end));
        for (const { range } of [...literals, ...problems]) assert.ok(range.start <= range.end && range.end <= end);
      }
    }
  }).timeout(20_000);
});

function assertPlaces(text: string, literal: MatrixLiteral, id: string): void {
  for (const [i, value] of literal.data.entries()) {
    const [start, end] = [literal.starts[i]!, literal.ends[i]!];
    assert.ok(start < end && end <= text.length && start >= 0, id);
    const again = readNumber(text.slice(start, end));
    if (!literal.computed && again !== undefined) assert.equal(again, value, `${id}: ${text.slice(start, end)}`);
  }
}

function agrees(literals: readonly MatrixLiteral[], expected: Expected): boolean {
  const matrices = expected.matrices ?? (expected.shape && expected.data ? [{ ...expected, name: null }] : []);
  return (
    matrices.length === literals.length &&
    literals.every((literal, i) => same(literal, matrices[i]!, matrices.length > 1))
  );
}

function same(
  literal: MatrixLiteral,
  { shape, data, name }: Expected & { name: string | null },
  named: boolean,
): boolean {
  if (named && (literal.name ?? null) !== name) return false;
  if (literal.shape.join() !== shape?.join()) return false;
  return literal.data.every((value, i) => close(value, Number(data?.[i])));
}

function close(value: number, expected: number): boolean {
  return Object.is(value, expected) || value === expected || Math.abs(value - expected) <= 1e-9 * Math.abs(expected);
}

function plain({ name, shape, data }: MatrixLiteral) {
  return { name, shape, data: Array.from(data) };
}
