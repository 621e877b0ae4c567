import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromView } from '../../../src/host/readFromView';
import { freshView } from '../../../src/protocol/keptView';
import { lookSteps } from '../../../src/protocol/sentLook';

describe('a page of the view', () => {
  const grey = '#808080';
  const named = ['paper', 'ink', 'quiet', 'hairline', 'mat', 'accent', 'positive', 'negative'];
  const look = {
    ...Object.fromEntries(named.map((name) => [name, grey])),
    tones: new Array(lookSteps.tones).fill(grey),
    fills: new Array(lookSteps.fills).fill(grey),
    digits: new Array(lookSteps.fills).fill(grey),
  };
  const page = (change: Readonly<Record<string, unknown>>) => ({
    type: 'page',
    id: 3,
    view: freshView,
    look,
    ...change,
  });

  it('is taken with its step and look, and falls back to the usual look where that is nonsense', () => {
    const view = { ...freshView, step: 12, settings: { ...freshView.settings, colours: 'magma' } };
    assert.deepEqual(readFromView(page({ view })), page({ view }));
    for (const wrong of [undefined, null, 'x', { step: '1', settings: { colours: 'url(x)' } }])
      assert.deepEqual(readFromView(page({ view: wrong })), page({}));
  });

  it('is refused where a colour is none', () => {
    for (const ink of ['red', '#80808', 'url(x)', 7])
      assert.equal(readFromView(page({ look: { ...look, ink } })), undefined);
  });
});

describe('readFromView(message)', () => {
  const good: readonly unknown[] = [
    { type: 'ready' },
    { type: 'reveal-source', side: 'kernel' },
    { type: 'point', side: 'input', row: 3, col: 0, opens: true },
    { type: 'painted', revision: 7 },
    { type: 'picture-side', role: 'output', side: 520 },
    { type: 'region', id: 'm1', window: { row: -4, col: 0, rows: 90, cols: 90 } },
    { type: 'copy', role: 'input' },
    { type: 'copy', role: 'output', window: { row: 1, col: 2, rows: 3, cols: 4 } },
    { type: 'paste', side: 'kernel', window: { row: 1, col: 0, rows: 1, cols: 1 } },
    { type: 'try-cell', side: 'input', row: 1, col: 0, value: 0.5 },
    { type: 'try-end' },
    { type: 'copy-as', role: 'output' },
    { type: 'decoded', id: 1, rows: 1, cols: 2, planes: 3, levels: new Uint8Array(6), hasAlpha: false },
    { type: 'undecodable', id: 1 },
    { type: 'read-as', side: 'kernel', as: 'rows-first' },
    { type: 'read-as', side: 'input', as: 'square' },
    { type: 'reveal-note', side: 'input', line: 2 },
    { type: 'cancel' },
    { type: 'compute' },
    { type: 'act', act: { kind: 'compute-anyway' } },
    { type: 'act', act: { kind: 'swap' } },
    { type: 'act', act: { kind: 'undo' } },
    { type: 'act', act: { kind: 'use-preset', id: 'sobelX' } },
    { type: 'act', act: { kind: 'use-candidate', side: 'input', index: 0 } },
    { type: 'act', act: { kind: 'edit-cell', side: 'kernel', row: 0, col: 2, value: -0.5 } },
    {
      type: 'act',
      act: { kind: 'edit-block', side: 'input', row: 1, col: 0, rows: 1, cols: 2, values: [1, Number.NaN] },
    },
    { type: 'act', act: { kind: 'use-example', id: 'one-patch' } },
    { type: 'act', act: { kind: 'use-pattern', side: 'input', pattern: { kind: 'random', seed: 7 } } },
    { type: 'act', act: { kind: 'use-pattern', side: 'kernel', pattern: { kind: 'edge' } } },
    { type: 'act', act: { kind: 'orient', side: 'kernel', orientation: 'transposed' } },
    { type: 'act', act: { kind: 'scale', side: 'kernel', factor: -1 } },
    { type: 'act', act: { kind: 'normalise', side: 'kernel' } },
    { type: 'act', act: { kind: 'resize', side: 'input', rows: 7, cols: 9 } },
    { type: 'act', act: { kind: 'show-plane', side: 'input', plane: 2 } },
    { type: 'act', act: { kind: 'set-params', params: { strides: [2, 1], flip: true } } },
    {
      type: 'act',
      act: {
        kind: 'set-params',
        params: { padding: { kind: 'all', amount: 1 }, fill: { kind: 'constant', value: 3 } },
      },
    },
  ];
  for (const message of good)
    it(`accepts ${JSON.stringify(message)}`, () => assert.deepEqual(readFromView(message), message));

  const bad: readonly unknown[] = [
    undefined,
    null,
    'ready',
    ['ready'],
    {},
    { type: 'run', command: 'workbench.action.terminal.new' },
    { type: 'reveal-source', side: 'both' },
    { type: 'point', side: 'map', row: 3, col: 0, opens: true },
    { type: 'point', side: 'input', row: -3, col: 0, opens: true },
    { type: 'point', side: 'input', row: 3, col: 0, opens: 'yes' },
    { type: 'painted', revision: -1 },
    { type: 'picture-side', role: 'output', side: 0 },
    { type: 'picture-side', role: 'output', side: 1e9 },
    { type: 'picture-side', role: 'all', side: 100 },
    { type: 'region', id: 1, window: { row: 0, col: 0, rows: 1, cols: 1 } },
    { type: 'region', id: 'm1', window: { row: 0, col: 0, rows: 1e5, cols: 1e5 } },
    { type: 'region', id: 'm1', window: { row: 0.5, col: 0, rows: 1, cols: 1 } },
    { type: 'copy', role: 'both' },
    { type: 'copy', role: 'input', window: 'all' },
    { type: 'paste', side: 'output', window: { row: 0, col: 0, rows: 1, cols: 1 } },
    { type: 'paste', side: 'input', window: { row: -1, col: 0, rows: 1, cols: 1 } },
    { type: 'try-cell', side: 'input', row: -1, col: 0, value: 0.5 },
    { type: 'try-cell', side: 'input', row: 0, col: 0, value: '1' },
    { type: 'copy-as', role: 'both' },
    { type: 'decoded', id: 1, rows: 1, cols: 2, planes: 3, levels: new Uint8Array(5), hasAlpha: false },
    { type: 'decoded', id: 1, rows: 1, cols: 2, planes: 2, levels: new Uint8Array(4), hasAlpha: false },
    { type: 'decoded', id: 1, rows: 1, cols: 2, planes: 1, levels: [1, 2], hasAlpha: false },
    { type: 'undecodable', id: 'one' },
    { type: 'read-as', side: 'kernel', as: 'heap' },
    { type: 'read-as', side: 'output', as: 'square' },
    { type: 'reveal-note', side: 'input', line: -1 },
    { type: 'act' },
    { type: 'act', act: { kind: 'use-preset', id: 'constructor' } },
    { type: 'act', act: { kind: 'use-preset', id: '__proto__' } },
    { type: 'act', act: { kind: 'edit-cell', side: 'kernel', row: -1, col: 0, value: 1 } },
    { type: 'act', act: { kind: 'edit-cell', side: 'kernel', row: 0.5, col: 0, value: 1 } },
    { type: 'act', act: { kind: 'edit-cell', side: 'kernel', row: 0, col: 0, value: '1' } },
    { type: 'act', act: { kind: 'edit-block', side: 'input', row: 0, col: 0, rows: 1, cols: 2, values: [1] } },
    { type: 'act', act: { kind: 'edit-block', side: 'input', row: 0, col: 0, rows: 65, cols: 64, values: [] } },
    { type: 'act', act: { kind: 'use-example', id: 'toString' } },
    { type: 'act', act: { kind: 'use-pattern', side: 'input', pattern: { kind: 'random', seed: 0.5 } } },
    { type: 'act', act: { kind: 'use-pattern', side: 'input', pattern: 'edge' } },
    { type: 'act', act: { kind: 'orient', side: 'kernel', orientation: 'inside-out' } },
    { type: 'act', act: { kind: 'scale', side: 'kernel', factor: Number.POSITIVE_INFINITY } },
    { type: 'act', act: { kind: 'normalise', side: 'output' } },
    { type: 'act', act: { kind: 'resize', side: 'input', rows: 65, cols: 1 } },
    { type: 'act', act: { kind: 'resize', side: 'input', rows: 0, cols: 1 } },
    { type: 'act', act: { kind: 'set-params', params: { strides: [2] } } },
    { type: 'act', act: { kind: 'set-params', params: { strides: [1e12, 1] } } },
    { type: 'act', act: { kind: 'set-params', params: { unknown: 1 } } },
    { type: 'act', act: { kind: 'set-params', params: { padding: { kind: 'explicit', top: 1 } } } },
  ];
  for (const message of bad)
    it(`refuses ${JSON.stringify(message)}`, () => assert.equal(readFromView(message), undefined));

  it('hands on nothing that it does not know', () => {
    const message = { type: 'act', act: { kind: 'swap', extra: 1 }, more: 2 };
    assert.deepEqual(readFromView(message), { type: 'act', act: { kind: 'swap' } });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readFromView(value)));
    fc.assert(fc.property(fc.anything(), (act) => void readFromView({ type: 'act', act })));
  });
});
