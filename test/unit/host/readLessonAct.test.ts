import assert from 'node:assert/strict';
import { readLessonAct } from '../../../src/host/readLessonAct';

describe('readLessonAct(act)', () => {
  it('takes what a person can do, and only its known parts', () => {
    for (const kind of ['reveal', 'next', 'back', 'scene', 'leave'])
      assert.deepEqual(readLessonAct({ kind, other: 1 }), { kind });
    assert.deepEqual(readLessonAct({ kind: 'answer', fields: ['3', ''] }), { kind: 'answer', fields: ['3', ''] });
  });

  it('takes nothing else', () => {
    const wrong = [null, 'next', {}, { kind: 'open' }, { kind: 'answer' }, { kind: 'answer', fields: [3] }];
    const large = [
      { kind: 'answer', fields: ['x'.repeat(201)] },
      { kind: 'answer', fields: new Array(4097).fill('1') },
    ];
    for (const act of [...wrong, ...large]) assert.equal(readLessonAct(act), undefined);
  });
});
