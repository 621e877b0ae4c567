import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { unaskedWork } from '../../../src/engine/convolution/planWithinCeiling';
import { freshView } from '../../../src/protocol/keptView';
import type { ShownOperand, Snapshot } from '../../../src/protocol/lens';
import type { ShownLesson } from '../../../src/protocol/lesson';
import type { Hides } from '../../../src/session/lessons/lesson';
import { lensFacts } from '../../../src/view/state/lensFacts';
import { lensModel } from '../../../src/view/state/lensModel';

const operand: ShownOperand = {
  id: 'k',
  rows: 1,
  cols: 1,
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

const lesson = { subject: 7, at: undefined, show: [] } as unknown as ShownLesson;

/** A lens on 1 2 ⊛ 3 = 3 6, under a lesson about its subject 7 or another one. */
function lensUnder(hides: Hides, subject = 7) {
  const model = lensModel('panel', freshView);
  const shown: Partial<Snapshot> = {
    subject,
    input: { ...operand, id: 'i', cols: 2 },
    kernel: operand,
    output: { id: 'o', rows: 1, cols: 2, path: 'ordered' as never, error: { kind: 'exact' } as never },
    params: defaultConv2dParams,
    ceiling: unaskedWork,
  };
  model.snapshot.value = shown as Snapshot;
  const matrix = (...numbers: readonly number[]) => ({
    shape: [1, numbers.length] as const,
    data: Float64Array.from(numbers),
  });
  model.matrices.value = new Map([
    ['i', matrix(1, 2)],
    ['k', matrix(3)],
    ['o', matrix(3, 6)],
  ]);
  model.lesson.value = { ...lesson, hides };
  return { model, facts: lensFacts(model) };
}

describe('a lesson in the lens', () => {
  it('leaves everything to be seen where it hides nothing', () => {
    const { facts } = lensUnder('nothing');
    assert.equal(facts.shown.value?.sum, 3);
    assert.equal(facts.output.value?.at(0, 1), 6);
  });

  it('keeps back products, sums and map, but not where the patch lies', () => {
    const { facts } = lensUnder('values');
    assert.equal(facts.shown.value?.sum, undefined);
    assert.equal(facts.shown.value?.terms, undefined);
    assert.equal(facts.output.value, undefined);
    assert.deepEqual(facts.shown.value?.cols, [0]);
  });

  it('keeps back the size of the map and all that follows from it', () => {
    const { facts } = lensUnder('size');
    assert.equal(facts.plan.value, undefined);
    assert.equal(facts.problem.value, undefined);
    assert.equal(facts.steps.value, 0);
    assert.equal(facts.shown.value, undefined);
    assert.equal(facts.output.value, undefined);
  });

  it('keeps nothing back of what else is shown meanwhile, and shows again what is answered', () => {
    assert.equal(lensUnder('values', 8).facts.shown.value?.sum, 3);
    const { model, facts } = lensUnder('size');
    model.lesson.value = { ...lesson, hides: 'nothing' };
    assert.equal(facts.shown.value?.sum, 3);
  });
});
