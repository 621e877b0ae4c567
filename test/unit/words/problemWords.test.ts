import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import type { PlanProblemCode } from '../../../src/engine/planProblem';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { LiteralProblem, LiteralProblemCode } from '../../../src/literals/literal';
import { readMatrices } from '../../../src/literals/readMatrices';
import { literalProblemText, noticeText, planProblemText } from '../../../src/words/problemWords';
import { translator } from '../../../src/words/translate';

const t = translator({});
const literal = (problem: LiteralProblemCode, details: LiteralProblem['details'] = {}): LiteralProblem => ({
  problem,
  range: { start: 0, end: 1 },
  details,
});

describe('planProblemText', () => {
  it('says how much larger a kernel is, and what helps', () => {
    const problem = planConv2d([3, 3], [5, 5], defaultConv2dParams);
    assert.ok(isPlanProblem(problem));
    assert.equal(
      planProblemText(t, problem),
      'The kernel is larger than the input: in height it spans 5 cells, the input has 3. Swap the two, add padding, or take a smaller kernel.',
    );
    const dilated = planConv2d([5, 5], [3, 3], {
      ...defaultConv2dParams,
      dilations: [1, 4],
      padding: { kind: 'all', amount: 1 },
    });
    assert.ok(isPlanProblem(dilated));
    assert.match(
      planProblemText(t, dilated),
      /in width it spans 9 cells \(3 taps with dilation 4\), the input has 7 with its padding, 5 without\./,
    );
  });

  it('has a sentence for every code, with or without numbers', () => {
    const codes: readonly PlanProblemCode[] = [
      'kernel-larger-than-input',
      'stride-not-positive',
      'dilation-not-positive',
      'padding-negative',
      'not-an-integer',
      'channel-mismatch',
      'groups-do-not-divide',
      'bias-mismatch',
      'empty-kernel',
      'empty-input',
      'too-large',
      'rank-unsupported',
      'same-with-stride',
      'reflect-pad-too-large',
      'circular-pad-too-large',
      'neither-contains-other',
      'pool-window-not-positive',
      'pool-pad-too-large',
      'divisor-zero',
      'output-padding-negative',
      'output-padding-too-large',
      'output-size-unreachable',
      'output-empty',
    ];
    for (const problem of codes) assert.match(planProblemText(t, { problem, numbers: {} }), /^[A-Z0-9?].*\.$/, problem);
    assert.equal(
      planProblemText(t, { problem: 'stride-not-positive', numbers: { stride: -1 } }),
      'A stride must be at least 1; it is −1.',
    );
  });
});

describe('literalProblemText', () => {
  it('counts what is in a ragged row', () => {
    assert.equal(
      literalProblemText(t, literal('ragged', { row: 1, found: 2, expected: 3 })),
      'Row 1 has 2 numbers, row 0 has 3.',
    );
    assert.equal(
      literalProblemText(t, literal('ragged', { row: 2, found: 1, expected: 3 })),
      'Row 2 has 1 number, rows 0 and 1 have 3.',
    );
    assert.equal(
      literalProblemText(t, literal('ragged', { row: 4, found: 4, expected: 5 })),
      'Row 4 has 4 numbers, rows 0 to 3 have 5.',
    );
  });

  it('says of a text that was cut off that it ends inside a number, and of brackets that they do not match', () => {
    assert.equal(
      literalProblemText(t, literal('unbalanced', { row: 1, column: 2, found: '6e' })),
      'The text ends inside the number “6e”.',
    );
    assert.equal(
      literalProblemText(t, literal('unbalanced', { found: ')', expected: ']' })),
      'The brackets do not match: “)” where “]” is due.',
    );
  });

  it('says what a declaration and its numbers disagree about', () => {
    const { problems } = readMatrices('int const k[3][3] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };', 'c');
    assert.equal(problems[0] && literalProblemText(t, problems[0]), 'The declaration says 3×3, the numbers are 10.');
  });

  it('says how many numbers are read, and what to do with more', () => {
    const { problems } = readMatrices('[[10, 20], [30, 40]]', 'python', undefined, 3);
    assert.match(
      problems[0] ? literalProblemText(t, problems[0]) : '',
      /^There are more than 3 numbers\. Select fewer, .* file .* convolutionLens\.reading\.maxNumbers /,
    );
  });

  it('has a sentence for every code, with or without details', () => {
    const codes: readonly LiteralProblemCode[] = [
      'ragged',
      'empty',
      'not-numeric',
      'complex',
      'unbalanced',
      'truncated',
      'no-matrix',
      'unsupported',
      'ambiguous',
      'too-deep',
      'too-large',
      'not-finite',
    ];
    for (const problem of codes) {
      assert.ok(literalProblemText(t, literal(problem)).endsWith('.'), problem);
      assert.doesNotMatch(
        literalProblemText(t, literal(problem, { found: 'abc', row: 1, column: 2, expected: ')' })),
        /\{\d\}/,
      );
    }
    assert.equal(
      literalProblemText(t, literal('not-numeric', { found: 'abc', row: 1, column: 2 })),
      '“abc” is no number. It stands in row 1, column 2.',
    );
  });
});

describe('noticeText', () => {
  it('says what happened and that the result stays', () => {
    assert.equal(
      noticeText(t, { code: 'source-deleted', place: 'a.py' }),
      'The matrix is no longer in a.py. The last result stays.',
    );
    const notice = noticeText(t, {
      code: 'source-unreadable',
      place: 'a.py',
      problem: literal('ragged', { row: 1, found: 2, expected: 3 }),
    });
    assert.equal(notice, 'In a.py: Row 1 has 2 numbers, row 0 has 3. The last result stays.');
  });

  it('says why a number was not written, and why one was not taken back', () => {
    assert.equal(
      noticeText(t, { code: 'kept-here', place: 'a.py', reason: 'read-only' }),
      'a.py is read-only. The new number counts here alone.',
    );
    assert.equal(
      noticeText(t, { code: 'not-taken-back', place: 'a.py', reason: 'changed' }),
      'The characters in a.py have changed meanwhile, so nothing was taken back.',
    );
  });

  it('says where parameters come from, and what of the text was left', () => {
    const notice = {
      code: 'parameters',
      callee: 'F.conv2d',
      isSet: true,
      left: ['bias', 'groups=2'],
      isCut: false,
    } as const;
    assert.equal(noticeText(t, notice), 'Parameters as in F.conv2d. Not taken over: bias, groups=2.');
    const labels = { ...notice, callee: undefined, left: [], isCut: true };
    assert.match(noticeText(t, labels), /^Parameters from the text\. Results are neither rounded nor cut/);
    assert.equal(noticeText(t, { ...notice, isSet: false, left: ['conv'] }), 'Not taken over: conv.');
  });
});
