import { resolvePadding, splitSame } from '../padding/padding';
import type { AxisName, PlanProblem } from '../planProblem';
import type { Conv2dParams } from './conv2dParams';

/**
 * What *same* does with a stride S. `covers`: the total is what ⌈N / S⌉ windows need. `refused`: there is none.
 * `sliced`: the function knows no stride; every S-th cell of the map is taken, as a slice [::S] of it does.
 */
export type SameStride = 'covers' | 'refused' | 'sliced';

/** One meaning of *same*: the output is as large as the input, and somebody has to get the odd cell. */
export interface SameRule {
  /** `same_upper` puts the odd cell of an odd total after, `same_lower` before; only even kernels tell them apart. */
  readonly kind: 'same_upper' | 'same_lower';
  /** Whether the kernel is turned by 180 degrees: a convolution, not a correlation. */
  readonly flip: boolean;
  readonly stride: SameStride;
  /** Where it is defined; the values in the tests were computed by the library or, for MATLAB, by its documented rule. */
  readonly source: string;
}

/** The functions whose *same* is known, by the name under which people call them. */
export type SameRuleName =
  | 'onnx.SAME_UPPER'
  | 'onnx.SAME_LOWER'
  | 'tensorflow.SAME'
  | 'torch.same'
  | 'numpy.convolve'
  | 'numpy.correlate'
  | 'scipy.signal.convolve2d'
  | 'scipy.signal.correlate2d'
  | 'scipy.ndimage.convolve'
  | 'scipy.ndimage.correlate'
  | 'opencv.filter2D'
  | 'matlab.conv2'
  | 'matlab.filter2'
  | 'matlab.imfilter';

const upper = { kind: 'same_upper', flip: false } as const;
const lower = { kind: 'same_lower', flip: false } as const;

/** Every *same*, by name. NumPy's two hold for a kernel that is not longer than the input; otherwise NumPy swaps them. */
export const samePaddingRules: Readonly<Record<SameRuleName, SameRule>> = {
  'onnx.SAME_UPPER': { ...upper, stride: 'covers', source: 'onnx.ai/onnx/operators/onnx__Conv.html, auto_pad' },
  'onnx.SAME_LOWER': { ...lower, stride: 'covers', source: 'onnx.ai/onnx/operators/onnx__Conv.html, auto_pad' },
  'tensorflow.SAME': {
    ...upper,
    stride: 'covers',
    source: 'tensorflow.org/api_docs/python/tf/nn, Notes on padding; Keras the same',
  },
  'torch.same': { ...upper, stride: 'refused', source: 'docs.pytorch.org, torch.nn.Conv2d, padding' },
  'numpy.convolve': { ...lower, flip: true, stride: 'sliced', source: 'numpy.org/doc, numpy.convolve, mode same' },
  'numpy.correlate': { ...lower, stride: 'sliced', source: 'numpy.org/doc, numpy.correlate, mode same' },
  'scipy.signal.convolve2d': {
    ...lower,
    flip: true,
    stride: 'sliced',
    source: 'docs.scipy.org, scipy.signal.convolve2d: the centre of full, from (K − 1) // 2',
  },
  'scipy.signal.correlate2d': {
    ...upper,
    stride: 'sliced',
    source: 'docs.scipy.org, scipy.signal.correlate2d: convolve2d with the kernel turned, the centre of full',
  },
  'scipy.ndimage.convolve': {
    ...upper,
    flip: true,
    stride: 'sliced',
    source: 'docs.scipy.org, scipy.ndimage.convolve, origin 0',
  },
  'scipy.ndimage.correlate': {
    ...lower,
    stride: 'sliced',
    source: 'docs.scipy.org, scipy.ndimage.correlate, origin 0',
  },
  'opencv.filter2D': { ...lower, stride: 'sliced', source: 'docs.opencv.org, filter2D: anchor (−1, −1) is K // 2' },
  'matlab.conv2': {
    ...upper,
    flip: true,
    stride: 'sliced',
    source: 'mathworks.com/help/matlab/ref/conv2.html: full from ⌊K / 2⌋ + 1, counted from 1',
  },
  'matlab.filter2': { ...upper, stride: 'sliced', source: 'mathworks.com/help/matlab/ref/filter2.html' },
  'matlab.imfilter': { ...upper, stride: 'sliced', source: 'mathworks.com/help/images/ref/imfilter.html' },
};

/** The sizes of a plane or a kernel, [rows, columns] in cells. */
type Sizes = readonly [rows: number, cols: number];

/**
 * The parameters with the *same* of a named rule: explicit sides, and `flip` as the function has it. The problem
 * `same-with-stride` where the rule knows no *same* with these strides. Sizes are not checked; `planConv2d` does that.
 */
export function withSamePadding(
  name: SameRuleName,
  inputSizes: Sizes,
  kernelSizes: Sizes,
  params: Conv2dParams,
): Conv2dParams | PlanProblem {
  const { kind, flip, stride } = samePaddingRules[name];
  const [strideHeight, strideWidth] = params.strides;
  if (stride === 'refused' && (strideHeight !== 1 || strideWidth !== 1)) {
    return { problem: 'same-with-stride', numbers: { strideHeight, strideWidth } };
  }
  const sidesOf = (axis: AxisName, index: 0 | 1) => {
    const inputSize = inputSizes[index];
    const kernelSize = kernelSizes[index];
    const dilation = params.dilations[index];
    if (stride !== 'covers') return splitSame(kind, dilation * (kernelSize - 1));
    return resolvePadding({ kind }, axis, { inputSize, kernelSize, stride: params.strides[index], dilation });
  };
  const [top, bottom] = sidesOf('height', 0);
  const [left, right] = sidesOf('width', 1);
  return { ...params, flip, padding: { kind: 'explicit', top, bottom, left, right } };
}
