import assert from 'node:assert/strict';
import { draftSession } from '../../../src/session/start';
import { triedSession } from '../../../src/session/trial';

describe('triedSession(state, trial)', () => {
  const trial = { side: 'kernel', row: 1, col: 2, value: 7 } as const;

  it('has the number that is tried out, and counts nothing as changed', () => {
    const { input, kernel } = triedSession(draftSession(), trial) ?? assert.fail();
    assert.deepEqual([...kernel.tensor.data], [1, 0, -1, 1, 0, 7, 1, 0, -1]);
    assert.equal(kernel.written, undefined);
    assert.deepEqual(input, draftSession().input);
  });

  it('leaves the session alone where there is no such cell', () => {
    assert.deepEqual(triedSession(draftSession(), { ...trial, row: 3 }), draftSession());
  });

  it('tries nothing out in a matrix that is copied slowly', () => {
    const draft = draftSession();
    const large = { shape: [1025, 1024], data: new Float64Array(1025 * 1024) };
    assert.equal(triedSession({ ...draft, kernel: { ...draft.kernel, tensor: large } }, trial), undefined);
  });
});
