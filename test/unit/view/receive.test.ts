import assert from 'node:assert/strict';
import { type Conv2dParams, defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { unaskedWork } from '../../../src/engine/convolution/planWithinCeiling';
import type { Picture } from '../../../src/engine/picture/picture';
import { freshView, wholePicture } from '../../../src/protocol/keptView';
import type { FromView, Snapshot, ToView } from '../../../src/protocol/lens';
import { lensFacts } from '../../../src/view/state/lensFacts';
import { lensModel } from '../../../src/view/state/lensModel';
import { receiver } from '../../../src/view/state/receive';
import { takeView } from '../../../src/view/state/takeView';

const operand = {
  name: undefined,
  plane: 0,
  planes: 1,
  edited: false,
  hasSource: false,
  computed: false,
  preset: undefined,
  told: undefined,
  reading: undefined,
};

function snapshot(revision: number, subject: number, params: Partial<Conv2dParams> = {}): ToView {
  const all = { ...defaultConv2dParams, ...params };
  const shown: Snapshot = {
    revision,
    subject,
    input: { ...operand, id: 'i', rows: 5, cols: 5 },
    kernel: { ...operand, id: 'k', rows: 3, cols: 3 },
    output: undefined,
    progress: undefined,
    cancelled: false,
    ceiling: unaskedWork,
    seconds: undefined,
    params: all,
    candidates: [],
    notice: undefined,
    canUndo: false,
    canRedo: false,
  };
  return { type: 'snapshot', snapshot: shown };
}

function surface(step: number) {
  const model = lensModel('panel', { ...freshView, step });
  const facts = lensFacts(model);
  const posted: FromView[] = [];
  const receive = receiver(
    model,
    facts,
    (message) => posted.push(message),
    (act) => act(),
  );
  return { model, facts, posted, receive };
}

describe('receiver', () => {
  it('keeps the step that was restored, as far as the map has it', () => {
    const first = surface(4);
    first.receive(snapshot(1, 1));
    assert.equal(first.model.step.value, 4);
    const beyond = surface(99);
    beyond.receive(snapshot(1, 1));
    assert.ok(beyond.model.step.value < beyond.facts.steps.value);
  });

  it('stays at its row and column when the map changes its size', () => {
    const { model, receive } = surface(4);
    receive(snapshot(1, 1));
    receive(snapshot(2, 1, { padding: { kind: 'all', amount: 1 } }));
    assert.equal(model.step.value, 6);
    receive(snapshot(3, 1, { strides: [2, 2] }));
    assert.equal(model.step.value, 3);
  });

  it('begins again with another pair of matrices', () => {
    const { model, receive } = surface(4);
    receive(snapshot(1, 1));
    receive(snapshot(2, 2));
    assert.equal(model.step.value, 0);
  });

  it('stays at the part of a picture that is looked at, until another picture comes', () => {
    const { model, receive } = surface(0);
    const zoom = { scale: 4, left: 0.5, top: 0.25 };
    model.zoom.value = zoom;
    receive(snapshot(1, 1));
    receive(snapshot(2, 1, { strides: [2, 2] }));
    assert.deepEqual(model.zoom.value, zoom);
    const another = snapshot(3, 1) as Extract<ToView, { type: 'snapshot' }>;
    receive({
      ...another,
      snapshot: { ...another.snapshot, input: { ...another.snapshot.input, rows: another.snapshot.input.rows + 1 } },
    });
    assert.deepEqual(model.zoom.value, wholePicture);
  });

  it('is a presentation while the host asks for one', () => {
    const { model, receive } = surface(0);
    receive({ type: 'present' });
    assert.equal(model.presenting.value, true);
    receive({ type: 'present' });
    assert.equal(model.presenting.value, false);
  });

  it('keeps exactly the matrices that the newest snapshot names, and no older snapshot', () => {
    const { model, receive } = surface(0);
    for (const id of ['i', 'k', 'old']) receive({ type: 'matrix', id, rows: 1, cols: 1, data: Float64Array.of(1) });
    receive(snapshot(5, 1));
    assert.deepEqual([...model.matrices.value.keys()], ['i', 'k']);
    receive(snapshot(4, 1, { strides: [2, 2] }));
    assert.deepEqual(model.snapshot.value?.params.strides, [1, 1]);
  });

  it('holds the newest regions of a picture, and no more than 16 MB of them', () => {
    const { model, receive } = surface(0);
    receive({ type: 'picture', id: 'i', picture: {} as Picture });
    const cells = 512 * 512;
    for (let row = 0; row < 20; row++)
      receive({
        type: 'region',
        id: 'i',
        window: { row, col: 0, rows: 512, cols: 512 },
        data: new Float64Array(cells).fill(row),
      });
    const held = model.regions.value.get('i') ?? [];
    assert.equal(held[0]?.row, 19);
    assert.ok(held.length >= 4 && held.length * cells * 8 <= 2 ** 24);
  });

  it('passes over what is no message', () => {
    const { model, receive } = surface(0);
    for (const message of [undefined, null, 7, {}, { type: 'toString' }, { type: 'nonsense' }])
      receive(message as unknown as ToView);
    assert.equal(model.snapshot.value, undefined);
  });
});

describe('a session that was brought in with a view', () => {
  it('is shown at that step in that look, and at its last step where it has fewer', () => {
    const { model, facts, receive } = surface(0);
    receive(snapshot(1, 1));
    const view = { ...freshView, step: 5, showWhole: false, settings: { ...freshView.settings, asRows: true } };
    takeView(model, facts, view);
    assert.deepEqual([model.step.value, model.showWhole.value, model.settings.value.asRows], [5, false, true]);
    takeView(model, facts, { ...view, step: 400 });
    assert.equal(model.step.value, 8);
  });
});
