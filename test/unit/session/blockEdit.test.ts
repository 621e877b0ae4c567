import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMatrices } from '../../../src/literals/readMatrices';
import { blockEdit } from '../../../src/session/blockEdit';
import { type CellBlock, withBlock } from '../../../src/session/operand';
import { literalOperand } from '../../../src/session/start';

function operandOf(text: string, languageId: string) {
  const [literal] = readMatrices(text, languageId).literals;
  if (!literal) assert.fail(text);
  return literalOperand(literal, { kind: 'clipboard' });
}

/** The text once a block was written. */
function edited(text: string, languageId: string, block: CellBlock): string {
  const edit = blockEdit(operandOf(text, languageId), text, block);
  if ('refused' in edit) return edit.refused;
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('blockEdit(operand, text, block)', () => {
  const square = (values: readonly number[]): CellBlock => ({ row: 0, col: 1, rows: 2, cols: 2, values });

  it('writes each number where it stands, and leaves what is between', () => {
    const text = 'k = [[1, 2, 3],  # first\n     [4, 5, 6]]  # second';
    assert.equal(edited(text, 'python', square([7, 8, 9, 0])), 'k = [[1, 7, 8],  # first\n     [4, 9, 0]]  # second');
  });

  it('keeps columns aligned as far as their blanks go', () => {
    const text = '[[ 1,  2,  3],\n [ 4,  5, 60]]';
    assert.equal(edited(text, 'python', square([-7, 8, 9, -5])), '[[ 1, -7,  8],\n [ 4,  9, -5]]');
  });

  it('touches nothing where nothing changes', () => {
    const text = '[[1, 2, 3], [4, 5, 6]]';
    assert.equal(edited(text, 'python', square([2, 3, 5, 6])), text);
  });

  it('refuses what a text computes, and cells that it does not have', () => {
    assert.equal(edited('np.array([[1, 2, 3], [4, 5, 6]]) / 9', 'python', square([1, 1, 1, 1])), 'computed');
    assert.equal(edited('[[1, 2], [3, 4]]', 'python', square([1, 1, 1, 1])), 'unknown');
  });

  it('makes a text that is read as the matrix with the block in it', () => {
    const number = fc.oneof(fc.integer({ min: -999, max: 999 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const texts = ['[[ 1,  2,  3],\n [10, 20, 30]]', '1 2 3\n4 5 6', '1;2;3\n4;5;6', '{{1.0, 2.0, 3.5}, {4, 5, 6}}'];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(number, { minLength: 4, maxLength: 4 }), (text, values) => {
        const wanted = withBlock(operandOf(text, 'plaintext'), square(values)).tensor.data;
        const read = operandOf(edited(text, 'plaintext', square(values)), 'plaintext').tensor.data;
        assert.deepEqual([...read], [...wanted]);
      }),
    );
  });
});
