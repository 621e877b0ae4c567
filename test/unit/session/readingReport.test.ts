import assert from 'node:assert/strict';
import { readMatrices } from '../../../src/literals/readMatrices';
import type { ReadingChoice } from '../../../src/literals/report/readingChoice';
import { arranged, type Operand } from '../../../src/session/operand';
import type { Arrangement } from '../../../src/session/planeLayout';
import { choiceOf, readingReport, textReadings } from '../../../src/session/readingReport';
import { draftSession, literalOperand } from '../../../src/session/start';

function operand(text: string, languageId: string, choice?: ReadingChoice): Operand {
  const literal = readMatrices(text, languageId, choice).literals[0]!;
  const place = { kind: 'text', uri: 'file:///a', place: 'a', start: 0, end: text.length, languageId } as const;
  return literalOperand(literal, choice ? { ...place, choice } : place);
}

const report = (one: Operand) => readingReport(one) ?? assert.fail('no report');
const lines = (one: Operand) => report(one).lines.map(({ kind, note }) => `${kind}: ${note.note}`);
const readings = (one: Operand) =>
  report(one)
    .readings.map(({ as, isChosen }) => (isChosen ? `[${as}]` : as))
    .join(' ');

const inRows = 'k <- matrix(c(1, 2, # one\n3, 4), nrow = 2)';

describe('readingReport(operand)', () => {
  it('tells form, shape, type and range', () => {
    const { form, languageId, shape, type, range } = report(operand('[[1 -2]\n [3 4]]', 'plaintext'));
    assert.deepEqual(
      { form, languageId, shape, type },
      { form: 'printed', languageId: 'plaintext', shape: [2, 2], type: 'int' },
    );
    assert.deepEqual([range.min, range.max], [-2, 4]);
  });

  it('is there for what was read, and for nothing else', () => {
    assert.equal(readingReport(draftSession().input), undefined);
    assert.equal(readingReport(draftSession().kernel), undefined);
  });

  it('names what is doubtful first', () => {
    assert.deepEqual(lines(operand(inRows, 'r')), [
      'doubtful: laid-out-in-rows',
      'decided: columns-first',
      'left-out: comments',
    ]);
  });

  it('doubts nothing that the person has chosen', () => {
    const chosen: readonly ReadingChoice[] = [{ order: 'columns' }, { order: 'rows' }];
    for (const choice of chosen)
      assert.ok(!lines(operand(inRows, 'r', choice)).some((line) => line.startsWith('doubt')));
    assert.deepEqual(lines(operand('int k[2][2] = {{1/2, 1}, {1, 1}};', 'c')), ['doubtful: integer-division']);
    assert.deepEqual(lines(operand('int k[2][2] = {{1/2, 1}, {1, 1}};', 'c', { division: 'truncated' })), [
      'decided: integer-division',
    ]);
  });

  it('offers each other reading, and says which holds', () => {
    assert.equal(readings(operand(inRows, 'r')), '[columns-first] rows-first');
    assert.equal(readings(operand(inRows, 'r', { order: 'rows' })), 'columns-first [rows-first]');
    assert.equal(readings(operand('int k[2][2] = {{1/2, 1}, {1, 1}};', 'c')), 'true-division [integer-division]');
    assert.equal(readings(operand('k = [1, 2, 3, 4]', 'python')), '[row] column square');
    assert.equal(readings(operand('k = [1, 2, 3]', 'python')), '[row] column');
    assert.equal(readings(operand('[[1, 2], [3, 4]]', 'python')), '');
  });

  it('offers no other reading of characters that are at hand no more', () => {
    assert.equal(readings({ ...operand(inRows, 'r'), origin: { kind: 'clipboard' } }), '');
  });

  it('doubts axes that the shape does not tell, until the person has', () => {
    const shapes: readonly (readonly [text: string, told: Arrangement])[] = [
      ['k = [1, 2, 3, 4]', 'square'],
      ['k = np.arange(27).reshape(3, 3, 3)', 'hwc'],
      ['k = np.arange(9).reshape(3, 3, 1, 1)', 'nchw'],
    ];
    for (const [text, told] of shapes) {
      assert.ok(lines(operand(text, 'python')).includes('doubtful: axes'), text);
      const after = arranged(operand(text, 'python'), told);
      assert.ok(lines(after).includes('decided: axes'), text);
      assert.ok(readings(after).includes(`[${told}]`), text);
    }
    assert.ok(lines(operand('k = np.arange(75).reshape(3, 5, 5)', 'python')).includes('decided: axes'));
  });
});

describe('choiceOf(as)', () => {
  it('is a choice for the reader exactly where characters are read in another way', () => {
    assert.deepEqual(textReadings.map(choiceOf), [
      { order: 'columns' },
      { order: 'rows' },
      { division: 'true' },
      { division: 'truncated' },
    ]);
    assert.equal(choiceOf('square'), undefined);
  });
});
