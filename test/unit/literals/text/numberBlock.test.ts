import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newBlockScratch, readNumberBlock } from '../../../../src/literals/text/numberBlock';
import { onlyLiteral, onlyProblem } from '../support';

const written = fc.oneof(
  fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(String),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map(String)
    .filter((text) => text.length < 60),
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.nat(12)).map(([value, digits]) => (value / 7).toFixed(digits)),
  fc.constantFrom(
    '0',
    '-0',
    '-0.0',
    '.5',
    '-.25',
    '7.',
    '1e5',
    '2.5E-7',
    '1e-320',
    '123456789',
    '1234567890',
    '0.1234567890123456789',
    '4.35e+22',
    '1e23',
  ),
);
const blank = fc.constantFrom('', ' ', '  ', '\n', '\r\n ', '\t');

describe('a long list of plain numbers', () => {
  it('has the doubles of its characters, where they stand', () => {
    const property = fc.property(
      fc.array(fc.tuple(blank, written, blank), { minLength: 64, maxLength: 200 }),
      (cells) => {
        const text = `[${cells.map((parts) => parts.join('')).join(',')}]`;
        const block = readNumberBlock(text, 0, newBlockScratch());
        assert.ok('shape' in block, text);
        assert.deepEqual(block.shape, [cells.length]);
        assert.equal(block.end, text.length);
        const { values, starts, ends } = block.numbers;
        for (const [i, [, number]] of cells.entries()) {
          assert.equal(text.slice(starts[i], ends[i]), number);
          assert.ok(Object.is(values[i], Number(number)), `${number} is ${values[i]}`);
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('is the same as token by token', () => {
    const sides = fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 32, max: 40 }),
    );
    const property = fc.property(
      sides,
      fc.array(written, { minLength: 5, maxLength: 30 }),
      ([planes, rows, columns], some) => {
        let next = 0;
        const lists = Array.from({ length: planes }, () =>
          Array.from({ length: rows }, () => Array.from({ length: columns }, () => some[next++ % some.length]!)),
        );
        const text = `k = [${lists.map((plane) => `[${plane.map((row) => `[${row.join(', ')}]`).join(',\n ')}]`).join(', ')}]`;
        const block = onlyLiteral(text, 'python');
        // A comment stands in the way of the block.
        const tokens = onlyLiteral(text.replace('[[', '[ # planes\n['), 'python');
        assert.deepEqual(block.shape, tokens.shape);
        assert.deepEqual(block.data, tokens.data);
        assert.deepEqual(
          Array.from(block.starts),
          Array.from(tokens.starts, (start) => start - ' # planes\n'.length),
        );
        assert.deepEqual([block.name, block.form, block.type], [tokens.name, tokens.form, tokens.type]);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  it('is read over more than one window of bytes', () => {
    const rows = Array.from({ length: 300 }, (_, row) =>
      Array.from({ length: 200 }, (_, column) => row * 1000 + column),
    );
    const { shape, data } = onlyLiteral(JSON.stringify(rows), 'json');
    assert.deepEqual(shape, [300, 200]);
    assert.deepEqual(Array.from(data), rows.flat());
  });

  const row = Array.from({ length: 40 }, (_, i) => i).join(', ');
  const refused: readonly (readonly [string, string])[] = [
    [`[[${row}], [${row}, 40]]`, 'ragged'],
    [`[[${row}], [${row}`, 'unbalanced'],
    [`[[${row}], [${row}, x]]`, 'not-numeric'],
    [`[[${row}], [${row.replace('7', '1e999')}]]`, 'not-finite'],
    [`[[${row}], [${row.replace('7', '...')}]]`, 'truncated'],
    [`[[[[[${row}, ${row}]]]]]`, 'too-deep'],
  ];
  for (const [text, code] of refused) {
    it(`is refused as a short one is: ${code}`, () => assert.equal(onlyProblem(text, 'python').problem, code));
  }
});
