import assert from 'node:assert/strict';
import { readMatrices } from '../../../src/literals/readMatrices';
import { followedIn, linesAround, shiftRange, withLiteral } from '../../../src/session/follow';
import { literalOperand } from '../../../src/session/start';

const text = 'x = 1\nimage = [[1, 2], [3, 4]]\nprint(image)\n';
const range = { start: text.indexOf('[['), end: text.indexOf(']]') + 2 };

function followLiteral(whole: string, languageId: string, place: typeof range, name: string) {
  const { start, end } = linesAround(whole, place);
  return followedIn(readMatrices(whole.slice(start, end), languageId), start, place, name);
}

function edited(search: string, replacement: string) {
  const start = text.indexOf(search);
  const after = text.replace(search, replacement);
  const moved = shiftRange(range, { start, removed: search.length, inserted: replacement.length });
  return { after, moved, found: followLiteral(after, 'python', moved, 'image') };
}

describe('shiftRange, linesAround and followedIn', () => {
  it('moves with text inserted before', () => {
    const { after, moved } = edited('x = 1\n', 'x = 1\ny = 22\n');
    assert.equal(after.slice(moved.start, moved.end), '[[1, 2], [3, 4]]');
  });

  it('stays where it is when text after it changes', () => {
    assert.deepEqual(edited('print', 'show').moved, range);
  });

  it('reads the literal again after a number was changed', () => {
    const { found } = edited('2', '25');
    assert.ok('literal' in found);
    assert.deepEqual([...found.literal.data], [1, 25, 3, 4]);
  });

  it('reads the literal again after a row was added at its end', () => {
    const { found } = edited('4]]', '4], [5, 6]]');
    assert.ok('literal' in found);
    assert.deepEqual(found.literal.shape, [3, 2]);
  });

  it('tells what is wrong while a row is too short', () => {
    const { found } = edited('3, 4', '3');
    assert.ok('problem' in found);
    assert.equal(found.problem.problem, 'ragged');
  });

  it('says that a deleted literal is gone, also with its line', () => {
    assert.deepEqual(edited('[[1, 2], [3, 4]]', '').found, { gone: true });
    assert.deepEqual(edited('image = [[1, 2], [3, 4]]\n', '').found, { gone: true });
  });

  it('finds a literal that is typed again where it was deleted', () => {
    const gone = edited('[[1, 2], [3, 4]]', '');
    const again = shiftRange(gone.moved, { start: gone.moved.start, removed: 0, inserted: 10 });
    const found = followLiteral(`${text.slice(0, range.start)}[[7],[8]] \n`, 'python', again, 'image');
    assert.ok('literal' in found);
    assert.deepEqual([...found.literal.data], [7, 8]);
  });
});

describe('withLiteral(operand, literal)', () => {
  const literal = () => {
    const found = followLiteral(text, 'python', range, 'image');
    assert.ok('literal' in found);
    return found.literal;
  };
  const origin = { kind: 'text', uri: 'file:///a.py', place: 'a.py', ...range } as const;

  it('is the same operand when nothing has changed', () => {
    const operand = literalOperand(literal(), origin);
    assert.equal(withLiteral(operand, literal()), operand);
  });

  it('keeps cells that were changed here while the text stays what it was', () => {
    const operand = literalOperand(literal(), origin);
    const own = { ...operand, written: operand.tensor, tensor: { shape: [2, 2], data: Float64Array.of(9, 2, 3, 4) } };
    assert.equal(withLiteral(own, literal()), own);
  });
});
