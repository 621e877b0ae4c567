import assert from 'node:assert/strict';
import { readMatrices } from '../../../src/literals/readMatrices';
import type { ReadingChoice } from '../../../src/literals/report/readingChoice';
import { movedBy, withLiteral } from '../../../src/session/follow';
import { arranged, type Operand, shownMatrix } from '../../../src/session/operand';
import { literalOperand } from '../../../src/session/start';

function literal(text: string, languageId: string, choice?: ReadingChoice) {
  return readMatrices(text, languageId, choice).literals[0] ?? assert.fail(text);
}

function operand(text: string, languageId: string, choice?: ReadingChoice): Operand {
  const place = { kind: 'text', uri: 'file:///a', place: 'a', start: 0, end: text.length, languageId } as const;
  return literalOperand(literal(text, languageId, choice), choice ? { ...place, choice } : place);
}

describe('withLiteral(operand, literal), of how the text is read', () => {
  const line = 'k = [1, 2, 3, 4]';

  it('keeps the arrangement that was chosen when numbers change', () => {
    const square = arranged(operand(line, 'python'), 'square');
    const after = withLiteral(square, literal('k = [1, 2, 3, 9]', 'python'));
    assert.deepEqual(shownMatrix(after).shape, [2, 2]);
    assert.deepEqual([...shownMatrix(after).data], [1, 2, 3, 9]);
  });

  it('takes the likely arrangement while the chosen one does not fit, and the chosen one when it does again', () => {
    const square = arranged(operand(line, 'python'), 'square');
    const longer = withLiteral(square, literal('k = [1, 2, 3, 4, 5]', 'python'));
    assert.deepEqual(shownMatrix(longer).shape, [1, 5]);
    assert.deepEqual(shownMatrix(withLiteral(longer, literal(line, 'python'))).shape, [2, 2]);
  });

  it('keeps the choice of how characters are read', () => {
    const text = 'k <- matrix(c(1, 2, 3, 4), nrow = 2)';
    const rows = operand(text, 'r', { order: 'rows' });
    const after = withLiteral(rows, literal(text.replace('4', '9'), 'r', { order: 'rows' }));
    assert.deepEqual(after.origin.kind === 'text' && after.origin.choice, { order: 'rows' });
    assert.deepEqual([...after.tensor.data], [1, 2, 3, 9]);
  });

  it('tells what is read now: a comment more, at its new place', () => {
    const text = 'k = [[1, 2],\n [3, 4]]';
    const before = operand(text, 'python');
    assert.equal(before.reading?.notes, undefined);
    const commented = 'k = [[1, 2],  # one\n [3, 4]]';
    const after = withLiteral(before, movedBy(literal(commented, 'python'), 100));
    assert.deepEqual(
      after.reading?.notes?.map(({ note, range }) => [note, range?.start]),
      [['comments', 100 + commented.indexOf('#')]],
    );
  });

  it('still tells by which name and in which cell it was found', () => {
    const found = operand('k = [[1, 2], [3, 4]]', 'python');
    const where = [
      { note: 'named', details: { found: 'k' } },
      { note: 'in-cell', details: { cell: 3 } },
    ] as const;
    const named: Operand = { ...found, reading: { form: 'brackets', type: 'int', notes: where } };
    const after = withLiteral(named, literal('k = [[1, 2], [3, 9]]', 'python'));
    assert.deepEqual(after.reading?.notes, where);
  });

  it('is the very same operand where nothing has changed', () => {
    const text = 'k = (1/9) * np.array([[1, 2],  # one\n [3, 4]])';
    const once = withLiteral(operand(text, 'python'), literal(text, 'python'));
    assert.equal(withLiteral(once, literal(text, 'python')), once);
  });
});
