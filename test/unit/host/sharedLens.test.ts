import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readShared, writeShared } from '../../../src/host/sharedLens';
import { freshView, type KeptView } from '../../../src/protocol/keptView';
import type { Operand } from '../../../src/session/operand';
import { saveSession } from '../../../src/session/saved';
import { draftSession, presetOperand } from '../../../src/session/start';

const text = {
  kind: 'text',
  uri: 'file:///home/somebody/secret.py',
  place: 'secret.py',
  start: 8,
  end: 60,
  languageId: 'python',
} as const;

const view: KeptView = {
  ...freshView,
  step: 7,
  showWhole: false,
  settings: { asRows: true, cells: 'numbers', digits: 'more', colours: 'magma' },
  zoom: { scale: 3, left: 0.25, top: 0.5 },
};

function matrix(shape: readonly number[], data: readonly number[], more: Partial<Operand> = {}): Operand {
  return { ...draftSession().input, tensor: { shape, data: Float64Array.from(data) }, ...more };
}

describe('what is shared', () => {
  it('is every number bit for bit, the parameters, the step and the look', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 6, maxLength: 6 }), (values) => {
        const state = {
          ...draftSession(),
          input: matrix([2, 3], values, { name: 'image' }),
          kernel: presetOperand('sobelX')!,
          params: { ...draftSession().params, strides: [2, 1] as const, fill: { kind: 'reflect' } as const },
        };
        const back = readShared(writeShared({ state, view })!);
        assert.ok(back);
        assert.ok(back.state.input.tensor.data.every((value, i) => Object.is(value, values[i])));
        assert.equal(back.state.input.name, 'image');
        assert.deepEqual(back.state.kernel, state.kernel);
        assert.deepEqual(back.state.params, state.params);
        assert.deepEqual(back.view, view);
      }),
    );
  });

  it('names no file of who shares it', () => {
    const state = { ...draftSession(), input: matrix([1, 2], [1, 2], { origin: text, name: 'image' }) };
    assert.doesNotMatch(writeShared({ state, view })!, /secret|somebody|file:/);
  });

  it('holds all numbers of a text that is too long to be saved with a reload, and no reload', () => {
    const data = Array.from({ length: 30_000 }, (_, i) => i % 9);
    const input = matrix([150, 200], data, { origin: text });
    assert.equal(saveSession({ ...draftSession(), input }).input.numbers, undefined);
    const back = readShared(writeShared({ state: { ...draftSession(), input }, view })!);
    assert.deepEqual([...(back?.state.input.tensor.data ?? [])], data);
  });

  it('is not written where there are more numbers than are saved', () => {
    const input = matrix([600, 600], new Array(360_000).fill(1));
    assert.equal(writeShared({ state: { ...draftSession(), input }, view }), undefined);
  });
});

describe('what a stranger has written', () => {
  const written = () => JSON.parse(writeShared({ state: draftSession(), view })!);
  const read = (shared: unknown) => readShared(JSON.stringify(shared));

  it('is refused where it is no session', () => {
    assert.ok(read(written()));
    for (const wrong of ['', '{', 'null', '[]', '"x"', '{"lens":1}', '{"lens":1,"session":{"version":1}}'])
      assert.equal(readShared(wrong), undefined, wrong);
    assert.equal(read({ ...written(), lens: 2 }), undefined);
    for (const numbers of [undefined, 7, '', '1 2', '1 2 x 4 5 6 7 8 9', '<script>', 'NaN NaN'])
      assert.equal(read(withInput({ shape: [3, 3], numbers })), undefined, String(numbers));
    for (const shape of [[1e9, 1e9], [0], [], [-1, -9], [3], 'x', [1, 1, 1, 1, 9]])
      assert.equal(read(withInput({ shape, numbers: '1 2 3 4 5 6 7 8 9' })), undefined, String(shape));
  });

  it('leads to no file, whatever it says of where its numbers come from', () => {
    for (const origin of [text, { kind: 'file', uri: 'file:///etc/passwd', place: 'x' }, { kind: 'clipboard' }, 7])
      assert.deepEqual(read(withInput({ origin }))?.state.input.origin, { kind: 'draft' });
    const slipped = withInput({ written: { shape: [1, 1], numbers: '1' }, places: {}, isNamed: true });
    assert.deepEqual(read(slipped)?.state.input, read(written())?.state.input);
  });

  it('has no name that would fill a page, and a view that falls back where it is nonsense', () => {
    assert.equal(read(withInput({ name: 'x'.repeat(5000) }))?.state.input.name, undefined);
    assert.deepEqual(read({ ...written(), view: { step: -4, settings: { colours: 'javascript:' } } })?.view, freshView);
  });

  function withInput(change: Readonly<Record<string, unknown>>) {
    const shared = written();
    return { ...shared, session: { ...shared.session, input: { ...shared.session.input, ...change } } };
  }
});
