import assert from 'node:assert/strict';
import {
  actInLesson,
  hiddenNow,
  isSettled,
  shownOutcome,
  shownScene,
  startLesson,
} from '../../../../src/session/lessons/lessonState';
import { shipped } from './shippedLessons';

describe('actInLesson(state, act)', () => {
  const start = startLesson(shipped('every-step'));
  const answered = (fields: readonly string[]) => actInLesson(start, { kind: 'answer', fields });

  it('hides what is asked until it is answered', () => {
    assert.equal(hiddenNow(start), 'values');
    assert.equal(hiddenNow(answered(['-4'])), 'nothing');
  });

  it('goes on only once the answer is known', () => {
    assert.equal(actInLesson(start, { kind: 'next' }), start);
    assert.equal(actInLesson(answered(['-4']), { kind: 'next' }).at, 1);
    assert.equal(actInLesson(actInLesson(start, { kind: 'reveal' }), { kind: 'next' }).at, 1);
  });

  it('names the mistake of a wrong answer, which can be tried again', () => {
    const wrong = shownOutcome(answered(['4']));
    assert.ok(wrong.is === 'wrong');
    assert.equal(wrong.verdict.mistake, 'flipped-kernel');
    assert.ok(isSettled(actInLesson(answered(['4']), { kind: 'answer', fields: ['−4'] })));
  });

  it('takes calculations, and asks for a number where there is none', () => {
    assert.equal(shownOutcome(answered(['1-5'])).is, 'right');
    assert.equal(shownOutcome(answered([''])).is, 'unread');
    assert.equal(shownOutcome(answered(['a lot'])).is, 'unread');
    assert.equal(shownOutcome(answered(['1', '2'])).is, 'unread');
  });

  it('keeps an answer that is known', () => {
    const right = answered(['-4']);
    assert.equal(actInLesson(right, { kind: 'answer', fields: ['7'] }), right);
    assert.equal(actInLesson(right, { kind: 'reveal' }), right);
  });

  it('shows the kernel that was asked for once it is known', () => {
    const filters = startLesson(shipped('named-filters'), 1);
    const before = shownScene(filters);
    const after = shownScene(
      actInLesson(filters, { kind: 'answer', fields: ['-1', '-2', '-1', '0', '0', '0', '1', '2', '1'] }),
    );
    assert.ok(before.in === 'lens' && after.in === 'lens');
    assert.deepEqual([...before.kernel.data], [-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    assert.deepEqual([...after.kernel.data], [-1, -2, -1, 0, 0, 0, 1, 2, 1]);
  });
});
