import assert from 'node:assert/strict';
import { presetById } from '../../../../src/engine/kernels/presets';
import { loopConvolve } from '../../../../src/engine/network/convolve';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import { finished } from '../../../../src/engine/network/finished';
import { drawnDigit } from '../../../../src/engine/network/inputs/drawnDigit';
import { planNetwork } from '../../../../src/engine/network/planNetwork';
import { runNetwork } from '../../../../src/engine/network/runNetwork';
import { answerQuestion } from '../../../../src/session/network/answerQuestion';
import { effectiveLayers } from '../../../../src/session/network/effectiveLayers';
import type { NetworkAnswers, QuestionKind, QuestionOf } from '../../../../src/session/network/networkQuestion';
import type { SentActivation } from '../../../../src/session/network/networkRequest';
import { startNetwork } from '../../../../src/session/network/startNetwork';

const state = startNetwork();
const image = { shape: [1, 28, 28] as const, data: drawnDigit(3).data.map((level) => level / 255) };
const run = runNetwork(planNetwork(image.shape, effectiveLayers(state)), image);

function answerTo<Kind extends QuestionKind>(question: QuestionOf<Kind>): NetworkAnswers[Kind] | undefined {
  const answer = finished(answerQuestion(run, question, loopConvolve));
  assert.ok(answer === undefined || answer.kind === question.kind);
  return answer?.value as NetworkAnswers[Kind] | undefined;
}

function numbersOf(sent: SentActivation): Float64Array {
  assert.ok(sent.kind === 'whole');
  return sent.data;
}

const cell = { channel: 0, row: 9, col: 9 };
const weight = { filter: 0, channel: 0, row: 1, col: 2 };

describe('questions about a network', () => {
  it('a moved image moves the map of a convolution, and by half a cell that of a pooling by two', () => {
    const answer = answerTo({ kind: 'shift', by: [2, 1], stage: 0, channel: 1 })!;
    const [before, after] = [numbersOf(answer.before), numbersOf(answer.after)];
    // What the map had at (10, 10) it now has at (12, 11).
    assert.equal(after[12 * 26 + 11], before[10 * 26 + 10]);
    assert.ok(numbersOf(answer.difference).every((value) => value === 0));
    assert.deepEqual(answer.stages[0]!.expected, [2, 1]);
    assert.equal(answer.stages[0]!.following!.differing, 0);
    assert.deepEqual(answer.stages[2]!.expected, [1, 0.5]);
    assert.equal(answer.stages[2]!.isWhole, false);
    assert.equal(answer.stages.at(-1)!.expected, undefined);
    assert.deepEqual(answer.scores?.before, run.activations.at(-1)!.data);
  });

  it('moves nothing out of sight, and has no stage or channel that is not there', () => {
    for (const more of [{ by: [28, 0] }, { stage: 7 }, { channel: 4 }] as const)
      assert.equal(answerTo({ kind: 'shift', by: [0, 0], stage: 0, channel: 0, ...more }), undefined);
  });

  it('shuffled pixels change a convolution, and a dense layer by roundings alone', () => {
    const { dense, conv, image: plain, shuffled } = answerTo({ kind: 'shuffle', seed: 1 })!;
    assert.ok(dense.largest <= dense.rounding);
    assert.ok(conv.differing > 0 && conv.largestSorted > 0);
    assert.notDeepEqual(numbersOf(shuffled), numbersOf(plain));
    assert.deepEqual(numbersOf(shuffled).toSorted(), numbersOf(plain).toSorted());
  });

  const start = { kind: 'zeros' } as const;

  it('finds a hidden kernel below the largest stable rate, and diverges above it', () => {
    const wanted = { kind: 'preset', preset: 'sobelX' } as const;
    const answer = answerTo({ kind: 'learn', channel: 0, wanted, start, share: 0.5 })!;
    assert.ok('run' in answer);
    const { losses, kernels, steps } = answer.run;
    assert.ok(losses.every((loss, step) => step === 0 || loss <= losses[step - 1]!));
    const last = kernels.slice(steps * 9);
    const { data } = presetById('sobelX')!.matrix;
    const off = last.reduce((most, value, i) => Math.max(most, Math.abs(value - data[i]!)), 0);
    const before = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    assert.ok(off < before / 2, `${off}`);
    const diverging = answerTo({ kind: 'learn', channel: 0, wanted, start, share: 1.5 })!;
    assert.ok('run' in diverging && ['growing', 'overflowed'].includes(diverging.run.verdict));
  });

  it('reads kernels and maps as they are written, and says what is wrong with others', () => {
    const learn = (wanted: QuestionOf<'learn'>['wanted']) =>
      answerTo({ kind: 'learn', channel: 0, wanted, start: { kind: 'seeded', seed: 2 }, share: 0.5 })!;
    const kernel = learn({ kind: 'kernel', text: '[[1, 0], [0, 1]]' });
    assert.ok('run' in kernel);
    assert.deepEqual(kernel.kernelShape, [2, 2]);
    assert.deepEqual(kernel.target.shape, [27, 27]);
    assert.ok('run' in learn({ kind: 'kernel', text: 'k3 = np.array([[1, 0], [0, 1]], dtype=np.float64)' }));
    const problemOf = (answer: ReturnType<typeof learn>) => 'problem' in answer && answer.problem;
    assert.equal(problemOf(learn({ kind: 'kernel', text: 'no numbers' })), 'unread');
    assert.equal(problemOf(learn({ kind: 'kernel', text: '[[1, 2]] and [[3, 4]]' })), 'unread');
    assert.equal(problemOf(learn({ kind: 'kernel', text: `[[${'1, '.repeat(9)}1]]` })), 'kernel-too-large');
    assert.equal(problemOf(learn({ kind: 'map', text: '[[1, 2], [3, 4]]', side: 3 })), 'map-of-other-size');
  });

  it('the loss comes back to the scores as share minus one for its class, share for the others', () => {
    const shares = run.activations.at(-1)!.data;
    const label = 4;
    const of = { kind: 'loss', label } as const;
    const answer = answerTo({ kind: 'backward', of, stage: 6, weight, cell: { channel: 0, row: 0, col: label } })!;
    assert.equal(answer.value, -Math.log(shares[label]!));
    for (const [at, value] of numbersOf(answer.input).entries()) {
      const expected = shares[at]! - (at === label ? 1 : 0);
      assert.ok(Math.abs(value - expected) < 1e-12, `${value} and ${expected}`);
    }
    assert.equal(answer.weights, undefined);
  });

  it('shows for a weight of a transposed convolution the channel that it acts on', () => {
    const layers = [{ ...defaultLayer('transposed'), filters: 2, groups: 2 }];
    const image = { shape: [4, 2, 2] as const, data: Float64Array.from({ length: 16 }, (_, i) => i) };
    const transposed = runNetwork(planNetwork(image.shape, layers), image);
    const of = { kind: 'value', stage: 0, place: { channel: 1, row: 3, col: 2 } } as const;
    // The last of four channels lies in the second group, whose one filter makes channel 1.
    const last = { filter: 3, channel: 0, row: 1, col: 0 };
    const question = { kind: 'backward', of, stage: 0, weight: last, cell: { channel: 3, row: 1, col: 1 } } as const;
    const answer = finished(answerQuestion(transposed, question, loopConvolve));
    assert.ok(answer?.kind === 'backward');
    assert.equal(numbersOf(answer.value.output)[3 * 4 + 2], 1);
    // It lays the input's last value there.
    assert.equal(answer.value.weightSum!.sum, 15);
  });

  it('gradients of a layer are what its terms add up to', () => {
    const of = { kind: 'value', stage: 5, place: { channel: 0, row: 0, col: 1 } } as const;
    const answer = answerTo({ kind: 'backward', of, stage: 0, weight, cell })!;
    assert.equal(answer.weightSum!.sum, numbersOf(answer.weights!)[1 * 3 + 2]);
    assert.equal(answer.inputSum!.sum, numbersOf(answer.input)[9 * 28 + 9]);
    assert.equal(answer.weightSum!.count, 26 * 26);
    for (const more of [{ stage: 6 }, { weight: { ...weight, filter: 4 } }, { cell: { ...cell, channel: 1 } }])
      assert.equal(answerTo({ kind: 'backward', of, stage: 0, weight, cell, ...more }), undefined);
  });
});
