import assert from 'node:assert/strict';
import { defaultLayer } from '../../../src/engine/network/defaultLayer';
import type { LayerKind } from '../../../src/engine/network/networkLayer';
import { readFromNetworkView } from '../../../src/host/readFromNetworkView';
import type { FromNetworkView } from '../../../src/protocol/network';

const kinds: readonly LayerKind[] = ['conv', 'transposed', 'pool', 'relu', 'flatten', 'dense', 'softmax'];

const messages: readonly FromNetworkView[] = [
  { type: 'ready' },
  { type: 'painted', revision: 3 },
  { type: 'cancel' },
  { type: 'compute' },
  { type: 'use-selection' },
  { type: 'ask', id: 1, revision: 2, question: { kind: 'trace', stage: 0, place: { channel: 1, row: 2, col: 3 } } },
  ...kinds.map((kind) => ({ type: 'act', act: { kind: 'add-layer', at: 1, layer: defaultLayer(kind) } }) as const),
  { type: 'act', act: { kind: 'change-layer', id: 4, layer: defaultLayer('conv') } },
  { type: 'act', act: { kind: 'remove-layer', id: 4 } },
  { type: 'act', act: { kind: 'move-layer', id: 4, to: 0 } },
  { type: 'act', act: { kind: 'set-weight', id: 4, index: 0, value: -1.5 } },
  { type: 'act', act: { kind: 'set-bias', id: 4, index: 0, value: 2 } },
  { type: 'act', act: { kind: 'use-image', image: { kind: 'digit', digit: 9 } } },
  { type: 'act', act: { kind: 'use-image', image: { kind: 'imagenet', seed: 3 } } },
  { type: 'act', act: { kind: 'arrange-image', arrangement: 'hwc' } },
  { type: 'act', act: { kind: 'show-sample', sample: 1 } },
  { type: 'act', act: { kind: 'pad-everywhere', on: true } },
  { type: 'act', act: { kind: 'compute-anyway' } },
  { type: 'act', act: { kind: 'undo' } },
];

describe('messages of the network’s view', () => {
  for (const message of messages)
    it(`lets through ${JSON.stringify(message).slice(0, 80)}`, () =>
      assert.deepEqual(readFromNetworkView(message), message));

  it('leaves out what it does not know', () => {
    const act = { kind: 'remove-layer', id: 1, more: 1 };
    assert.deepEqual(readFromNetworkView({ type: 'act', act, also: 2 }), {
      type: 'act',
      act: { kind: 'remove-layer', id: 1 },
    });
  });

  const conv = defaultLayer('conv');
  const broken: readonly unknown[] = [
    null,
    'ready',
    { type: 'unknown' },
    { type: 'painted', revision: -1 },
    { type: 'ask', id: 1, revision: 1, question: { kind: 'trace', stage: 0, place: { channel: 0, row: 0.5, col: 0 } } },
    { type: 'ask', id: 1, revision: 1, question: { kind: 'other' } },
    { type: 'act', act: { kind: 'use-image', image: { kind: 'digit', digit: 10 } } },
    { type: 'act', act: { kind: 'arrange-image', arrangement: 'sideways' } },
    { type: 'act', act: { kind: 'set-weight', id: 1, index: 0, value: '1' } },
    ...[
      { ...conv, filters: 'many' },
      { ...conv, padding: { kind: 'all' } },
      { ...conv, fill: { kind: 'constant' } },
      { ...conv, weights: { kind: 'preset', presets: [] } },
      { ...conv, weights: { kind: 'preset', presets: ['__proto__'] } },
      { ...conv, weights: { kind: 'typed', weights: [1, '2'], biases: [] } },
      { ...conv, weights: { kind: 'typed', weights: new Array(1e5).fill(0), biases: [] } },
      { ...defaultLayer('pool'), divisor: { kind: 'override' } },
      { kind: 'dense', units: 1 },
      { kind: 'attention' },
    ].map((layer) => ({ type: 'act', act: { kind: 'add-layer', at: 0, layer } })),
  ];
  for (const message of broken)
    it(`refuses ${JSON.stringify(message).slice(0, 100)}`, () => assert.equal(readFromNetworkView(message), undefined));
});
