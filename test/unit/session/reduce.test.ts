import assert from 'node:assert/strict';
import { conv2d } from '../../../src/engine/convolution/conv2d';
import { unaskedWork } from '../../../src/engine/convolution/planWithinCeiling';
import type { Orientation } from '../../../src/engine/kernels/orientation';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Tensor } from '../../../src/engine/tensor';
import type { Act, ExampleId } from '../../../src/session/act';
import { sessionPlan } from '../../../src/session/compute';
import { perform, startHistory } from '../../../src/session/history';
import { draftSession } from '../../../src/session/start';

function large(side: number) {
  const draft = draftSession();
  const tensor = (size: number) => ({ shape: [size, size], data: new Float64Array(size * size) });
  return {
    ...draft,
    input: { ...draft.input, tensor: tensor(600) },
    kernel: { ...draft.kernel, tensor: tensor(side) },
  };
}

describe('compute-anyway', () => {
  it('lets what is shown be computed, and can be undone', () => {
    const asked = startHistory(large(200));
    assert.ok(isPlanProblem(sessionPlan(asked.present)));
    const agreed = perform(asked, { kind: 'compute-anyway' });
    assert.ok(!isPlanProblem(sessionPlan(agreed.present)));
    assert.deepEqual(perform(agreed, { kind: 'undo' }).present.ceiling, unaskedWork);
  });

  it('holds for less, and not for more', () => {
    const { present } = perform(startHistory(large(200)), { kind: 'compute-anyway' });
    const stride = (state: typeof present) => ({ ...state, params: { ...state.params, strides: [2, 2] as const } });
    assert.ok(!isPlanProblem(sessionPlan(stride(present))));
    assert.ok(isPlanProblem(sessionPlan({ ...present, kernel: large(250).kernel })));
  });
});

function fourAxes({ shape, data }: Tensor): Tensor {
  return { shape: [1, 1, ...shape], data };
}

describe('acts on a whole matrix', () => {
  const played = (...acts: readonly Act[]) => acts.reduce(perform, startHistory(draftSession()));
  const kernel = (...acts: readonly Act[]) => {
    const { tensor } = played(...acts).present.kernel;
    return { shape: tensor.shape, data: [...tensor.data] };
  };
  const side = 'kernel';
  const block = (row: number, col: number, rows: number, cols: number, values: readonly number[]): Act => ({
    kind: 'edit-block',
    side,
    row,
    col,
    rows,
    cols,
    values,
  });
  const start = block(0, 0, 3, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9]);

  it('turns clockwise, mirrors and transposes as NumPy does', () => {
    // numpy 1.24: rot90(k, -1), fliplr(k), flipud(k), k.T
    const turned = (orientation: Orientation) => kernel(start, { kind: 'orient', side, orientation }).data;
    assert.deepEqual(turned('turned-90'), [7, 4, 1, 8, 5, 2, 9, 6, 3]);
    assert.deepEqual(turned('mirrored-left-right'), [3, 2, 1, 6, 5, 4, 9, 8, 7]);
    assert.deepEqual(turned('mirrored-top-bottom'), [7, 8, 9, 4, 5, 6, 1, 2, 3]);
    assert.deepEqual(turned('transposed'), [1, 4, 7, 2, 5, 8, 3, 6, 9]);
  });

  it('turns a kernel that is not square into one that lies the other way', () => {
    const resize: Act = { kind: 'resize', side, rows: 2, cols: 3 };
    const turn: Act = { kind: 'orient', side, orientation: 'turned-90' };
    assert.deepEqual(kernel(start, resize, turn), { shape: [3, 2], data: [4, 1, 5, 2, 6, 3] });
  });

  it('negates without negative zeros, which is taken back as one step', () => {
    const negated = played({ kind: 'scale', side, factor: -1 });
    assert.deepEqual([...negated.present.kernel.tensor.data], [-1, 0, 1, -1, 0, 1, -1, 0, 1]);
    assert.deepEqual(perform(negated, { kind: 'undo' }).present, draftSession());
  });

  it('normalises to sum 1, and leaves alone what sums to 0', () => {
    assert.deepEqual(
      kernel(block(0, 0, 3, 3, [1, 2, 1, 2, 4, 2, 1, 2, 1]), { kind: 'normalise', side }).data,
      [0.0625, 0.125, 0.0625, 0.125, 0.25, 0.125, 0.0625, 0.125, 0.0625],
    );
    assert.equal(played({ kind: 'normalise', side }).past.length, 0);
  });

  it('a block goes where it is put, and a matrix grows with what goes beyond it', () => {
    assert.deepEqual(kernel(block(1, 1, 1, 2, [8, 9])).data, [1, 0, -1, 1, 8, 9, 1, 0, -1]);
    const { shape, data } = kernel(block(2, 2, 2, 2, [5, 6, 7, 8]));
    assert.deepEqual(shape, [4, 4]);
    assert.deepEqual(data, [1, 0, -1, 0, 1, 0, -1, 0, 1, 0, 5, 6, 0, 0, 7, 8]);
  });

  it('a block that is larger than what can be made by hand changes nothing', () => {
    const far = block(
      2,
      2,
      1,
      63,
      Array.from({ length: 63 }, () => 1),
    );
    assert.equal(played(far).past.length, 0);
  });

  it('only the shown plane is changed', () => {
    const draft = draftSession();
    const planes = { shape: [2, 2, 2], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
    const state = { ...draft, kernel: { ...draft.kernel, tensor: planes, plane: 1 } };
    const { present } = perform(startHistory(state), { kind: 'scale', side, factor: 10 });
    assert.deepEqual([...present.kernel.tensor.data], [1, 2, 3, 4, 50, 60, 70, 80]);
  });

  it('says once that a text still says the matrix as it was', () => {
    const draft = draftSession();
    const origin = { kind: 'text', uri: 'file:///a.py', place: 'a.py', start: 0, end: 9 } as const;
    const state = { ...draft, kernel: { ...draft.kernel, origin } };
    const once = perform(startHistory(state), { kind: 'scale', side, factor: 2 });
    assert.deepEqual(once.present.notice, { code: 'kept-here', place: 'a.py', reason: 'whole' });
    assert.equal(perform(once, { kind: 'scale', side, factor: 2 }).present.notice, undefined);
  });

  it('shows the examples of the course, with the maps that it gives them', () => {
    const map = (id: ExampleId) => {
      const { input, kernel: weights } = played({ kind: 'use-example', id }).present;
      const plan = sessionPlan(played({ kind: 'use-example', id }).present);
      assert.ok(!isPlanProblem(plan));
      return [...conv2d(plan, fourAxes(input.tensor), fourAxes(weights.tensor)).data];
    };
    assert.deepEqual(map('every-step'), [-4, -4, -4, -4]);
    assert.deepEqual(map('one-patch'), [3]);
    assert.deepEqual(map('bright-edge'), [760]);
    assert.deepEqual(map('nine-patches'), [-4, -2, 4, 0, -4, 0, 2, 0, -1]);
  });
});
