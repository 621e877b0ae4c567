import assert from 'node:assert/strict';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import { imageTensor } from '../../../../src/session/network/imageTensor';
import { networkFrom } from '../../../../src/session/network/networkFrom';
import { networkStages } from '../../../../src/session/network/networkStages';
import { reduceNetwork } from '../../../../src/session/network/reduceNetwork';
import { restoreNetwork, saveNetwork } from '../../../../src/session/network/savedNetwork';
import { startNetwork } from '../../../../src/session/network/startNetwork';
import { draftSession } from '../../../../src/session/start';

const reloaded = (saved: unknown) => restoreNetwork(JSON.parse(JSON.stringify(saved)));

describe('a saved network', () => {
  it('comes back as it was, with every kind of layer', () => {
    let state = startNetwork({ kind: 'cifar10', seed: 7 });
    const typed = { kind: 'typed', weights: [-2.5, 0, 1e-9], biases: [7] } as const;
    state = reduceNetwork(state, { kind: 'change-layer', id: 6, layer: { ...defaultLayer('dense'), weights: typed } });
    state = reduceNetwork(state, { kind: 'add-layer', at: 1, layer: defaultLayer('transposed') });
    state = reduceNetwork(state, { kind: 'pad-everywhere', on: true });
    assert.deepEqual(reloaded(saveNetwork(state)), state);
  });

  it('comes back with the numbers of its image', () => {
    const state = networkFrom(draftSession());
    const back = reloaded(saveNetwork(state));
    assert.ok(back);
    assert.deepEqual(imageTensor(back.image), imageTensor(state.image));
    assert.deepEqual(networkStages(back), networkStages(state));
  });

  it('is refused where it is none', () => {
    const saved = saveNetwork(startNetwork());
    for (const broken of [
      undefined,
      {},
      { ...saved, version: 2 },
      { ...saved, layers: 'conv' },
      { ...saved, layers: [{ id: 1, layer: { kind: 'conv' } }] },
      { ...saved, layers: [saved.layers[1], saved.layers[1]] },
      { ...saved, padsEverywhere: 'yes' },
    ])
      assert.equal(restoreNetwork(broken), undefined);
  });

  it('comes back with the first image where its own cannot be had', () => {
    const saved = { ...saveNetwork(startNetwork()), image: { kind: 'operand' } };
    assert.deepEqual(restoreNetwork(saved), startNetwork());
  });
});
