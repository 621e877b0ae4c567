import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withCell } from '../../../src/session/operand';
import { restoreSession, saveSession } from '../../../src/session/saved';
import { draftSession } from '../../../src/session/start';

describe('restoreSession(saveSession(state))', () => {
  it('brings back every number bit for bit through JSON', () => {
    const numbers = fc.array(fc.double(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(numbers, (values) => {
        const draft = draftSession();
        const input = { ...draft.input, tensor: { shape: [2, 3], data: Float64Array.from(values) } };
        const back = restoreSession(JSON.parse(JSON.stringify(saveSession({ ...draft, input }))));
        assert.ok(back?.input.tensor.data.every((value, i) => Object.is(value, values[i])));
      }),
    );
  });

  it('brings back parameters, names, places and what the text said before an edit', () => {
    const draft = draftSession();
    const origin = { kind: 'text', uri: 'file:///a.py', place: 'a.py', start: 3, end: 40 } as const;
    const state = {
      ...draft,
      input: withCell({ ...draft.input, name: 'image', origin }, 0, 0, 9),
      params: { ...draft.params, padding: { kind: 'all', amount: 1 } as const, flip: true },
    };
    assert.deepEqual(restoreSession(JSON.parse(JSON.stringify(saveSession(state)))), state);
  });

  it('brings back how a text was chosen to be read, and nothing that is no choice', () => {
    const draft = draftSession();
    const place = { kind: 'text', uri: 'file:///a.R', place: 'a.R', start: 3, end: 40, languageId: 'r' } as const;
    const input = {
      ...draft.input,
      arrangement: 'square',
      origin: { ...place, choice: { order: 'rows', division: 'true' } },
    } as const;
    const state = { ...draft, input };
    assert.deepEqual(restoreSession(JSON.parse(JSON.stringify(saveSession(state)))), state);
    const saved = saveSession(state);
    const spoilt = { ...saved.input, arrangement: 'heap', origin: { ...place, choice: { order: 'up' }, run: 'me' } };
    assert.deepEqual(restoreSession({ ...saved, input: spoilt })?.input, { ...draft.input, origin: place });
  });

  it('leaves the numbers of a large literal to its text', () => {
    const draft = draftSession();
    const tensor = { shape: [200, 200], data: new Float64Array(40_000).fill(1) };
    const origin = { kind: 'text', uri: 'file:///a.py', place: 'a.py', start: 0, end: 9 } as const;
    const saved = saveSession({ ...draft, input: { ...draft.input, tensor, origin } });
    assert.equal(saved.input.numbers, undefined);
    assert.deepEqual(restoreSession(saved)?.input.tensor.shape, [200, 200]);
  });

  it('gives nothing for what is no saved session', () => {
    const good = saveSession(draftSession());
    const bad: readonly unknown[] = [
      undefined,
      null,
      7,
      'session',
      [],
      {},
      { ...good, version: 2 },
      { ...good, input: undefined },
      { ...good, input: { ...good.input, shape: [5, -5] } },
      { ...good, input: { ...good.input, shape: [1e9, 1e9] } },
      { ...good, input: { ...good.input, numbers: '1 2 3' } },
      { ...good, kernel: { ...good.kernel, origin: { kind: 'text' } } },
      { ...good, params: { strides: [1] } },
      { ...good, params: { padding: { kind: 'all', amount: '1' } } },
    ];
    for (const saved of bad) assert.equal(restoreSession(saved), undefined, JSON.stringify(saved));
  });

  it('never throws on anything', () => {
    fc.assert(fc.property(fc.anything(), (value) => restoreSession(value) === undefined));
  });
});
