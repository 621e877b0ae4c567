import assert from 'node:assert/strict';
import { startTimeline, stepBack, stepForward, stepOn } from '../../../src/session/timeline';

describe('a timeline', () => {
  const three = stepOn(stepOn(startTimeline('a'), 'b'), 'c');

  it('goes back and forth through the states that were', () => {
    const back = stepBack(stepBack(three));
    assert.equal(back.present, 'a');
    assert.equal(stepForward(back).present, 'b');
    assert.deepEqual(stepForward(stepForward(back)), three);
  });

  it('stays as it is where there is nothing to go to', () => {
    const start = startTimeline('a');
    assert.equal(stepBack(start), start);
    assert.equal(stepForward(three), three);
  });

  it('forgets what was undone once something else is done', () => {
    const other = stepOn(stepBack(three), 'd');
    assert.equal(stepForward(other), other);
    assert.equal(stepBack(other).present, 'b');
  });
});
