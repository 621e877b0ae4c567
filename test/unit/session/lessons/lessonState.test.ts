import assert from 'node:assert/strict';
import { judgeAnswer } from '../../../../src/session/lessons/judgeAnswer';
import {
  hiddenNow,
  isSettled,
  type LessonState,
  moveInLesson,
  shownOutcome,
  shownScene,
  shownStep,
  startLesson,
  withOutcome,
} from '../../../../src/session/lessons/lessonState';
import { shipped } from './shippedLessons';

/** The state after an answer; without fields, after it was shown. */
function judged(state: LessonState, fields: readonly string[] | undefined): LessonState {
  return withOutcome(state, judgeAnswer(shownStep(state), fields));
}

describe('a lesson', () => {
  const start = startLesson(shipped('every-step'));
  const answered = (fields: readonly string[]) => judged(start, fields);

  it('hides what is asked until it is answered', () => {
    assert.equal(hiddenNow(start), 'values');
    assert.equal(hiddenNow(answered(['-4'])), 'nothing');
  });

  it('goes on only once the answer is known', () => {
    assert.equal(moveInLesson(start, 'next'), start);
    assert.equal(moveInLesson(answered(['-4']), 'next').at, 1);
    assert.equal(moveInLesson(judged(start, undefined), 'next').at, 1);
  });

  it('names the mistake of a wrong answer, which can be tried again', () => {
    const wrong = shownOutcome(answered(['4']));
    assert.ok(wrong.is === 'wrong');
    assert.equal(wrong.verdict.mistake, 'flipped-kernel');
    assert.ok(isSettled(judged(answered(['4']), ['−4'])));
  });

  it('takes calculations, and asks for a number where there is none', () => {
    assert.equal(shownOutcome(answered(['1-5'])).is, 'right');
    assert.equal(shownOutcome(answered([''])).is, 'unread');
    assert.equal(shownOutcome(answered(['a lot'])).is, 'unread');
    assert.equal(shownOutcome(answered(['1', '2'])).is, 'unread');
  });

  it('keeps an answer that is known', () => {
    const right = answered(['-4']);
    assert.equal(judged(right, ['7']), right);
    assert.equal(judged(right, undefined), right);
  });

  it('shows the kernel that was asked for once it is known', () => {
    const filters = startLesson(shipped('named-filters'), 1);
    const before = shownScene(filters);
    const found = shownScene(judged(filters, ['-1', '-2', '-1', '0', '0', '0', '1', '2', '1']));
    assert.ok(before.in === 'lens' && found.in === 'lens');
    assert.deepEqual([...before.kernel.data], [-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    assert.deepEqual([...found.kernel.data], [-1, -2, -1, 0, 0, 0, 1, 2, 1]);
  });
});
