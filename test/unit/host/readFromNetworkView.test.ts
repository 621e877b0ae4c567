import assert from 'node:assert/strict';
import { defaultLayer } from '../../../src/engine/network/defaultLayer';
import type { LayerKind } from '../../../src/engine/network/networkLayer';
import { readFromNetworkView } from '../../../src/host/readFromNetworkView';
import type { FromNetworkView } from '../../../src/protocol/network';
import type { NetworkQuestion } from '../../../src/session/network/networkQuestion';

const kinds: readonly LayerKind[] = ['conv', 'transposed', 'pool', 'relu', 'flatten', 'dense', 'softmax'];

const place = { channel: 1, row: 2, col: 3 };
const learn = { kind: 'learn', channel: 0, start: { kind: 'zeros' }, share: 0.5 } as const;
const backward = { kind: 'backward', stage: 0, weight: { filter: 1, ...place }, cell: place } as const;

const questions: readonly NetworkQuestion[] = [
  { kind: 'shift', by: [-1, 2], stage: 0, channel: 3 },
  { kind: 'shuffle', seed: 7 },
  { ...learn, wanted: { kind: 'preset', preset: 'sobelX' } },
  { ...learn, wanted: { kind: 'kernel', text: '[[1]]' }, start: { kind: 'seeded', seed: 1 } },
  { ...learn, wanted: { kind: 'map', text: '[[1]]', side: 3 } },
  { ...backward, of: { kind: 'value', stage: 2, place } },
  { ...backward, of: { kind: 'loss', label: 4 } },
];

const messages: readonly FromNetworkView[] = [
  { type: 'ready' },
  { type: 'painted', revision: 3 },
  { type: 'cancel' },
  { type: 'compute' },
  { type: 'use-selection' },
  { type: 'ask', id: 1, revision: 2, question: { kind: 'trace', stage: 0, place: { channel: 1, row: 2, col: 3 } } },
  ...questions.map((question, id) => ({ type: 'ask', id, revision: 2, question }) as const),
  ...kinds.map((kind) => ({ type: 'act', act: { kind: 'add-layer', at: 1, layer: defaultLayer(kind) } }) as const),
  { type: 'act', act: { kind: 'change-layer', id: 4, layer: defaultLayer('conv') } },
  { type: 'act', act: { kind: 'remove-layer', id: 4 } },
  { type: 'act', act: { kind: 'move-layer', id: 4, to: 0 } },
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
    ...[
      { kind: 'shift', by: [0.5, 0], stage: 0, channel: 0 },
      { kind: 'shuffle', seed: -1 },
      { ...learn, share: 0, wanted: { kind: 'kernel', text: '' } },
      { ...learn, wanted: { kind: 'preset', preset: '__proto__' } },
      { ...learn, wanted: { kind: 'map', text: '[[1]]', side: 99 } },
      { ...learn, wanted: { kind: 'kernel', text: '1'.repeat(200_001) } },
      { ...backward, of: { kind: 'loss', label: 'all' } },
      { ...backward, of: { kind: 'value', stage: 2 } },
      { ...backward, weight: place, of: { kind: 'loss', label: 4 } },
    ].map((question) => ({ type: 'ask', id: 1, revision: 1, question })),
    { type: 'act', act: { kind: 'use-image', image: { kind: 'digit', digit: 10 } } },
    { type: 'act', act: { kind: 'arrange-image', arrangement: 'sideways' } },
    { type: 'act', act: { kind: 'set-weight', id: 1, index: 0, value: 1 } },
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
