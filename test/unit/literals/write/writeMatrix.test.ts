import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Tensor } from '../../../../src/engine/tensor';
import { readMatrices } from '../../../../src/literals/readMatrices';
import { type FormatId, type FormatKind, formatKinds } from '../../../../src/literals/write/formatKinds';
import { formatById } from '../../../../src/literals/write/formats';
import { writeMatrix } from '../../../../src/literals/write/writeMatrix';
import { onlyLiteral } from '../support';

const number = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.double(),
  fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.1, 1e-7, 5e-324, 1.5e300),
  fc.constantFrom(2 ** 53, -(2 ** 63), 1e21, 123456789012345680000),
);

/** Matrices of 1 to 4 axes, with many that have only one row, column or number. */
function tensors(mostAxes: number): fc.Arbitrary<Tensor> {
  const side = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 }));
  return fc.array(side, { minLength: 1, maxLength: mostAxes }).chain((shape) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const data = fc.array(number, { minLength: size, maxLength: size });
    return data.map((values) => ({ shape, data: Float64Array.from(values) }));
  });
}

/** The language whose text a format is. */
const languageOf = ({ id, languages }: FormatKind) =>
  languages[0] === undefined || id === 'list' ? 'python' : languages[0];

/** Where a list of numbers is a matrix of one row. */
const isAlwaysMatrix = (id: FormatId) => ['matlab', 'latex', 'markdown', 'csv', 'tsv', 'plain'].includes(id);

/** A single number between no marks is no matrix to a reader. */
const isBare = (id: FormatId) => ['csv', 'tsv', 'plain'].includes(id);

function written(id: FormatId, shape: readonly number[], data: readonly number[], name?: string): string {
  const order = { format: formatById(id), tensor: { shape, data: Float64Array.from(data) }, name };
  return writeMatrix(order) ?? assert.fail(id);
}

describe('reading back what was written', () => {
  for (const kind of formatKinds) {
    const format = formatById(kind.id);
    it(`gives the same doubles, name and shape from ${format.id}`, () => {
      fc.assert(
        fc.property(tensors(kind.mostAxes), fc.boolean(), (tensor, isNamed) => {
          if (isBare(format.id) && tensor.data.length === 1) return;
          const text = writeMatrix({ format, tensor, name: isNamed ? 'edge' : undefined }) ?? '';
          const literal = onlyLiteral(text, languageOf(kind));
          const isRow = isAlwaysMatrix(format.id) && tensor.shape.length === 1;
          assert.deepEqual(literal.shape, isRow ? [1, ...tensor.shape] : tensor.shape, text);
          assert.ok(
            literal.data.every((value, i) => Object.is(value, tensor.data[i])),
            text,
          );
          if (isNamed && format.names) assert.equal(literal.name, 'edge');
        }),
        { numRuns: 200 },
      );
    });
  }
});

describe('writeMatrix(order)', () => {
  const sobel = [1, 0, -1, 2, 0, -2, 1, 0, -1];

  it('puts numbers under one another', () => {
    assert.equal(
      written('numpy', [3, 3], sobel, 'sobel'),
      'sobel = np.array([[1, 0, -1],\n                  [2, 0, -2],\n                  [1, 0, -1]])',
    );
    assert.equal(
      written('c', [3, 3], sobel, 'sobel'),
      'double sobel[3][3] = {\n    {1, 0, -1},\n    {2, 0, -2},\n    {1, 0, -1},\n};',
    );
    assert.equal(
      written('markdown', [2, 2], [1, 10, -0.5, 2]),
      '|      |    |\n|-----:|---:|\n|    1 | 10 |\n| -0.5 |  2 |',
    );
  });

  it('writes an expression where there is no name', () => {
    assert.equal(written('javascript', [2], [1, 2]), '[1, 2]');
    assert.equal(written('matlab', [2, 1], [1, 2]), '[1;\n 2]');
    assert.equal(written('r', [1, 2], [1, 2]), 'matrix(c(1, 2), nrow = 1, byrow = TRUE)');
  });

  it('makes names that the language takes', () => {
    assert.match(written('numpy', [1], [1], 'self.edge-kernel'), /^self_edge_kernel = /);
    assert.match(written('numpy', [1], [1], 'lambda'), /^lambda_ = /);
    assert.match(written('numpy', [1], [1], 'größe'), /^größe = /);
    assert.match(written('c', [1], [1], 'größe'), /^double gr__e\[1\] = /);
    assert.match(written('matlab', [1], [1], '_k'), /^m_k = /);
    assert.match(written('javascript', [1], [1], '3d'), /^const m_3d = /);
    assert.match(written('julia', [1], [1], ''), /^m = /);
  });

  it('writes whole numbers that no double holds to the digit with an exponent, as no integer type holds them either', () => {
    assert.equal(written('list', [2], [2 ** 53 - 1, 2 ** 63]), '[9007199254740991, 9.223372036854776e+18]');
  });

  it('begins with the first axis where the language does', () => {
    const text = written('r', [2, 1, 2], [1, 2, 3, 4]);
    assert.equal(text.replace(/\s+/g, ' '), 'array(c(1, 3, 2, 4), dim = c(2, 1, 2))');
  });

  it('ends early where the text would be longer than wanted', () => {
    const tensor = { shape: [1000, 1000], data: new Float64Array(1e6) };
    assert.equal(writeMatrix({ format: formatById('csv'), tensor, name: undefined, most: 1_999_998 }), undefined);
    const text = writeMatrix({ format: formatById('csv'), tensor, name: undefined, most: 2_000_000 });
    assert.equal(text?.length, 1_999_999);
    assert.deepEqual(readMatrices(text ?? '', 'csv').literals[0]?.shape, [1000, 1000]);
  });
});
