import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Conv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planAxis } from '../../../src/engine/convolution/planAxis';
import { type SolveFor, sizeWith, solveAnswers, valueNow } from '../../../src/view/inspector/solveAnswers';

type Sizes = { readonly inputSize: number; readonly kernelSize: number; readonly stride: number };

function axisOf({ inputSize, kernelSize, stride }: Sizes, total: number) {
  const before = Math.floor(total / 2);
  const padding: Conv2dParams['padding'] = { kind: 'explicit', top: 0, bottom: 0, left: before, right: total - before };
  return planAxis('width', { inputSize, kernelSize, stride, dilation: 1 }, padding);
}

const sizes = fc.record({
  inputSize: fc.integer({ min: 1, max: 40 }),
  kernelSize: fc.integer({ min: 1, max: 9 }),
  stride: fc.integer({ min: 1, max: 6 }),
  total: fc.integer({ min: 0, max: 8 }),
  wanted: fc.integer({ min: 1, max: 45 }),
});

describe('solveAnswers', () => {
  it('lists values that give the wanted size, and says none only where none does', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom<SolveFor>('padding', 'stride', 'kernel'), ({ total, wanted, ...of }, kind) => {
        const axis = axisOf(of, total);
        if (!('outputSize' in axis)) return;
        const sizeOf = (value: number) => {
          const changed = {
            ...of,
            ...(kind === 'padding' ? {} : kind === 'stride' ? { stride: value } : { kernelSize: value }),
          };
          const plan = axisOf(changed, kind === 'padding' ? value : total);
          return 'outputSize' in plan ? plan.outputSize : 0;
        };
        const { answers, unsolved, all: range } = solveAnswers(kind, axis, wanted);
        const all = Array.from({ length: 400 }, (_, value) => value + (kind === 'padding' ? 0 : 1));
        const right = all.filter((value) => sizeOf(value) === wanted);
        assert.equal(unsolved === undefined, right.length > 0);
        for (const { value, floored } of answers) {
          assert.equal(sizeOf(value), wanted);
          assert.equal(sizeWith(kind, axis, value), wanted);
          assert.ok(floored >= 0);
        }
        if (range) assert.deepEqual([range.smallest, range.largest ?? 400], [right[0], right.at(-1)]);
        else
          assert.deepEqual(
            answers.map(({ value }) => value),
            right,
          );
        if (right.length > 0) assert.equal(answers.filter(({ isBest }) => isBest).length, 1);
        assert.equal(sizeWith(kind, axis, valueNow(kind, axis)), axis.outputSize);
      }),
    );
  });

  it('finds the mission’s rows: padding 1, 4, 2 and 0 on each side', () => {
    for (const [inputSize, kernelSize, stride, wanted, padding] of [
      [7, 3, 1, 7, 1],
      [7, 3, 2, 7, 4],
      [5, 5, 1, 5, 2],
      [5, 3, 1, 3, 0],
    ] as const) {
      const axis = axisOf({ inputSize, kernelSize, stride }, 0);
      assert.ok('outputSize' in axis);
      const best = solveAnswers('padding', axis, wanted).answers.find(({ isBest }) => isBest);
      assert.deepEqual(best, { value: 2 * padding, floored: 0, isBest: true });
    }
  });
});
