import assert from 'node:assert/strict';
import { shownText } from '../../../src/words/shownText';

describe('a text of a person among words of ours', () => {
  it('stays as it is where it can be seen', () => {
    for (const text of ['', 'image', 'x_1', 'größe', '画像', 'kernel 3×3', '__proto__', '<b>&amp;', '👩‍🔬'.slice(0, 2)])
      assert.equal(shownText(text), text);
  });

  it('tells what cannot be seen by its code', () => {
    // Unicode Character Database: NUL, line feed, right-to-left override, zero width space, tag.
    assert.equal(shownText('a\0b'), 'a‹U+0000›b');
    assert.equal(shownText('a\nb'), 'a‹U+000A›b');
    assert.equal(shownText('exe\u202egnp.csv'), 'exe‹U+202E›gnp.csv');
    assert.equal(shownText('ke\u200brnel'), 'ke‹U+200B›rnel');
    assert.equal(shownText('k\u{e0041}'), 'k‹U+E0041›');
  });

  it('tells halves of surrogate pairs, also where a cut would make one', () => {
    assert.equal(shownText('\ud83d'), '‹U+D83D›');
    assert.equal(shownText('a\udc00b'), 'a‹U+DC00›b');
    assert.ok(shownText('👍'.repeat(100)).endsWith('👍…'));
    assert.ok(!shownText(`a${'👍'.repeat(1000)}`).includes('‹'));
  });

  it('keeps letters from right to left to themselves', () => {
    assert.equal(shownText('תמונה'), '\u2068תמונה\u2069');
    assert.equal(shownText('صورة'), '\u2068صورة\u2069');
  });

  it('is cut where it is long, in the time of what is left', () => {
    assert.equal(Array.from(shownText('x'.repeat(61))).length, 60);
    assert.equal(shownText('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(Array.from(shownText('x'.repeat(10_000_000))).length, 60);
  });
});
