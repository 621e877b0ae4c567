import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchoredPadding } from '../../../../src/engine/convolution/anchoredPadding';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { defaultConv2dParams, type Fill } from '../../../../src/engine/convolution/conv2dParams';
import {
  type SameRuleName,
  samePaddingRules,
  withSamePadding,
} from '../../../../src/engine/convolution/samePaddingRules';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { matrixOf } from '../../../../src/engine/tensor';
import { planned } from '../support';

const input = matrixOf([[1, 2, 3, 4, 5]]);
const kernels = [
  [1, 10],
  [1, 10, 100],
  [1, 10, 100, 1000],
] as const;

/** The map of 1 … 5 under a rule, written as the libraries print it. */
function mapOf(name: SameRuleName, weights: readonly number[], stride = 1, fill: Fill = { kind: 'zeros' }): string {
  const kernel = matrixOf([[...weights]]);
  const params = withSamePadding(name, input.shape, kernel.shape, {
    ...defaultConv2dParams,
    strides: [1, stride],
    fill,
  });
  if (isPlanProblem(params)) return params.problem;
  return conv2d(planned(input.shape, kernel.shape, params), input, kernel).data.join(' ');
}

const upper = ['21 32 43 54 5', '210 321 432 543 54', '3210 4321 5432 543 54'];
const lower = ['10 21 32 43 54', '210 321 432 543 54', '2100 3210 4321 5432 543'];
const turnedLower = ['1 12 23 34 45', '12 123 234 345 450', '12 123 1234 2345 3450'];
const turnedUpper = ['12 23 34 45 50', '12 123 234 345 450', '123 1234 2345 3450 4500'];

/**
 * What torch 2.13, keras 3.15, onnxruntime 1.30, SciPy 1.17, NumPy 2.4 and OpenCV 5.0 (border constant) print for
 * 1 … 5 and the three kernels; MATLAB's by its documented rule.
 */
const fingerprints: Readonly<Record<SameRuleName, readonly string[]>> = {
  'onnx.SAME_UPPER': upper,
  'onnx.SAME_LOWER': lower,
  'tensorflow.SAME': upper,
  'torch.same': upper,
  'numpy.convolve': turnedLower,
  'numpy.correlate': lower,
  'scipy.signal.convolve2d': turnedLower,
  'scipy.signal.correlate2d': upper,
  'scipy.ndimage.convolve': turnedUpper,
  'scipy.ndimage.correlate': lower,
  'opencv.filter2D': lower,
  'matlab.conv2': turnedUpper,
  'matlab.filter2': upper,
  'matlab.imfilter': upper,
};

describe('samePaddingRules', () => {
  for (const [name, maps] of Object.entries(fingerprints)) {
    it(`${name} gives what the library gives`, () => {
      assert.deepEqual(
        kernels.map((kernel) => mapOf(name as SameRuleName, kernel)),
        maps,
      );
    });
  }

  it('covers the input with a stride as Keras and onnxruntime do', () => {
    const maps = (name: SameRuleName, stride: number) => kernels.map((kernel) => mapOf(name, kernel, stride));
    assert.deepEqual(maps('tensorflow.SAME', 2), ['21 43 5', '210 432 54', '3210 5432 54']);
    assert.deepEqual(maps('tensorflow.SAME', 3), ['21 54', '321 54', '3210 543']);
    assert.deepEqual(maps('onnx.SAME_LOWER', 2), ['10 32 54', '210 432 54', '2100 4321 543']);
  });

  it('pads 1 … 6 by 0 and 1 with stride 2, as Keras does', () => {
    const six = matrixOf([[1, 2, 3, 4, 5, 6]]);
    const kernel = matrixOf([[1, 10, 100]]);
    const params = withSamePadding('tensorflow.SAME', [1, 6], [1, 3], { ...defaultConv2dParams, strides: [1, 2] });
    if (isPlanProblem(params)) assert.fail(params.problem);
    assert.equal(conv2d(planned([1, 6], [1, 3], params), six, kernel).data.join(' '), '321 543 65');
  });

  it('is refused by PyTorch with a stride, and sliced where a function knows none', () => {
    assert.equal(mapOf('torch.same', [1, 10], 2), 'same-with-stride');
    const high = withSamePadding('torch.same', [5, 5], [3, 3], { ...defaultConv2dParams, strides: [2, 1] });
    assert.deepEqual(high, { problem: 'same-with-stride', numbers: { strideHeight: 2, strideWidth: 1 } });
    assert.equal(mapOf('scipy.signal.correlate2d', [1, 10, 100, 1000], 2), '3210 5432 54');
    assert.equal(mapOf('scipy.ndimage.correlate', [1, 10, 100, 1000], 2), '2100 4321 543');
  });

  it('takes the borders of SciPy and OpenCV', () => {
    const map = (name: SameRuleName, kind: 'circular' | 'symmetric' | 'replicate' | 'reflect', k = 1) =>
      mapOf(name, kernels[k]!, 1, { kind });
    assert.equal(map('scipy.signal.correlate2d', 'circular'), '215 321 432 543 154');
    assert.equal(map('scipy.signal.correlate2d', 'symmetric'), '211 321 432 543 554');
    assert.equal(map('opencv.filter2D', 'replicate'), '211 321 432 543 554');
    assert.deepEqual(
      [0, 1, 2].map((k) => map('opencv.filter2D', 'reflect', k)),
      ['12 21 32 43 54', '212 321 432 543 454', '2123 3212 4321 5432 4543'],
    );
  });

  it('splits PyTorch’s total, D·(F − 1), with a dilation', () => {
    const split = (size: number, dilation: number) => {
      const params = withSamePadding('torch.same', [9, 9], [1, size], {
        ...defaultConv2dParams,
        dilations: [1, dilation],
      });
      return 'padding' in params && params.padding.kind === 'explicit' && [params.padding.left, params.padding.right];
    };
    assert.deepEqual(
      [split(2, 1), split(4, 1), split(4, 3), split(2, 2)],
      [
        [0, 1],
        [1, 2],
        [4, 5],
        [1, 1],
      ],
    );
  });

  it('keeps the size, or covers it by strides, whatever the kernel', () => {
    const natural = (max: number) => fc.integer({ min: 1, max });
    const names = fc.constantFrom(...(Object.keys(samePaddingRules) as SameRuleName[]));
    fc.assert(
      fc.property(names, natural(30), natural(7), natural(5), natural(3), (name, n, f, s, d) => {
        const strides = [1, samePaddingRules[name].stride === 'refused' ? 1 : s] as const;
        const params = withSamePadding(name, [1, n], [1, f], { ...defaultConv2dParams, strides, dilations: [1, d] });
        if (isPlanProblem(params)) assert.fail(params.problem);
        assert.deepEqual(planned([1, n], [1, f], params).outputShape, [1, 1, 1, Math.ceil(n / strides[1])]);
      }),
    );
  });
});

describe('anchoredPadding', () => {
  const map = (weights: readonly number[], anchor: number, flip = false) => {
    const kernel = matrixOf([[...weights]]);
    const params = { padding: anchoredPadding([1, weights.length], [0, anchor]), flip };
    return conv2d(planned(input.shape, kernel.shape, params), input, kernel).data.join(' ');
  };

  it('has as many cells before the anchor as are added before the input, on each axis', () => {
    const padding = { kind: 'explicit', top: 2, bottom: 1, left: 1, right: 3 };
    assert.deepEqual(anchoredPadding([4, 5], [2, 1]), padding);
  });

  it('gives OpenCV’s default with the anchor K // 2', () => {
    for (const [i, kernel] of kernels.entries()) assert.equal(map(kernel, kernel.length >> 1), lower[i]);
  });

  it('gives SciPy 1.17’s ndimage with an origin', () => {
    assert.equal(map([1, 10, 100], 1 - 1), '321 432 543 54 5');
    assert.equal(map([1, 10, 100], 1 + 1), '100 210 321 432 543');
    assert.equal(map([1, 10, 100], 1 - 1, true), '123 234 345 450 500');
    assert.equal(map([1, 10, 100, 1000], 1 - 1, true), '1234 2345 3450 4500 5000');
  });
});
