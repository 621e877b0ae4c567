import assert from 'node:assert/strict';
import type { Act } from '../../../src/session/act';
import {
  type History,
  mapHistory,
  moveOnWriting,
  perform,
  startHistory,
  tellInHistory,
  withoutLastStep,
} from '../../../src/session/history';
import { shownMatrix } from '../../../src/session/operand';
import { draftSession } from '../../../src/session/start';
import type { Notice } from '../../../src/session/state';

function played(...acts: readonly Act[]): History {
  return acts.reduce(perform, startHistory(draftSession()));
}

describe('perform(history, act)', () => {
  it('changes parameters and leaves the others as they were', () => {
    const { params } = played({ kind: 'set-params', params: { strides: [2, 2] } }).present;
    assert.deepEqual(params.strides, [2, 2]);
    assert.deepEqual(params.padding, { kind: 'valid' });
  });

  it('changes one cell of the kernel without touching the preset', () => {
    const { kernel } = played({ kind: 'edit-cell', side: 'kernel', row: 0, col: 1, value: 7 }).present;
    assert.deepEqual([...kernel.tensor.data], [1, 7, -1, 1, 0, -1, 1, 0, -1]);
    assert.deepEqual([...(kernel.written?.data ?? [])], [1, 0, -1, 1, 0, -1, 1, 0, -1]);
    assert.deepEqual([...draftSession().kernel.tensor.data], [1, 0, -1, 1, 0, -1, 1, 0, -1]);
  });

  it('ignores a cell that is not there, and leaves no step to undo', () => {
    const history = played({ kind: 'edit-cell', side: 'kernel', row: 3, col: 0, value: 7 });
    assert.equal(history.past.length, 0);
  });

  it('swaps, and swaps back', () => {
    const swapped = played({ kind: 'swap' }).present;
    assert.deepEqual(shownMatrix(swapped.input).shape, [3, 3]);
    const back = played({ kind: 'swap' }, { kind: 'swap' }).present;
    assert.deepEqual(shownMatrix(back.input).shape, [5, 5]);
  });

  it('undoes and does again, and forgets what was undone after a new act', () => {
    const stride: Act = { kind: 'set-params', params: { strides: [2, 2] } };
    const undone = played(stride, { kind: 'undo' });
    assert.deepEqual(undone.present.params.strides, [1, 1]);
    assert.deepEqual(perform(undone, { kind: 'redo' }).present.params.strides, [2, 2]);
    const other = perform(undone, { kind: 'set-params', params: { strides: [3, 3] } });
    assert.deepEqual(perform(other, { kind: 'redo' }).present.params.strides, [3, 3]);
  });

  it('maps every state, and is the same history where nothing changes', () => {
    const history = played({ kind: 'swap' }, { kind: 'swap' }, { kind: 'undo' });
    assert.equal(
      mapHistory(history, (state) => state),
      history,
    );
    const notice = { code: 'source-deleted', place: 'a.py' } as const;
    const told = mapHistory(history, (state) => ({ ...state, notice }));
    for (const state of [...told.past, told.present, ...told.future]) assert.equal(state.notice, notice);
  });

  it('has nothing to undo at the start', () => {
    const start = startHistory(draftSession());
    assert.deepEqual(perform(start, { kind: 'undo' }), start);
    assert.deepEqual(perform(start, { kind: 'redo' }), start);
  });

  it('keeps what an act wrote into a text until undo, and no longer than its state', () => {
    const wrote = { uri: 'file:///a.py', place: 'a.py', range: { start: 0, end: 1 }, before: '1', after: '2' };
    const written = moveOnWriting(startHistory(draftSession()), wrote);
    assert.equal(written.present.wrote, wrote);
    assert.equal(perform(written, { kind: 'swap' }).present.wrote, undefined);
    assert.equal(perform(perform(written, { kind: 'undo' }), { kind: 'redo' }).present.wrote, wrote);
    assert.deepEqual(withoutLastStep(written), startHistory(draftSession()));
  });

  it('tells of an act until the next one, and of a text until it is read again', () => {
    const told = (notice: Notice) => perform(tellInHistory(startHistory(draftSession()), notice), { kind: 'swap' });
    const kept = told({ code: 'kept-here', place: 'a.py', reason: 'read-only' });
    assert.equal(kept.present.notice, undefined);
    assert.equal(perform(kept, { kind: 'undo' }).present.notice, undefined);
    assert.equal(told({ code: 'source-deleted', place: 'a.py' }).present.notice?.code, 'source-deleted');
  });

  it('resizes with zeros where there was nothing', () => {
    const { kernel } = played({ kind: 'resize', side: 'kernel', rows: 2, cols: 4 }).present;
    assert.deepEqual([...kernel.tensor.data], [1, 0, -1, 0, 1, 0, -1, 0]);
  });
});
