import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import type { PerAxis } from '../../../../src/engine/convolution/conv2dParams';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { matrixOf, type Tensor } from '../../../../src/engine/tensor';
import { convTranspose2d } from '../../../../src/engine/transposed/convTranspose2d';
import {
  type ConvTranspose2dParams,
  defaultConvTranspose2dParams,
} from '../../../../src/engine/transposed/convTranspose2dParams';
import { explainTransposedCell } from '../../../../src/engine/transposed/explainTransposedCell';
import { kerasTransposedSize } from '../../../../src/engine/transposed/kerasTransposedSize';
import { planConvTranspose2d } from '../../../../src/engine/transposed/planConvTranspose2d';
import { anyNumbers, transposedSettings, wholeNumbers } from '../arbitraryConv';
import { eachCell } from '../eachCell';
import { assertSame, paddings, planned, rowsOf } from '../support';

function plan(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Partial<ConvTranspose2dParams> = {},
  biasLength?: number,
) {
  return planConvTranspose2d(inputShape, kernelShape, { ...defaultConvTranspose2dParams, ...params }, biasLength);
}

function transposed(input: Tensor, kernel: Tensor, params: Partial<ConvTranspose2dParams> = {}, bias?: Float64Array) {
  const made = plan(input.shape, kernel.shape, params, bias?.length);
  if (isPlanProblem(made)) assert.fail(JSON.stringify(made));
  return convTranspose2d(made, input, kernel, bias);
}

/** The width of the output, or why there is none. */
function width(n: number, k: number, s: number, params: Partial<ConvTranspose2dParams> = {}): number | string {
  const made = plan([1, n], [1, k], { strides: [1, s], ...params });
  return isPlanProblem(made) ? made.problem : made.width.outputSize;
}

const cut = (left: number, right = left) => ({ kind: 'explicit', top: 0, bottom: 0, left, right }) as const;

describe('planConvTranspose2d', () => {
  it('gives the sizes of PyTorch 2.13', () => {
    assert.equal(width(3, 3, 2, { padding: cut(1) }), 5);
    assert.equal(width(3, 3, 2, { padding: cut(1), outputPadding: [0, 1] }), 6);
    assert.equal(width(2, 3, 2), 5);
    assert.equal(width(5, 4, 2, { padding: cut(1) }), 10);
    assert.equal(width(3, 3, 2, { dilations: [1, 2] }), 9);
  });

  it('lets the output padding reach what is below the stride or the dilation, as PyTorch does', () => {
    const dilated = (added: number) => width(3, 3, 1, { dilations: [1, 3], outputPadding: [0, added] });
    assert.deepEqual([dilated(2), dilated(3)], [11, 'output-padding-too-large']);
  });

  it('makes a typed −0 a plain 0', () => {
    const made = plan([3, 3], [3, 3], { padding: { kind: 'all', amount: -0 }, outputPadding: [-0, -0] });
    if (isPlanProblem(made)) assert.fail(made.problem);
    const { before, after, outputPadding } = made.height;
    assert.ok([before, after, outputPadding].every((number) => Object.is(number, 0)));
  });

  it('multiplies every input cell with the kernels of its group', () => {
    const made = plan([2, 4, 3, 3], [4, 3, 2, 2], { groups: 2 }, 6);
    if (isPlanProblem(made)) assert.fail(made.problem);
    assert.deepEqual(made.outputShape, [2, 6, 4, 4]);
    assert.equal(made.multiplyAdds, 2 * 4 * 9 * 3 * 4);
  });

  it('takes as many as 2^31 output cells, and no numbers that cannot be counted', () => {
    assert.ok(!isPlanProblem(plan([2 ** 16, 2 ** 15], [1, 1])));
    const problems = [
      plan([2 ** 16, 2 ** 15 + 1], [1, 1]),
      plan([2 ** 27, 2 ** 27], [1, 1], { padding: { kind: 'all', amount: 2 ** 26 - 1 } }),
    ];
    assert.deepEqual(
      problems.map((made) => isPlanProblem(made) && made.problem),
      ['too-large', 'too-large'],
    );
  });

  it('gives the sizes of Keras 3.15', () => {
    const keras = (n: number, k: number, s: number, padding: 'valid' | 'same', added?: number) => {
      const geometry = { inputSize: n, kernelSize: k, stride: s, dilation: 1 };
      const size = kerasTransposedSize(geometry, padding, added);
      const kind = padding === 'valid' ? 'valid' : 'same_upper';
      assert.equal(width(n, k, s, { padding: { kind }, outputSizes: [1, size] }), size);
      return size;
    };
    assert.equal(keras(4, 5, 2, 'valid'), 11);
    assert.equal(keras(4, 2, 3, 'valid'), 12);
    assert.equal(keras(4, 5, 2, 'same'), 8);
    assert.equal(keras(4, 3, 2, 'same', 0), 7);
    assert.equal(keras(4, 3, 2, 'valid', 1), 10);
    assert.equal(keras(4, 5, 2, 'same', 1), 8);
    assert.equal(width(4, 2, 3), 11);
    // Of stride 1, the only one that Keras takes with a dilation: all that the kernel, which spans 5, reaches.
    assert.equal(kerasTransposedSize({ inputSize: 4, kernelSize: 3, stride: 1, dilation: 2 }, 'valid'), 8);
  });

  it('makes N·S cells for same, the larger half cut after or before', () => {
    const cuts = (kind: 'same_upper' | 'same_lower', k: number, s: number, outputPadding: PerAxis = [0, 0]) => {
      const made = plan([1, 3], [1, k], { strides: [1, s], padding: { kind }, outputPadding });
      if (isPlanProblem(made)) assert.fail(made.problem);
      const { before, after, outputSize } = made.width;
      return [before, after, made.width.outputPadding, outputSize];
    };
    assert.deepEqual(cuts('same_upper', 3, 2), [0, 1, 0, 6]);
    assert.deepEqual(cuts('same_lower', 3, 2), [1, 0, 0, 6]);
    assert.deepEqual(cuts('same_upper', 1, 3), [0, 0, 2, 9]);
    assert.deepEqual(cuts('same_upper', 3, 2, [0, 1]), [1, 1, 1, 6]);
  });

  it('reaches every size of one stride', () => {
    const sizes = [4, 5, 6, 7].map((wanted) => width(3, 3, 2, { padding: cut(1), outputSizes: [1, wanted] }));
    assert.deepEqual(sizes, ['output-size-unreachable', 5, 6, 'output-size-unreachable']);
    const same = [4, 5, 6, 7].map((wanted) =>
      width(3, 3, 2, { padding: { kind: 'same_upper' }, outputSizes: [1, wanted] }),
    );
    assert.deepEqual(same, ['output-size-unreachable', 5, 6, 'output-size-unreachable']);
    assert.deepEqual(plan([1, 3], [1, 3], { strides: [1, 2], padding: cut(1), outputSizes: [1, 7] }), {
      problem: 'output-size-unreachable',
      axis: 'width',
      numbers: { wanted: 7, smallest: 5, largest: 6 },
    });
  });

  it('cuts for a wanted size of same what ONNX cuts for its output_shape', () => {
    const cuts = (kind: 'same_upper' | 'same_lower', wanted: number) => {
      const made = plan([1, 3], [1, 4], { strides: [1, 2], padding: { kind }, outputSizes: [1, wanted] });
      if (isPlanProblem(made)) assert.fail(made.problem);
      return [made.width.before, made.width.after];
    };
    // The total is S·(N − 1) + span − wanted: 8 − 5 and 8 − 6.
    assert.deepEqual(
      [cuts('same_upper', 5), cuts('same_lower', 5), cuts('same_upper', 6)],
      [
        [1, 2],
        [2, 1],
        [1, 1],
      ],
    );
  });

  it('lets a wanted size stand instead of an output padding', () => {
    const wanted = { strides: [1, 2], padding: { kind: 'same_upper' }, outputSizes: [1, 5] } as const;
    assert.deepEqual(plan([1, 3], [1, 4], { ...wanted, outputPadding: [0, 1] }), plan([1, 3], [1, 4], wanted));
  });

  it('names what cannot be, with its axis and its numbers', () => {
    assert.deepEqual(plan([3, 3], [3, 3], { strides: [2, 2], outputPadding: [1, 2] }), {
      problem: 'output-padding-too-large',
      axis: 'width',
      numbers: { outputPadding: 2, stride: 2, dilation: 1 },
    });
    assert.deepEqual(plan([1, 1], [2, 2], { padding: { kind: 'all', amount: 1 } }), {
      problem: 'output-empty',
      axis: 'height',
      numbers: { fullSize: 2, before: 1, after: 1, outputSize: 0 },
    });
    assert.deepEqual(plan([1, 4, 2, 2], [3, 1, 2, 2]), {
      problem: 'channel-mismatch',
      numbers: { inputChannels: 4, kernelChannels: 3, groups: 1 },
    });
    assert.deepEqual(plan([1, 4, 2, 2], [8, 1, 2, 2], { groups: 2 }), {
      problem: 'channel-mismatch',
      numbers: { inputChannels: 4, kernelChannels: 4, groups: 2 },
    });
    assert.deepEqual(plan([1, 3, 2, 2], [3, 1, 2, 2], { groups: 2 }), {
      problem: 'groups-do-not-divide',
      numbers: { groups: 2, inputChannels: 3, outputChannels: 2 },
    });
  });

  it('has a code for every bad number', () => {
    const codes = [
      width(0, 3, 1),
      width(3, 0, 1),
      width(3, 3, 0),
      width(3, 3, 1, { dilations: [1, 0] }),
      width(3, 3, 1, { padding: cut(-1, 0) }),
      width(3, 3, 1, { padding: cut(0, -1) }),
      width(3, 3, 1, { padding: cut(0.5) }),
      width(3, 3, 2, { outputPadding: [0, -1] }),
      width(3, 3, 2, { outputPadding: [0, 0.5] }),
      width(3, 3, 2, { outputSizes: [1, Number.NaN] }),
      width(2 ** 31, 3, 2),
      width(2 ** 53, 3, 2),
    ];
    assert.deepEqual(codes, [
      'empty-input',
      'empty-kernel',
      'stride-not-positive',
      'dilation-not-positive',
      'padding-negative',
      'padding-negative',
      'not-an-integer',
      'output-padding-negative',
      'not-an-integer',
      'not-an-integer',
      'too-large',
      'too-large',
    ]);
    const problems = [
      plan([3], [3, 3]),
      plan([3, 3], [3]),
      plan([3, 3], [3, 3], {}, 2),
      plan([0, 1, 3, 3], [1, 1, 3, 3]),
      plan([1, 0, 3, 3], [1, 1, 3, 3]),
      plan([1, 1, 3, 3], [0, 1, 3, 3]),
      plan([1, 1, 3, 3], [1, 0, 3, 3]),
      plan([1, 4, 3, 3], [4, 1, 3, 3], { groups: 0 }),
      plan([1, 4, 3, 3], [4, 1, 3, 3], { groups: -1 }),
      plan([1, 3, 3, 3], [3, 2, 3, 3], { groups: 1.5 }),
      plan([3, 3], [3, 3], {}, 1.5),
    ];
    assert.deepEqual(
      problems.map((made) => isPlanProblem(made) && made.problem),
      [
        'rank-unsupported',
        'rank-unsupported',
        'bias-mismatch',
        'empty-input',
        'empty-input',
        'empty-kernel',
        'empty-kernel',
        'groups-do-not-divide',
        'groups-do-not-divide',
        'not-an-integer',
        'not-an-integer',
      ],
    );
  });

  it('never throws and never gives a size below one', () => {
    const odd = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double(), fc.integer());
    const pair: fc.Arbitrary<PerAxis> = fc.tuple(odd, odd);
    const shape = fc.oneof(fc.array(odd, { maxLength: 5 }), fc.tuple(odd, odd), fc.tuple(odd, odd, odd, odd));
    const params = fc.record({
      strides: pair,
      dilations: pair,
      padding: paddings,
      outputPadding: pair,
      outputSizes: fc.option(pair, { nil: undefined }),
      flip: fc.boolean(),
      groups: odd,
    });
    fc.assert(
      fc.property(shape, shape, params, fc.option(odd, { nil: undefined }), (input, kernel, given, biasLength) => {
        const made = planConvTranspose2d(input, kernel, given, biasLength);
        if (isPlanProblem(made)) return Object.keys(made.numbers).length > 0;
        return made.outputShape.every((side) => Number.isSafeInteger(side) && side > 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('convTranspose2d', () => {
  const stamp = matrixOf([
    [1, 2],
    [3, 4],
  ]);

  it('lays the kernel, times each cell, one stride further each time', () => {
    const input = matrixOf([
      [1, 10],
      [100, 1000],
    ]);
    assert.deepEqual(rowsOf(transposed(input, stamp)), [
      [1, 12, 20],
      [103, 1234, 2040],
      [300, 3400, 4000],
    ]);
    assert.deepEqual(rowsOf(transposed(input, stamp, { strides: [1, 2], flip: true })), [
      [4, 3, 40, 30],
      [402, 301, 4020, 3010],
      [200, 100, 2000, 1000],
    ]);
  });

  it('leaves cells that no kernel reaches at the bias, or at +0', () => {
    const one = matrixOf([[1]]);
    const params = { strides: [1, 3], outputPadding: [0, 2] } as const;
    assert.deepEqual(rowsOf(transposed(one, stamp, params)), [
      [1, 2, 0, 0],
      [3, 4, 0, 0],
    ]);
    assert.deepEqual(rowsOf(transposed(one, one, params, Float64Array.of(5))), [[6, 5, 5]]);
    assert.ok(Object.is(transposed(matrixOf([[-0]]), one).data[0], 0));
  });

  it('lets an infinite weight or a NaN reach only the cells that it lies on', () => {
    const kernel = matrixOf([[Number.POSITIVE_INFINITY, 1]]);
    assert.deepEqual(rowsOf(transposed(matrixOf([[0, 2]]), kernel, { strides: [1, 2] })), [
      [Number.NaN, 0, Number.POSITIVE_INFINITY, 2],
    ]);
  });

  it('is the adjoint of the convolution with the same parameters: ⟨A x, y⟩ = ⟨x, Aᵀ y⟩', () => {
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    fc.assert(
      fc.property(transposedSettings(wholeNumbers), fc.nat(), ({ plan: made, params, input, kernel }, seed) => {
        const { height, width: cols, outputShape } = made;
        const padding = {
          kind: 'explicit',
          top: height.before,
          bottom: height.after,
          left: cols.before,
          right: cols.after,
        } as const;
        const { strides, dilations, flip, groups } = params;
        const forward = planned(outputShape, kernel.shape, { strides, dilations, padding, flip, groups });
        assert.deepEqual(forward.outputShape, input.shape);
        const length = outputShape.reduce((cells, side) => cells * side, 1);
        const x = { shape: outputShape, data: wholeNumbers(seed, length) };
        const ax = conv2d(forward, x, kernel).data;
        assert.equal(dot(ax, input.data) - dot(x.data, convTranspose2d(made, input, kernel).data), 0);
      }),
      { numRuns: 500 },
    );
  });

  it('is a convolution of the input with S − 1 zeros between its cells', () => {
    const spread = ({ shape, data }: Tensor, [sy, sx]: PerAxis): Tensor => {
      const [batch, channels, rows, cols] = shape as [number, number, number, number];
      const height = (rows - 1) * sy + 1;
      const width = (cols - 1) * sx + 1;
      const out = new Float64Array(batch * channels * height * width);
      for (const [i, value] of data.entries()) {
        const row = Math.floor(i / cols) % rows;
        out[(Math.floor(i / cols / rows) * height + row * sy) * width + (i % cols) * sx] = value;
      }
      return { shape: [batch, channels, height, width], data: out };
    };
    fc.assert(
      fc.property(transposedSettings(wholeNumbers), (setting) => {
        const { params, input, kernel, bias } = setting;
        if (params.groups > 1) return;
        const made = plan(input.shape, kernel.shape, { ...params, padding: { kind: 'valid' } }, bias?.length);
        if (isPlanProblem(made)) assert.fail(made.problem);
        const [ci, co, kh, kw] = kernel.shape as [number, number, number, number];
        const swapped = new Float64Array(kernel.data.length);
        for (let i = 0; i < ci * co; i++) {
          const plane = kernel.data.subarray(i * kh * kw, (i + 1) * kh * kw);
          swapped.set(plane, ((i % co) * ci + Math.floor(i / co)) * kh * kw);
        }
        const dense = spread(input, params.strides);
        const { height, width: cols } = made;
        const padding = {
          kind: 'explicit',
          top: height.span - 1,
          bottom: height.span - 1 + height.outputPadding,
          left: cols.span - 1,
          right: cols.span - 1 + cols.outputPadding,
        } as const;
        const { dilations } = params;
        const weights = { shape: [co, ci, kh, kw], data: swapped };
        const forward = planned(dense.shape, weights.shape, { dilations, padding, flip: !params.flip });
        const expected = conv2d(forward, dense, weights, bias).data;
        assertSame(
          convTranspose2d(made, input, kernel, bias).data.map((value) => value + 0),
          expected.map((value) => value + 0),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('explainTransposedCell', () => {
  it('reads by input cell, each with the weight that it lays there', () => {
    const input = matrixOf([[1, 10, 100]]);
    const kernel = matrixOf([[2, 3, 5]]);
    const made = plan(input.shape, kernel.shape, { strides: [1, 1] });
    if (isPlanProblem(made)) assert.fail(made.problem);
    const cell = { batch: 0, channel: 0, row: 0, col: 2 };
    const { terms, sum, bias } = explainTransposedCell(made, input, kernel, undefined, cell);
    assert.deepEqual(
      terms.map(({ col, value, kernelCol, weight }) => [col, value, kernelCol, weight]),
      [
        [0, 1, 2, 5],
        [1, 10, 1, 3],
        [2, 100, 0, 2],
      ],
    );
    assert.deepEqual([sum, bias], [235, undefined]);
  });

  it('adds up to the output bit for bit', () => {
    fc.assert(
      fc.property(transposedSettings(anyNumbers), ({ plan: made, input, kernel, bias }) => {
        const { data } = convTranspose2d(made, input, kernel, bias);
        eachCell(made.outputShape, (cell, at) => {
          const explained = explainTransposedCell(made, input, kernel, bias, cell);
          let sum = 0;
          for (const { value, weight, product } of explained.terms) {
            assert.ok(Object.is(product, value * weight));
            sum += product;
          }
          if (explained.bias !== undefined) sum += explained.bias;
          assert.ok(Object.is(sum, data[at]) && Object.is(explained.sum, sum), `cell ${at}: ${sum}, ${data[at]}`);
        });
      }),
      { numRuns: 200 },
    );
  });
});
