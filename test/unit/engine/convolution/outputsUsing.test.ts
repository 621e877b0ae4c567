import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Tap } from '../../../../src/engine/convolution/conv2dPlan';
import { type InputUse, outputsUsing, outputsUsingCopies } from '../../../../src/engine/convolution/outputsUsing';
import { patchAt } from '../../../../src/engine/convolution/patch';
import { useCounts } from '../../../../src/engine/convolution/useCounts';
import { planned, rowsOf, settings } from '../support';

const sorted = (uses: readonly InputUse[]): string[] =>
  uses.map((use) => [use.row, use.col, use.kernelRow, use.kernelCol].join()).sort();

describe('outputsUsing', () => {
  it('finds the nine outputs that use an inner cell, in order', () => {
    const uses = outputsUsing(planned([5, 5], [3, 3], { padding: { kind: 'all', amount: 1 } }), 1, 3);
    assert.equal(uses.length, 9);
    assert.deepEqual(
      [uses[0], uses[8]],
      [
        { row: 0, col: 2, kernelRow: 2, kernelCol: 2 },
        { row: 2, col: 4, kernelRow: 0, kernelCol: 0 },
      ],
    );
  });

  it('is the inverse of patchAt, for cells and for their copies', () => {
    fc.assert(
      fc.property(settings(fc.constant(0)), fc.nat(), fc.nat(), ({ plan }, r, c) => {
        const inputRow = r % plan.height.inputSize;
        const inputCol = c % plan.width.inputSize;
        const collect = (isWanted: (tap: Tap) => boolean): InputUse[] => {
          const uses: InputUse[] = [];
          for (let row = 0; row < plan.height.outputSize; row++) {
            for (let col = 0; col < plan.width.outputSize; col++) {
              for (const tap of patchAt(plan, row, col).taps) {
                const isSource = tap.source?.[0] === inputRow && tap.source[1] === inputCol;
                if (isSource && isWanted(tap)) uses.push({ ...tap, row, col });
              }
            }
          }
          return uses;
        };
        assert.deepEqual(sorted(outputsUsing(plan, inputRow, inputCol)), sorted(collect((tap) => tap.inside)));
        assert.deepEqual(sorted(outputsUsingCopies(plan, inputRow, inputCol)), sorted(collect((tap) => !tap.inside)));
      }),
    );
  });
});

describe('useCounts', () => {
  it('counts corners once and the centre nine times', () => {
    assert.deepEqual(rowsOf(useCounts(planned([5, 5], [3, 3]))), [
      [1, 2, 3, 2, 1],
      [2, 4, 6, 4, 2],
      [3, 6, 9, 6, 3],
      [2, 4, 6, 4, 2],
      [1, 2, 3, 2, 1],
    ]);
  });

  it('gives 0 to cells that the floor loses', () => {
    const counts = rowsOf(useCounts(planned([1, 5], [1, 2], { strides: [1, 2] })));
    assert.deepEqual(counts, [[1, 1, 1, 1, 0]]);
  });

  it('counts what outputsUsing finds', () => {
    fc.assert(
      fc.property(settings(fc.constant(0)), ({ plan }) => {
        const found = rowsOf(useCounts(plan)).map((line, row) =>
          line.map((count, col) => count - outputsUsing(plan, row, col).length),
        );
        assert.ok(found.flat().every((difference) => difference === 0));
      }),
    );
  });
});
