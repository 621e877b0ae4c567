import assert from 'node:assert/strict';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import { performOnNetwork } from '../../../../src/session/network/networkHistory';
import { networkStages } from '../../../../src/session/network/networkStages';
import type { NetworkState } from '../../../../src/session/network/networkState';
import { reduceNetwork } from '../../../../src/session/network/reduceNetwork';
import { startNetwork } from '../../../../src/session/network/startNetwork';
import { startTimeline } from '../../../../src/session/timeline';

const start = startNetwork();
const kinds = ({ layers }: NetworkState) => layers.map(({ layer }) => layer.kind);
const shapes = (state: NetworkState) =>
  networkStages(state).map((stage) => (stage.kind === 'planned' ? stage.outputShape.join(' ') : stage.kind));

describe('a network under acts', () => {
  it('starts with the usual flow, all of it possible', () => {
    assert.deepEqual(kinds(start), ['conv', 'relu', 'pool', 'conv', 'flatten', 'dense', 'softmax']);
    assert.deepEqual(shapes(start), ['4 26 26', '4 26 26', '4 13 13', '6 11 11', '726', '10', '10']);
  });

  it('takes layers in, out and to other places; each keeps its id', () => {
    const added = reduceNetwork(start, { kind: 'add-layer', at: 4, layer: defaultLayer('relu') });
    assert.deepEqual(kinds(added).slice(3, 6), ['conv', 'relu', 'flatten']);
    const id = added.layers[4]!.id;
    assert.ok(start.layers.every((one) => one.id !== id));
    const moved = reduceNetwork(added, { kind: 'move-layer', id, to: 0 });
    assert.deepEqual(kinds(moved).slice(0, 2), ['relu', 'conv']);
    assert.equal(moved.layers[0]!.id, id);
    assert.deepEqual(reduceNetwork(moved, { kind: 'remove-layer', id }), start);
  });

  it('stays the very same where an act cannot apply', () => {
    for (const act of [
      { kind: 'remove-layer', id: 99 },
      { kind: 'move-layer', id: 1, to: 0 },
      { kind: 'move-layer', id: 99, to: 0 },
      { kind: 'show-sample', sample: 1 },
      { kind: 'arrange-image', arrangement: 'hwc' },
      { kind: 'pad-everywhere', on: false },
      { kind: 'compute-anyway' },
      { kind: 'use-image', image: { kind: 'digit', digit: 3 } },
    ] as const)
      assert.equal(reduceNetwork(start, act), start, JSON.stringify(act));
  });

  it('keeps rows and columns of every convolution with padding everywhere, and has their own padding back after it', () => {
    const padded = reduceNetwork(start, { kind: 'pad-everywhere', on: true });
    assert.deepEqual(shapes(padded).slice(0, 5), ['4 28 28', '4 28 28', '4 14 14', '6 14 14', '1176']);
    assert.deepEqual(shapes(reduceNetwork(padded, { kind: 'pad-everywhere', on: false })), shapes(start));
  });

  it('goes back and forth through acts', () => {
    let history = startTimeline(start);
    history = performOnNetwork(history, { kind: 'remove-layer', id: 7 });
    history = performOnNetwork(history, { kind: 'pad-everywhere', on: true });
    history = performOnNetwork(history, { kind: 'remove-layer', id: 99 });
    history = performOnNetwork(history, { kind: 'undo' });
    history = performOnNetwork(history, { kind: 'undo' });
    assert.equal(history.present, start);
    history = performOnNetwork(history, { kind: 'redo' });
    assert.deepEqual(kinds(history.present), ['conv', 'relu', 'pool', 'conv', 'flatten', 'dense']);
  });
});
