import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { outputsUsing } from '../../../src/engine/convolution/outputsUsing';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { paddingText } from '../../../src/words/paddingText';
import { lastPatchText, neverReadText, sizeLines, usesText } from '../../../src/words/sizeWords';
import { translator } from '../../../src/words/translate';

const t = translator({});

function planOf(input: number, kernel: number, params = {}): Conv2dPlan {
  const plan = planConv2d([input, input], [kernel, kernel], { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(plan));
  return plan;
}

describe('why a map has its size', () => {
  it('counts room, hops and positions', () => {
    assert.deepEqual(sizeLines(t, planOf(28, 3).width), [
      '25 cells of room, hop by 1',
      '25 hops, and the start',
      'makes 26 positions',
    ]);
    assert.deepEqual(sizeLines(t, planOf(5, 3, { strides: [2, 2] }).width), [
      '2 cells of room, hop by 2',
      '2 ÷ 2 = 1, no rest to floor',
      '1 hop, and the start: 2',
    ]);
    assert.equal(sizeLines(t, planOf(5, 2, { strides: [2, 2] }).width)[1], '3 ÷ 2 = 1.5: floor takes 1');
  });

  it('says which cells the next patch lacks', () => {
    assert.equal(
      lastPatchText(t, planOf(5, 3, { strides: [2, 2] }).width, 'width'),
      'a start at 4 would need columns 5 and 6: not there',
    );
    assert.equal(
      lastPatchText(t, planOf(5, 2, { strides: [2, 2] }).height, 'height'),
      'a start at 4 would need row 5: not there',
    );
  });

  it('names what is never read', () => {
    assert.equal(neverReadText(t, planOf(5, 2, { strides: [2, 2] })), 'column 4 and row 4 are never read');
    assert.equal(neverReadText(t, planOf(5, 3)), undefined);
    assert.equal(
      neverReadText(t, planOf(5, 1, { strides: [2, 2] })),
      'columns 1 and 3 and rows 1 and 3 are never read',
    );
  });

  it('calls the padding by its number where all sides agree', () => {
    assert.equal(paddingText(t, planOf(5, 3)), 'no padding');
    assert.equal(paddingText(t, planOf(5, 3, { padding: { kind: 'all', amount: 1 } })), 'padding 1');
    assert.equal(paddingText(t, planOf(5, 2, { padding: { kind: 'same_upper' } })), 'padding 0 | 1');
    assert.equal(
      paddingText(t, planOf(5, 3, { padding: { kind: 'explicit', top: 1, bottom: 0, left: 2, right: 0 } })),
      'padding by side',
    );
  });

  it('tells which outputs use an input cell', () => {
    const plan = planOf(5, 3, { padding: { kind: 'all', amount: 1 } });
    assert.equal(
      usesText(t, 'image[1, 3]', 3, outputsUsing(plan, 1, 3)),
      'image[1, 3] = 3 is used 9 times: by rows 0 to 2 and columns 2 to 4 of the map',
    );
    assert.equal(
      usesText(t, 'image[0, 0]', 1, outputsUsing(planOf(5, 3), 0, 0)),
      'image[0, 0] = 1 is used once: by row 0 and column 0 of the map',
    );
    assert.equal(usesText(t, 'x[4, 4]', 1, []), 'x[4, 4] = 1 lies in no patch: it is never read');
  });
});
