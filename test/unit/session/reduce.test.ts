import assert from 'node:assert/strict';
import { unaskedWork } from '../../../src/engine/convolution/planWithinCeiling';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { sessionPlan } from '../../../src/session/compute';
import { perform, startHistory } from '../../../src/session/history';
import { draftSession } from '../../../src/session/start';

function large(side: number) {
  const draft = draftSession();
  const tensor = (size: number) => ({ shape: [size, size], data: new Float64Array(size * size) });
  return {
    ...draft,
    input: { ...draft.input, tensor: tensor(600) },
    kernel: { ...draft.kernel, tensor: tensor(side) },
  };
}

describe('compute-anyway', () => {
  it('lets what is shown be computed, and can be undone', () => {
    const asked = startHistory(large(200));
    assert.ok(isPlanProblem(sessionPlan(asked.present)));
    const agreed = perform(asked, { kind: 'compute-anyway' });
    assert.ok(!isPlanProblem(sessionPlan(agreed.present)));
    assert.deepEqual(perform(agreed, { kind: 'undo' }).present.ceiling, unaskedWork);
  });

  it('holds for less, and not for more', () => {
    const { present } = perform(startHistory(large(200)), { kind: 'compute-anyway' });
    const stride = (state: typeof present) => ({ ...state, params: { ...state.params, strides: [2, 2] as const } });
    assert.ok(!isPlanProblem(sessionPlan(stride(present))));
    assert.ok(isPlanProblem(sessionPlan({ ...present, kernel: large(250).kernel })));
  });
});
