import assert from 'node:assert/strict';
import { repeated, shiftEdit, type TextEdit } from '../../../src/session/textEdit';

const text = 'k = [[1, 25], [3, 4]]';
const edit: TextEdit = { uri: 'file:///a.py', place: 'a.py', range: { start: 9, end: 11 }, before: '2', after: '25' };

describe('repeated(edit, text, way)', () => {
  it('takes back, and makes again', () => {
    assert.deepEqual(repeated(edit, text, 'back'), { start: 9, end: 11, text: '2' });
    const back = shiftEdit(edit, [{ start: 9, removed: 2, inserted: 1 }]);
    assert.deepEqual(repeated(back, 'k = [[1, 2], [3, 4]]', 'again'), { start: 9, end: 10, text: '25' });
  });

  it('follows what is changed before and behind', () => {
    const moved = shiftEdit(edit, [
      { start: 0, removed: 0, inserted: 6 },
      { start: 22, removed: 1, inserted: 3 },
    ]);
    assert.deepEqual(repeated(moved, `x = 1\n${text}`, 'back'), { start: 15, end: 17, text: '2' });
  });

  it('leaves characters alone that have changed, or that others have joined', () => {
    for (const [change, now] of [
      [{ start: 10, removed: 1, inserted: 1 }, 'k = [[1, 26], [3, 4]]'],
      [{ start: 11, removed: 0, inserted: 1 }, 'k = [[1, 251], [3, 4]]'],
      [{ start: 9, removed: 0, inserted: 1 }, 'k = [[1, -25], [3, 4]]'],
      [{ start: 9, removed: 2, inserted: 0 }, 'k = [[1, ], [3, 4]]'],
      [{ start: 11, removed: 1, inserted: 2 }, 'k = [[1, 25.5, [3, 4]]'],
    ] as const)
      assert.equal(repeated(shiftEdit(edit, [change]), now, 'back'), undefined, now);
  });
});
