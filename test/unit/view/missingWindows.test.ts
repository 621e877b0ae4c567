import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../src/engine/convolution/conv2d';
import { type Conv2dParams, defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { explainCell } from '../../../src/engine/convolution/explainCell';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { pictureOf } from '../../../src/engine/picture/pictureOf';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Matrix } from '../../../src/engine/tensor';
import { regionOf } from '../../../src/host/regionOf';
import { cellsOf, type Region } from '../../../src/view/state/cells';
import { missingWindows } from '../../../src/view/state/missingWindows';
import { shownStep } from '../../../src/view/state/shownStep';

const input: Matrix = { shape: [300, 260], data: Float64Array.from({ length: 78_000 }, (_, i) => (i * 7919) % 1009) };
const kernel: Matrix = { shape: [3, 5], data: Float64Array.from({ length: 15 }, (_, i) => i - 7) };

/** A view that asks a host for all that is missing for a step. */
function looking(params: Partial<Conv2dParams>) {
  const plan = planConv2d(input.shape, kernel.shape, { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(plan));
  const { data } = conv2d(plan, input, kernel);
  const output: Matrix = { shape: [plan.height.outputSize, plan.width.outputSize], data };
  const regions: Record<string, Region[]> = { i: [], o: [] };
  const cells = (id: string, matrix: Matrix) => {
    const [rows, cols] = matrix.shape;
    const held = { matrix: undefined, picture: pictureOf(matrix, 50), regions: [...(regions[id] ?? [])] };
    return cellsOf({ id, rows, cols }, held);
  };
  const shown = { i: input, o: output } as Readonly<Record<string, Matrix>>;
  const kernelCells = cellsOf({ id: 'k', rows: 3, cols: 5 }, { matrix: kernel, picture: undefined, regions: [] });
  const missing = (step: number) =>
    missingWindows({ plan, input: cells('i', input)!, output: cells('o', output), step });
  const answer = (step: number) => {
    for (const { id, window } of missing(step)) {
      const region = regionOf(shown[id]!, window);
      assert.ok(region);
      regions[id]?.push({ ...region.window, data: region.data });
    }
  };
  const step = (at: number) =>
    shownStep({ plan, input: cells('i', input), kernel: kernelCells, output: cells('o', output) }, at);
  return { plan, missing, answer, step };
}

const fills = [
  { kind: 'zeros' },
  { kind: 'replicate' },
  { kind: 'reflect' },
  { kind: 'symmetric' },
  { kind: 'circular' },
] as const;

describe('the numbers of a large matrix', () => {
  it('are shown exactly or not at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fills), fc.nat(2), fc.nat(2), fc.nat(), (fill, stride, hop, place) => {
        const { plan, missing, answer, step } = looking({
          fill,
          padding: { kind: 'all', amount: 2 },
          strides: [1 + stride, 1 + hop],
          dilations: [1 + hop, 1],
        });
        const steps = plan.height.outputSize * plan.width.outputSize;
        const at = [0, steps - 1, plan.width.outputSize - 1, place % steps][place % 4]!;
        assert.equal(step(at)?.sum, undefined);
        assert.equal(step(at)?.terms, undefined);
        answer(at);
        assert.deepEqual(missing(at), []);
        const cell = {
          batch: 0,
          channel: 0,
          row: Math.floor(at / plan.width.outputSize),
          col: at % plan.width.outputSize,
        };
        const expected = explainCell(plan, input, kernel, undefined, cell);
        assert.deepEqual(step(at)?.terms, expected.terms);
        assert.equal(step(at)?.sum, expected.sum);
      }),
      { numRuns: 60 },
    );
  });

  it('are here before the next steps come', () => {
    const { missing, answer } = looking({});
    const middle = 150 * 256 + 120;
    answer(middle);
    for (let ahead = -25; ahead <= 25; ahead++) assert.deepEqual(missing(middle + ahead), []);
  });
});
