import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMatrices } from '../../../src/literals/readMatrices';
import { cellEdit } from '../../../src/session/cellEdit';
import { withCell } from '../../../src/session/operand';
import { literalOperand } from '../../../src/session/start';

function operandOf(text: string, languageId: string) {
  const [literal] = readMatrices(text, languageId).literals;
  if (!literal) assert.fail(text);
  return literalOperand(literal, { kind: 'clipboard' });
}

/** The text once a cell was written. */
function edited(text: string, languageId: string, row: number, col: number, value: number): string {
  const edit = cellEdit(operandOf(text, languageId), text, { row, col, value });
  if ('refused' in edit) return edit.refused;
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('cellEdit(operand, text, cell)', () => {
  for (const [what, languageId, text, row, col, value, expected] of [
    ['one number of one line', 'python', 'k = [[1, 2], [3, 4]]  # edges', 1, 0, 0.5, 'k = [[1, 2], [0.5, 4]]  # edges'],
    [
      'suffix and comments',
      'cpp',
      '{{1.5f, /* a */ 2.5f},\n {3.0f, 4.0f}}; // b',
      0,
      1,
      7,
      '{{1.5f, /* a */ 7.0f},\n {3.0f, 4.0f}}; // b',
    ],
    ['right-aligned, shorter', 'python', '[[ 1,  2],\n [10, 20]]', 1, 1, 5, '[[ 1,  2],\n [10,  5]]'],
    ['right-aligned, longer', 'python', '[[ 1,  2],\n [10, 20]]', 0, 1, -7, '[[ 1, -7],\n [10, 20]]'],
    ['right-aligned, too long', 'python', '[[1, 2],\n [3, 4]]', 0, 1, -70, '[[1, -70],\n [3, 4]]'],
    ['behind a bracket', 'plaintext', '[[ 1. -2.]\n [ 3.  4.]]', 0, 0, -1, '[[-1. -2.]\n [ 3.  4.]]'],
    ['left-aligned, shorter', 'matlab', 'A = [1   20 3\n     100 2  3];', 1, 0, 1, 'A = [1   20 3\n     1   2  3];'],
    ['left-aligned, longer', 'matlab', 'A = [1   20 3\n     100 2  3];', 0, 0, 250, 'A = [250 20 3\n     100 2  3];'],
    ['blanks that divide stay', 'matlab', 'A = [1 2; 3 4];', 0, 1, -5, 'A = [1 -5; 3 4];'],
    ['decimal commas', 'csv', '1,5;2,5\n3,5;4', 1, 1, 0.5, '1,5;2,5\n3,5;0,5'],
  ] as const)
    it(`writes ${what}`, () => assert.equal(edited(text, languageId, row, col, value), expected));

  for (const [why, languageId, text] of [
    ['computed', 'python', 'np.array([[1, 2], [3, 4]]) / 9'],
    ['computed', 'python', 'np.array([[1, 2], [3, 4]]).T'],
    ['computed', 'python', 'np.ones((2, 2))'],
    ['other-characters', 'cpp', 'int k[2][2] = {{017, 2}, {3, 4}};'],
  ] as const)
    it(`refuses ${text} as ${why}`, () => assert.equal(edited(text, languageId, 0, 0, 7), why));

  it('refuses where cells were changed here, and where places are not known', () => {
    const text = '[[1, 2], [3, 4]]';
    const operand = operandOf(text, 'python');
    const cell = { row: 0, col: 0, value: 7 };
    assert.deepEqual(cellEdit(withCell(operand, 1, 1, 9), text, cell), { refused: 'edited-here' });
    assert.deepEqual(cellEdit({ ...operand, places: undefined }, text, cell), { refused: 'unknown' });
  });

  it('changes the one number when it is read again, whatever the layout', () => {
    const number = fc.integer({ min: -99, max: 999 });
    const value = fc.oneof(number, fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
    const width = fc.integer({ min: 0, max: 5 });
    const layout = fc.record({ left: fc.boolean(), width, comma: fc.constantFrom(', ', ',', ' ,  ') });
    fc.assert(
      fc.property(
        fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        layout,
        fc.nat({ max: 1 }),
        fc.nat({ max: 2 }),
        value,
        (rows, { left, width: room, comma }, row, col, next) => {
          const padded = (one: number) => (left ? String(one).padEnd(room) : String(one).padStart(room));
          const text = `k = [[${rows.map((one) => one.map(padded).join(comma)).join('],\n     [')}]]  # end`;
          const [after] = readMatrices(edited(text, 'python', row, col, next), 'python').literals;
          const expected = rows.map((one) => [...one]);
          expected[row]![col] = next;
          assert.deepEqual([...(after?.data ?? [])].map(String), expected.flat().map(String), text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
