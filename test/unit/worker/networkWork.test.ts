import assert from 'node:assert/strict';
import { planNetwork } from '../../../src/engine/network/planNetwork';
import { runNetwork } from '../../../src/engine/network/runNetwork';
import type { JobSteps } from '../../../src/engine/worker/serveJobs';
import { effectiveLayers } from '../../../src/session/network/effectiveLayers';
import { imageTensor } from '../../../src/session/network/imageTensor';
import type { NetworkRequest, NetworkResult, SentActivation } from '../../../src/session/network/networkRequest';
import { startNetwork } from '../../../src/session/network/startNetwork';
import { networkWork } from '../../../src/worker/networkWork';

function finished(steps: JobSteps<NetworkResult>) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value >= 0 && step.value <= 1);
  }
}

const state = startNetwork();
const request = { kind: 'network', image: imageTensor(state.image), layers: effectiveLayers(state) } as const;
const question = (of: number, stage: number, row = 0): NetworkRequest => ({
  kind: 'network-question',
  of,
  question: { kind: 'trace', stage, place: { channel: 0, row, col: 0 } },
});

describe('networks on the thread', () => {
  it('give every activation whole, each in a buffer of its own that changes hands', () => {
    const { result, moved } = finished(networkWork().begin(1, request));
    assert.ok(result.kind === 'network');
    const { image, activations } = runNetwork(planNetwork(request.image.shape, request.layers), request.image);
    for (const [at, tensor] of [image, ...activations].entries()) {
      const sent: SentActivation | undefined = result.activations[at];
      assert.ok(sent?.kind === 'whole');
      assert.deepEqual(sent.data, tensor.data);
      assert.equal(sent.data.byteLength, sent.data.buffer.byteLength);
      assert.ok(moved.includes(sent.data.buffer as ArrayBuffer));
    }
    assert.equal(new Set(moved).size, moved.length);
  });

  it('give large activations as pictures whose channels have whole rows', () => {
    const large = startNetwork({ kind: 'imagenet', seed: 1 });
    const image = imageTensor(large.image);
    const { result } = finished(networkWork().begin(1, { kind: 'network', image, layers: effectiveLayers(large) }));
    assert.ok(result.kind === 'network');
    const [first, second] = result.activations;
    assert.ok(first?.kind === 'picture' && second?.kind === 'picture');
    assert.equal(first.picture.rows % 3, 0);
    assert.equal(second.picture.rows % 4, 0);
    assert.ok(first.picture.levels.length < image.data.length);
  });

  it('draw the pictures that they are named', () => {
    const of = (image: Extract<NetworkRequest, { kind: 'network' }>['image']) => {
      const { result } = finished(networkWork().begin(1, { ...request, image }));
      return result.kind === 'network' ? result.activations : assert.fail();
    };
    assert.deepEqual(of({ kind: 'digit', digit: 3 }), of(imageTensor({ kind: 'digit', digit: 3 })));
  });

  it('answer questions about the network that an owner has, and about no other', () => {
    const work = networkWork();
    finished(work.begin(1, request));
    const asked = (of: number, stage: number, row?: number) => {
      const { result } = finished(work.begin(2, question(of, stage, row)));
      return result.kind === 'network-question' ? result.answer : assert.fail();
    };
    const answer = asked(1, 0);
    assert.ok(answer?.kind === 'trace' && answer.value.kind === 'conv');
    const { terms, bias } = answer.value.explanation;
    assert.equal(terms.reduce((sum, { product }) => sum + product, 0) + (bias ?? 0), answer.value.value);
    assert.equal(asked(3, 0), undefined);
    assert.equal(asked(1, 40), undefined);
    assert.equal(asked(1, 0, 1e6), undefined);
    work.release(1);
    assert.equal(asked(1, 0), undefined);
  });
});
