import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatById } from '../../../../src/literals/write/formats';
import { writeMatrix } from '../../../../src/literals/write/writeMatrix';
import { onlyLiteral } from '../support';
import { onlyMatrix, onlyProblem } from './support';

const shown = ({ shape, data }: ReturnType<typeof onlyMatrix>) => `${shape.join('x')}: ${Array.from(data).join(' ')}`;

const matrices = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, cols]) =>
  fc
    .array(fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 0.1, 1e22, 123456789012345.6)), {
      minLength: rows * cols,
      maxLength: rows * cols,
    })
    .map((values) => ({ shape: [rows, cols], data: Float64Array.from(values) })),
);

describe('a file of comma- or tab-separated values', () => {
  for (const format of ['csv', 'tsv'] as const) {
    it(`gives back the doubles that were written to ${format}, and what the reader of texts reads in it`, () => {
      fc.assert(
        fc.property(matrices, (tensor) => {
          const text = writeMatrix({ format: formatById(format), tensor, name: undefined }) ?? '';
          const { shape, data } = onlyMatrix(format, text);
          assert.deepEqual(shape, tensor.shape);
          for (const [i, value] of data.entries()) assert.ok(Object.is(value, tensor.data[i]), `${text}: ${value}`);
          if (data.length > 1) assert.deepEqual(onlyLiteral(text, format).data, data);
        }),
        { numRuns: 300 },
      );
    });
  }

  const read: readonly (readonly ['csv' | 'tsv', string, string])[] = [
    ['csv', '1,2\r\n3,4\r\n', '2x2: 1 2 3 4'],
    ['csv', 'left, right\n1, 2\n\n3, 4\n', '2x2: 1 2 3 4'],
    ['csv', '# from savetxt\n1.5e0,2\n3,4', '2x2: 1.5 2 3 4'],
    ['csv', '"1","2"\n"3"," 4 "', '2x2: 1 2 3 4'],
    ['csv', '1,5;2,5\n3;4', '2x2: 1.5 2.5 3 4'],
    ['csv', '1,2,\n3,4,\n', '2x2: 1 2 3 4'],
    ['csv', '1 2\n3  4 ', '2x2: 1 2 3 4'],
    ['csv', 'größe x y\n1 2 3', '1x3: 1 2 3'],
    ['csv', '\ufeff7', '1x1: 7'],
    ['csv', 'nan,-inf\n1/4,.5', '2x2: NaN -Infinity 0.25 0.5'],
    ['csv', '\u22125,1e-3', '1x2: -5 0.001'],
    ['tsv', 'a\tb\n1\t2', '1x2: 1 2'],
    ['tsv', '1,5\t2\n3\t4', '2x2: 1.5 2 3 4'],
  ];
  for (const [format, text, expected] of read) {
    it(`is read: ${JSON.stringify(text)}`, () => assert.equal(shown(onlyMatrix(format, text)), expected));
  }

  const refused: readonly (readonly [string, string, Readonly<Record<string, string | number>>])[] = [
    ['1,2\n3', 'ragged', { line: 2, found: 1, expected: 2 }],
    ['1,2\n3,4,5', 'ragged', { line: 2, found: 3, expected: 2 }],
    ['1,2,\n3,4,5', 'ragged', { line: 2, found: 3, expected: 2 }],
    ['1,2\n3,', 'ragged', { line: 2, found: 1, expected: 2 }],
    ['1,2\n,4', 'no-number', { line: 2, column: 1, found: '' }],
    ['1,2\n3,x', 'no-number', { line: 2, column: 2, found: 'x' }],
    ['name,1,2\na,3,4', 'no-number', { line: 1, column: 1, found: 'name' }],
    ['a,b\nc,d\n1,2', 'no-number', { line: 2, column: 1, found: 'c' }],
    ['1,2\nsum,3', 'no-number', { line: 2, column: 1, found: 'sum' }],
    ['1,+', 'no-number', { line: 1, column: 2, found: '+' }],
    ['1,1e999', 'no-number', { line: 1, column: 2, found: '1e999' }],
    ['1.2.3,4', 'no-number', { line: 1, column: 1, found: '1.2.3' }],
    ['1 2\n3\t4', 'no-number', { line: 1, column: 1, found: '1 2' }],
    ['a,,b\n1,2,3', 'no-number', { line: 1, column: 1, found: 'a' }],
    ['a,b\n', 'no-numbers', {}],
    ['', 'no-numbers', {}],
  ];
  for (const [text, problem, details] of refused) {
    it(`is refused: ${JSON.stringify(text)}`, () => assert.deepEqual(onlyProblem('csv', text), { problem, details }));
  }

  it('may be UTF-16, as spreadsheets write it', () => {
    const text = Buffer.from('\ufeff1\t2\n3\t4', 'utf16le');
    assert.equal(shown(onlyMatrix('tsv', new Uint8Array(text))), '2x2: 1 2 3 4');
  });

  it('ends at more numbers than files may have', () => {
    const row = `${'1,'.repeat(8191)}1\n`;
    const { problem } = onlyProblem('csv', row.repeat(4097));
    assert.equal(problem, 'too-many-numbers');
  });
});
