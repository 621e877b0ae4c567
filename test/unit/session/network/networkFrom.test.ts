import assert from 'node:assert/strict';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { runNetwork } from '../../../../src/engine/network/runNetwork';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { sessionPlan } from '../../../../src/session/compute';
import { imageTensor } from '../../../../src/session/network/imageTensor';
import { networkFrom, withImage } from '../../../../src/session/network/networkFrom';
import { networkStages } from '../../../../src/session/network/networkStages';
import { shownMatrix } from '../../../../src/session/operand';
import { draftSession, exampleSession } from '../../../../src/session/start';
import type { SessionState } from '../../../../src/session/state';

describe('a session of the lens as a network', () => {
  const sessions: Readonly<Record<string, SessionState>> = {
    'with a preset': draftSession(),
    'with typed weights': exampleSession('every-step'),
    flipped: { ...exampleSession('every-step'), params: { ...draftSession().params, flip: true } },
    'with stride and padding': {
      ...draftSession(),
      params: { ...draftSession().params, strides: [2, 1], padding: { kind: 'all', amount: 1 } },
    },
  };
  for (const [name, session] of Object.entries(sessions)) {
    it(`has its map as what the first layer makes, ${name}`, () => {
      const state = networkFrom(session);
      const stages = networkStages(state);
      assert.ok(stages.every(({ kind }) => kind === 'planned'));
      const plan = sessionPlan(session);
      if (isPlanProblem(plan)) assert.fail(plan.problem);
      const map = conv2d(plan, shownMatrix(session.input), shownMatrix(session.kernel));
      const { activations } = runNetwork(stages, imageTensor(state.image));
      // The layer has a bias of 0.
      assert.deepEqual(
        [...activations[0]!.data],
        Array.from(map.data, (value) => value + 0),
      );
    });
  }

  it('keeps the layers that are there when another image comes', () => {
    const before = networkFrom(draftSession());
    const after = withImage(before, exampleSession('bright-edge').input);
    assert.equal(after.layers, before.layers);
    assert.deepEqual(imageTensor(after.image).shape, [1, 3, 3]);
  });
});
