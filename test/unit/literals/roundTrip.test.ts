import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMatrices } from '../../../src/literals/readMatrices';
import { onlyLiteral } from './support';

type Rows = readonly (readonly number[])[];

const number = fc.oneof(
  fc.integer({ min: -999, max: 999 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.constantFrom(0.1, -0.25, 1e-7, 1.5e300, 255),
);
const matrix: fc.Arbitrary<Rows> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

const text = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
const rowsOf = (rows: Rows, cell: string, row: string): string =>
  rows.map((line) => line.map(text).join(cell)).join(row);
/** Without a point in C a whole number may not fit an int; writers give it one. */
const float = (value: number): string =>
  Number.isInteger(value) && !text(value).includes('e') ? `${text(value)}.0` : text(value);

const syntaxes: readonly (readonly [string, string, (rows: Rows) => string])[] = [
  ['Python', 'python', (rows) => `k = np.array([[${rowsOf(rows, ', ', '],\n              [')}]])`],
  [
    'JSON',
    'json',
    (rows) => JSON.stringify({ k: rows.map((row) => row.map((value) => (Object.is(value, -0) ? 0 : value))) }),
  ],
  ['JavaScript', 'javascript', (rows) => `const k = [\n  [${rowsOf(rows, ', ', '],\n  [')}],\n];`],
  ['printed NumPy', 'plaintext', (rows) => `[[${rowsOf(rows, ' ', ']\n [')}]]`],
  ['printed PyTorch', 'plaintext', (rows) => `tensor([[${rowsOf(rows, ', ', '],\n        [')}]], dtype=torch.float64)`],
  [
    'C',
    'c',
    (rows) =>
      `double k[${rows.length}][${rows[0]!.length}] = {{${rows.map((row) => row.map(float).join(', ')).join('}, {')}}};`,
  ],
  ['Go', 'go', (rows) => `k := [][]float64{{${rowsOf(rows, ', ', '}, {')}}}`],
  ['Rust', 'rust', (rows) => `let k = [[${rows.map((row) => row.map(float).join(', ')).join('], [')}]];`],
  ['MATLAB', 'matlab', (rows) => `k = [${rowsOf(rows, ' ', '; ')}];`],
  ['MATLAB with commas and lines', 'matlab', (rows) => `k = [${rowsOf(rows, ', ', '\n')}];`],
  ['Julia', 'julia', (rows) => `k = [${rowsOf(rows, ' ', '; ')}]`],
  ['LaTeX', 'latex', (rows) => `k = \\begin{bmatrix} ${rowsOf(rows, ' & ', ' \\\\ ')} \\end{bmatrix}`],
  [
    'Markdown',
    'markdown',
    (rows) =>
      `| a |${' b |'.repeat(rows[0]!.length - 1)}\n|${'---|'.repeat(rows[0]!.length)}\n| ${rowsOf(rows, ' | ', ' |\n| ')} |`,
  ],
  ['CSV', 'csv', (rows) => rowsOf(rows, ',', '\n')],
  ['TSV', 'tsv', (rows) => rowsOf(rows, '\t', '\n')],
  ['blank-separated', 'plaintext', (rows) => rowsOf(rows, ' ', '\n')],
];

describe('reading back what was written', () => {
  for (const [title, languageId, write] of syntaxes) {
    it(`gives the same numbers from ${title}`, () => {
      fc.assert(
        fc.property(matrix, (rows) => {
          const source = write(rows);
          const literal = onlyLiteral(source, languageId);
          assert.deepEqual(literal.shape, [rows.length, rows[0]!.length], source);
          const expected = title === 'JSON' ? rows.flat().map((value) => value + 0) : rows.flat();
          assert.deepEqual(Array.from(literal.data), expected, source);
          for (const [i, value] of expected.entries()) {
            const written = source.slice(literal.starts[i], literal.ends[i]);
            assert.ok(Object.is(Number(written), value), `${written} is ${value}`);
          }
        }),
        { numRuns: 60 },
      );
    });

    it(`does not mind line ends of Windows in ${title}`, () => {
      const source = write([
        [1, -2],
        [0.5, 4],
      ]);
      const [literal] = readMatrices(source.replaceAll('\n', '\r\n'), languageId).literals;
      assert.deepEqual(literal && Array.from(literal.data), [1, -2, 0.5, 4]);
    });
  }
});
