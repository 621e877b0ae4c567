import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import type { PerAxis } from '../../../../src/engine/convolution/conv2dParams';
import { pad2d } from '../../../../src/engine/padding/pad2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { averagePool2d } from '../../../../src/engine/pooling/averagePool2d';
import { explainPooledCell } from '../../../../src/engine/pooling/explainPooledCell';
import { maxPool2d } from '../../../../src/engine/pooling/maxPool2d';
import { planAdaptivePool2d } from '../../../../src/engine/pooling/planAdaptivePool2d';
import { planPool2d } from '../../../../src/engine/pooling/planPool2d';
import {
  type AverageDivisor,
  defaultPool2dParams,
  type Pool2dParams,
  type PoolRounding,
} from '../../../../src/engine/pooling/pool2dParams';
import type { Pool2dPlan } from '../../../../src/engine/pooling/pool2dPlan';
import { matrixOf, type Tensor } from '../../../../src/engine/tensor';
import { anyNumbers, poolSettings, wholeNumbers } from '../arbitraryConv';
import { eachCell } from '../eachCell';
import { assertSame, paddings, planned, rowsOf } from '../support';

function poolPlan(inputShape: readonly number[], window: PerAxis, params: Partial<Pool2dParams> = {}): Pool2dPlan {
  const plan = planPool2d(inputShape, { ...defaultPool2dParams(window), ...params });
  if (isPlanProblem(plan)) assert.fail(JSON.stringify(plan));
  return plan;
}

/** The width of the output of one row, or why there is none. */
function width(n: number, k: number, s: number, p: number, rounding: PoolRounding, dilation = 1): number | string {
  const plan = planPool2d([1, n], {
    ...defaultPool2dParams([1, k]),
    strides: [1, s],
    dilations: [1, dilation],
    padding: { kind: 'explicit', top: 0, bottom: 0, left: p, right: p },
    rounding,
  });
  return isPlanProblem(plan) ? plan.problem : plan.width.outputSize;
}

function ones(size: number): Tensor {
  return { shape: [size, size], data: new Float64Array(size * size).fill(1) };
}

const tenThousandths = (rows: readonly number[][]) => rows.map((row) => row.map((v) => Math.round(v * 1e4) / 1e4));

describe('planPool2d', () => {
  it('gives the sizes of PyTorch 2.13', () => {
    assert.equal(width(5, 2, 2, 0, 'floor'), 2);
    assert.equal(width(5, 2, 2, 0, 'ceil_inside'), 3);
    assert.equal(width(5, 2, 2, 1, 'ceil_inside'), 3);
    assert.equal(width(5, 3, 3, 1, 'ceil_inside'), 2);
    assert.equal(width(6, 1, 2, 0, 'ceil_inside'), 3);
    assert.equal(width(8, 3, 4, 0, 'ceil_inside'), 2);
    assert.equal(width(7, 3, 2, 1, 'ceil_inside'), 4);
  });

  it('keeps a window that starts in the padding at the end with ceil_anywhere alone', () => {
    assert.deepEqual([width(2, 3, 3, 1, 'ceil_inside'), width(2, 3, 3, 1, 'ceil_anywhere')], [1, 2]);
  });

  it('lets a window be larger than its input with ceil, never with floor', () => {
    assert.equal(width(2, 3, 2, 0, 'ceil_inside'), 1);
    assert.equal(width(2, 3, 2, 0, 'floor'), 'kernel-larger-than-input');
    assert.equal(width(2, 3, 1, 0, 'ceil_inside'), 'kernel-larger-than-input');
  });

  it('says what no window reaches, and by how much the last one crosses the end', () => {
    const ends = (rounding: PoolRounding) => {
      const { width: axis } = poolPlan([1, 6], [1, 4], { strides: [1, 3], rounding });
      return axis.kind === 'strided' && [axis.outputSize, axis.rest, axis.overhang];
    };
    assert.deepEqual(
      [ends('floor'), ends('ceil_inside')],
      [
        [1, 2, 0],
        [2, 0, 1],
      ],
    );
  });

  it('has ⌈N / S⌉ cells for same', () => {
    const same = { padding: { kind: 'same_upper' }, strides: [1, 2] } as const;
    assert.deepEqual(
      [5, 6, 7].map((n) => poolPlan([1, n], [1, 3], same).outputShape[3]),
      [3, 3, 4],
    );
  });

  it('has a code for every bad number', () => {
    const code = (shape: readonly number[], params: Partial<Pool2dParams>) => {
      const plan = planPool2d(shape, { ...defaultPool2dParams([2, 2]), ...params });
      return isPlanProblem(plan) ? plan.problem : 'planned';
    };
    assert.equal(code([5, 5], { window: [2, 0], strides: [0, 0] }), 'stride-not-positive');
    assert.equal(code([5, 5], defaultPool2dParams([0, 0])), 'pool-window-not-positive');
    assert.equal(code([5, 5], { window: [2.5, 2] }), 'not-an-integer');
    assert.equal(code([5, 5], { window: [Number.NaN, 2] }), 'not-an-integer');
    assert.equal(code([5, 5], { dilations: [1, 0] }), 'dilation-not-positive');
    assert.equal(code([5, 5], { padding: { kind: 'all', amount: -1 } }), 'padding-negative');
    assert.equal(code([5, 5], { divisor: { kind: 'override', value: -0 } }), 'divisor-zero');
    assert.equal(code([5, 0], {}), 'empty-input');
    assert.equal(code([1, 0, 5, 5], {}), 'empty-input');
    assert.equal(code([0, 1, 5, 5], {}), 'empty-input');
    assert.equal(code([1, 1.5, 5, 5], {}), 'not-an-integer');
    assert.equal(code([5], {}), 'rank-unsupported');
    assert.equal(code([2 ** 20, 2 ** 20], { strides: [1, 1] }), 'too-large');
  });

  it('names the axis and the number that cannot be', () => {
    assert.deepEqual(planPool2d([5, 5], { ...defaultPool2dParams([2, 2]), dilations: [1, 0] }), {
      problem: 'dilation-not-positive',
      axis: 'width',
      numbers: { dilation: 0 },
    });
  });

  it('takes as many as 2^31 output cells, and no input that cannot be counted', () => {
    const code = (shape: readonly number[], window: PerAxis) => {
      const plan = planPool2d(shape, defaultPool2dParams(window));
      return isPlanProblem(plan) ? plan.problem : 'planned';
    };
    assert.equal(code([2 ** 16, 2 ** 15], [1, 1]), 'planned');
    assert.equal(code([2 ** 16, 2 ** 15 + 1], [1, 1]), 'too-large');
    assert.equal(code([2 ** 27, 2 ** 27], [2 ** 27, 2 ** 27]), 'too-large');
  });

  it('never throws and never gives a size below one', () => {
    const odd = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double(), fc.integer());
    const pair: fc.Arbitrary<PerAxis> = fc.tuple(odd, odd);
    const params = fc.record({
      window: pair,
      strides: pair,
      dilations: pair,
      padding: paddings,
      rounding: fc.constantFrom<PoolRounding>('floor', 'ceil_inside', 'ceil_anywhere'),
      divisor: fc.oneof(
        fc.constantFrom<AverageDivisor>({ kind: 'padded' }, { kind: 'inside' }),
        odd.map((value): AverageDivisor => ({ kind: 'override', value })),
      ),
    });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 5 }), params, pair, (shape, given, sizes) => {
        for (const plan of [planPool2d(shape, given), planAdaptivePool2d(shape, sizes)]) {
          if (isPlanProblem(plan)) assert.ok(Object.keys(plan.numbers).length > 0);
          else assert.ok(plan.outputShape.every((side) => Number.isSafeInteger(side) && side > 0));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('averagePool2d', () => {
  it('counts padding, or not, as PyTorch and Keras do', () => {
    const by = (divisor: AverageDivisor) => {
      const plan = poolPlan([3, 3], [2, 2], { padding: { kind: 'all', amount: 1 }, divisor });
      return rowsOf(averagePool2d(plan, ones(3)));
    };
    assert.deepEqual(by({ kind: 'padded' }), [
      [0.25, 0.5],
      [0.5, 1],
    ]);
    assert.deepEqual(by({ kind: 'inside' }), [
      [1, 1],
      [1, 1],
    ]);
    assert.deepEqual(by({ kind: 'override', value: 8 }), [
      [0.125, 0.25],
      [0.25, 0.5],
    ]);
    const same = poolPlan([3, 3], [2, 2], { padding: { kind: 'same_upper' }, divisor: { kind: 'inside' } });
    assert.deepEqual([...averagePool2d(same, ones(3)).data], [1, 1, 1, 1]);
  });

  it('does not count what crosses the end of the padding, as PyTorch does not', () => {
    const plan = poolPlan([4, 4], [3, 3], {
      strides: [2, 2],
      padding: { kind: 'all', amount: 1 },
      rounding: 'ceil_inside',
    });
    const rows = tenThousandths(rowsOf(averagePool2d(plan, ones(4))));
    assert.deepEqual(rows[0], [0.4444, 0.6667, 0.3333]);
    assert.deepEqual(rows[2], [0.3333, 0.5, 0.25]);
  });

  it('gives NaN where it counts no cell', () => {
    const padding = { kind: 'explicit', top: 0, bottom: 0, left: 2, right: 0 } as const;
    const plan = poolPlan([1, 2], [1, 2], { padding, divisor: { kind: 'inside' } });
    assert.deepEqual([...averagePool2d(plan, matrixOf([[1, 2]])).data], [Number.NaN, 1.5]);
    assert.deepEqual([...maxPool2d(plan, matrixOf([[1, 2]])).data], [Number.NEGATIVE_INFINITY, 2]);
  });

  it('is the convolution with ones, divided', () => {
    fc.assert(
      fc.property(poolSettings(wholeNumbers), ({ params, input }) => {
        const { window, strides, dilations, padding } = params;
        const plan = planPool2d(input.shape, {
          ...params,
          rounding: 'floor',
          divisor: { kind: 'override', value: window[0] * window[1] },
        });
        if (isPlanProblem(plan)) return;
        const [batch, channels] = plan.inputShape;
        const kernel = { shape: [1, 1, ...window], data: new Float64Array(window[0] * window[1]).fill(1) };
        // Each channel is an image of its own here.
        const images = { shape: [batch * channels, 1, ...input.shape.slice(2)], data: input.data };
        const sums = conv2d(planned(images.shape, kernel.shape, { strides, dilations, padding }), images, kernel).data;
        assertSame(
          averagePool2d(plan, input).data,
          sums.map((sum) => sum / (window[0] * window[1])),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('maxPool2d', () => {
  const row = (values: readonly number[], window = values.length) =>
    maxPool2d(poolPlan([1, values.length], [1, window]), matrixOf([[...values]])).data[0];

  it('gives NaN for a NaN anywhere, as PyTorch does', () => {
    assert.ok(Number.isNaN(row([1, Number.NaN, 3])));
    assert.ok(Number.isNaN(row([Number.POSITIVE_INFINITY, Number.NaN])));
    assert.ok(Number.isNaN(row([Number.NaN, 3])));
  });

  it('keeps infinities, denormals and the first of two zeros', () => {
    assert.equal(row([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]), Number.NEGATIVE_INFINITY);
    assert.equal(row([5e-324, 0]), 5e-324);
    assert.ok(Object.is(row([-0, 0]), -0));
    assert.ok(Object.is(row([0, -0]), 0));
  });

  it('never takes the padding, even where all cells are negative', () => {
    const plan = poolPlan([2, 2], [2, 2], { padding: { kind: 'all', amount: 1 } });
    assert.deepEqual(
      [
        ...maxPool2d(
          plan,
          matrixOf([
            [-4, -3],
            [-2, -1],
          ]),
        ).data,
      ],
      [-4, -3, -2, -1],
    );
  });

  it('is the same of the input padded with −∞', () => {
    fc.assert(
      fc.property(poolSettings(wholeNumbers), ({ params, input }) => {
        const plan = planPool2d(input.shape, { ...params, rounding: 'floor' });
        if (isPlanProblem(plan) || plan.height.kind === 'adaptive' || plan.width.kind === 'adaptive') return;
        const { height, width: cols } = plan;
        const sides = { top: height.before, bottom: height.after, left: cols.before, right: cols.after };
        const padded = pad2d(input, sides, { kind: 'constant', value: Number.NEGATIVE_INFINITY });
        if (isPlanProblem(padded)) assert.fail(padded.problem);
        const valid = poolPlan(padded.shape, params.window, {
          ...params,
          padding: { kind: 'valid' },
          rounding: 'floor',
        });
        assertSame(maxPool2d(plan, input).data, maxPool2d(valid, padded).data);
      }),
      { numRuns: 300 },
    );
  });

  it('takes windows apart by axis', () => {
    fc.assert(
      fc.property(poolSettings(wholeNumbers), ({ plan, params, input }) => {
        const [height, cols] = [0, 1].map((axis) => {
          const only = (pair: PerAxis, other: number): PerAxis => (axis === 0 ? [pair[0], other] : [other, pair[1]]);
          const padding = { kind: 'explicit', ...sidesOf(plan) } as const;
          const sides = axis === 0 ? { ...padding, left: 0, right: 0 } : { ...padding, top: 0, bottom: 0 };
          const { window, strides, dilations } = params;
          return {
            ...params,
            window: only(window, 1),
            strides: only(strides, 1),
            dilations: only(dilations, 1),
            padding: sides,
          };
        });
        const rows = maxPool2d(poolPlan(input.shape, [1, 1], height), input);
        assertSame(maxPool2d(poolPlan(rows.shape, [1, 1], cols), rows).data, maxPool2d(plan, input).data);
      }),
      { numRuns: 300 },
    );
  });
});

function sidesOf({ height, width: cols }: Pool2dPlan) {
  if (height.kind === 'adaptive' || cols.kind === 'adaptive') assert.fail('adaptive');
  return { top: height.before, bottom: height.after, left: cols.before, right: cols.after };
}

describe('planAdaptivePool2d', () => {
  it('cuts as PyTorch does', () => {
    const plan = planAdaptivePool2d([1, 5], [1, 3]);
    if (isPlanProblem(plan)) assert.fail(plan.problem);
    const input = matrixOf([[1, 2, 3, 4, 5]]);
    assert.deepEqual([...averagePool2d(plan, input).data], [1.5, 3, 4.5]);
    assert.deepEqual([...maxPool2d(plan, input).data], [2, 4, 5]);
  });

  it('repeats cells where more are wanted than there are, and gives the mean of all for one', () => {
    const more = planAdaptivePool2d([1, 2], [2, 3]);
    const one = planAdaptivePool2d([1, 3, 2, 2], [1, 1]);
    if (isPlanProblem(more) || isPlanProblem(one)) assert.fail();
    assert.deepEqual(rowsOf(averagePool2d(more, matrixOf([[1, 3]]))), [
      [1, 2, 3],
      [1, 2, 3],
    ]);
    const input = { shape: [1, 3, 2, 2], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) };
    assert.deepEqual([...averagePool2d(one, input).data], [2.5, 6.5, 10.5]);
  });

  it('names what cannot be', () => {
    const code = (shape: readonly number[], sizes: PerAxis) => {
      const plan = planAdaptivePool2d(shape, sizes);
      return isPlanProblem(plan) ? plan.problem : 'planned';
    };
    assert.equal(code([2, 2], [0, 1]), 'output-empty');
    assert.equal(code([2, 2], [1, 1.5]), 'not-an-integer');
    assert.equal(code([2, 0], [1, 1]), 'empty-input');
    assert.equal(code([2, 2, 2], [1, 1]), 'rank-unsupported');
    assert.equal(code([0, 1, 2, 2], [1, 1]), 'empty-input');
    assert.equal(code([1, 2], [2 ** 16, 2 ** 16]), 'too-large');
  });
});

describe('explainPooledCell', () => {
  it('tells padding from what crosses its end', () => {
    const plan = poolPlan([1, 2], [1, 3], {
      strides: [1, 2],
      padding: { kind: 'explicit', top: 0, bottom: 0, left: 1, right: 1 },
      rounding: 'ceil_inside',
    });
    const cell = { batch: 0, channel: 0, row: 0, col: 1 };
    const { cells, largest, largestAt, sum, divisor } = explainPooledCell(plan, matrixOf([[-5, -7]]), cell);
    assert.deepEqual(
      cells.map(({ col, place, value }) => [col, place, value]),
      [
        [1, 'inside', -7],
        [2, 'padding', undefined],
        [3, 'crossing', undefined],
      ],
    );
    assert.deepEqual([largest, largestAt, sum, divisor], [-7, 0, -7, 2]);
  });

  it('does the same with rows as with columns', () => {
    const plan = poolPlan([2, 1], [3, 1], {
      strides: [2, 1],
      padding: { kind: 'explicit', top: 1, bottom: 1, left: 0, right: 0 },
      rounding: 'ceil_inside',
    });
    const input = { shape: [2, 1], data: Float64Array.of(-5, -7) };
    const { cells } = explainPooledCell(plan, input, { batch: 0, channel: 0, row: 1, col: 0 });
    assert.deepEqual(
      cells.map(({ row, place }) => [row, place]),
      [
        [1, 'inside'],
        [2, 'padding'],
        [3, 'crossing'],
      ],
    );
  });

  it('names the first cell of a window of −∞', () => {
    const input = matrixOf([[Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]]);
    const { largestAt } = explainPooledCell(poolPlan([1, 2], [1, 2]), input, { batch: 0, channel: 0, row: 0, col: 0 });
    assert.equal(largestAt, 0);
  });

  it('names the last of several NaN, and nothing in a window of padding', () => {
    const input = matrixOf([[Number.NaN, 9, Number.NaN, 1]]);
    const cell = { batch: 0, channel: 0, row: 0, col: 0 };
    assert.equal(explainPooledCell(poolPlan([1, 4], [1, 4]), input, cell).largestAt, 2);
    const before = { kind: 'explicit', top: 0, bottom: 0, left: 4, right: 0 } as const;
    const empty = explainPooledCell(poolPlan([1, 4], [1, 4], { padding: before }), input, cell);
    assert.deepEqual([empty.largest, empty.largestAt], [Number.NEGATIVE_INFINITY, undefined]);
  });

  it('adds up to the average, and has the largest, bit for bit', () => {
    fc.assert(
      fc.property(poolSettings(anyNumbers), ({ plan, input }) => {
        const averages = averagePool2d(plan, input).data;
        const largest = maxPool2d(plan, input).data;
        eachCell(plan.outputShape, (cell, at) => {
          const explained = explainPooledCell(plan, input, cell);
          let sum = 0;
          for (const { value } of explained.cells) if (value !== undefined) sum += value;
          assert.ok(Object.is(sum, explained.sum));
          const counted = { padded: ['inside', 'padding'], inside: ['inside'], override: [] }[plan.divisor.kind];
          const count = explained.cells.filter(({ place }) => counted.some((name) => name === place)).length;
          assert.equal(explained.divisor, plan.divisor.kind === 'override' ? plan.divisor.value : count);
          assert.ok(Object.is(sum / explained.divisor, averages[at]) && Object.is(explained.average, averages[at]));
          assert.ok(Object.is(explained.largest, largest[at]));
          if (explained.largestAt === undefined) assert.ok(explained.cells.every(({ value }) => value === undefined));
          else assert.ok(Object.is(explained.cells[explained.largestAt]!.value, largest[at]));
        });
      }),
      { numRuns: 200 },
    );
  });
});
