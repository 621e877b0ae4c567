import { anchoredPadding } from '../engine/convolution/anchoredPadding';
import type { Conv2dParams, Fill, Padding, PerAxis } from '../engine/convolution/conv2dParams';
import { type SameRuleName, samePaddingRules } from '../engine/convolution/samePaddingRules';
import { fillNamed } from '../engine/padding/fillNames';
import type {
  CallArgument,
  CallValue,
  ConvolutionCall,
  ConvolutionFunction,
  ParameterLabel,
} from '../literals/parameters/convolutionCall';

/** The parameters that a text says, and what of it was not taken over, as it is written. */
export interface TextParams {
  readonly params: Partial<Conv2dParams>;
  readonly left: readonly string[];
  /** The function rounds and cuts its results to a type, which is not done here. */
  readonly isCut: boolean;
  /** The function takes the second matrix as the one that is convolved: it contains the first. */
  readonly isSwapped: boolean;
}

/** Rows and columns of the two matrices of a call. */
export interface CallSizes {
  readonly input: PerAxis;
  readonly kernel: PerAxis;
}

type Draft = { -readonly [K in keyof Conv2dParams]?: Conv2dParams[K] };

/** A call that is being understood: what was taken is crossed off, and the rest is left. */
interface Reading {
  readonly call: ConvolutionCall;
  readonly kernelSizes: PerAxis;
  readonly params: Draft;
  readonly left: string[];
  isCut: boolean;
}

/** The parameters of a call in the sense of its library, for matrices of these sizes. */
export function callParams(call: ConvolutionCall, sizes: CallSizes): TextParams {
  const isSwapped = swaps(call, sizes);
  const kernelSizes = isSwapped ? sizes.input : sizes.kernel;
  const reading: Reading = { call, kernelSizes, params: {}, left: [], isCut: false };
  const taken = rules[call.function](reading);
  for (const [name, { text, value }] of Object.entries(call.arguments)) {
    if (!taken.includes(name) && !saysNothing(value)) reading.left.push(text);
  }
  if (call.function !== 'matlab.imfilter') reading.left.push(...call.others.map(({ text }) => text));
  const { params, left, isCut } = reading;
  return { params, left, isCut, isSwapped };
}

/** NumPy convolves the longer of two with the shorter; SciPy does where a *valid* result needs it. */
function swaps(call: ConvolutionCall, { input, kernel }: CallSizes): boolean {
  const isLarger = kernel.every((size, i) => size >= input[i]!) && kernel.some((size, i) => size > input[i]!);
  if (call.function === 'numpy.convolve') return isLarger;
  return call.function === 'scipy.signal.convolve2d' && wordOf(call.arguments.mode) === 'valid' && isLarger;
}

/** The parameters of labels, in a text that calls nothing; of labels that contradict each other none counts. */
export function labelParams(labels: readonly ParameterLabel[], kernelSizes: PerAxis): TextParams {
  const params: Draft = {};
  const left: string[] = [];
  const kindOf = ({ parameter }: ParameterLabel) => (parameter === 'zero-padding' ? 'padding' : parameter);
  for (const label of labels) {
    const rivals = labels.filter((other) => kindOf(other) === kindOf(label));
    const isAgreed = rivals.every(({ value }) => JSON.stringify(value) === JSON.stringify(label.value));
    if (!isAgreed || !takeLabel(label, params, kernelSizes)) left.push(label.text);
  }
  return { params, left: [...new Set(left)], isCut: false, isSwapped: false };
}

function takeLabel({ parameter, value }: ParameterLabel, params: Draft, kernelSizes: PerAxis): boolean {
  const pair = perAxis(value);
  switch (parameter) {
    case 'stride':
      if (pair) params.strides = pair;
      return pair !== undefined;
    case 'dilation':
      if (pair) params.dilations = pair;
      return pair !== undefined;
    case 'groups':
      return value.kind === 'numbers' && value.numbers[0] === 1;
    case 'padding':
    case 'zero-padding': {
      const padding = labelPadding(value, kernelSizes);
      if (padding) params.padding = padding;
      if (padding && parameter === 'zero-padding') params.fill = { kind: 'zeros' };
      return padding !== undefined;
    }
  }
}

/** A label's *same* says no library, and those differ where a kernel has no middle. */
function labelPadding(value: CallValue, kernelSizes: PerAxis): Padding | undefined {
  if (value.kind !== 'word') return explicitPadding(value);
  if (value.word === 'same') return isOdd(kernelSizes) ? { kind: 'same_upper' } : undefined;
  if (value.word === 'full') return { kind: 'full' };
  return value.word === 'valid' || value.word === 'none' ? { kind: 'valid' } : undefined;
}

type Rule = (reading: Reading) => readonly string[];

/** What each function's arguments mean; a rule gives the names of those that it has looked at. */
const rules: Readonly<Record<ConvolutionFunction, Rule>> = {
  'scipy.signal.convolve2d': (reading) => signal(reading, 'scipy.signal.convolve2d', 'full'),
  'scipy.signal.correlate2d': (reading) => signal(reading, 'scipy.signal.correlate2d', 'full'),
  'numpy.convolve': (reading) => signal(reading, 'numpy.convolve', 'full'),
  'numpy.correlate': (reading) => signal(reading, 'numpy.correlate', 'valid'),
  'scipy.ndimage.convolve': (reading) => ndimage(reading, true),
  'scipy.ndimage.correlate': (reading) => ndimage(reading, false),
  'opencv.filter2D': filter2D,
  'torch.conv2d': torch,
  'tensorflow.conv2d': (reading) => tensorflow(reading, 'dilations'),
  'keras.Conv2D': (reading) => tensorflow(reading, 'dilation_rate'),
  'matlab.conv2': (reading) => matlab(reading, 'matlab.conv2', 'full'),
  'matlab.filter2': (reading) => matlab(reading, 'matlab.filter2', 'same'),
  'matlab.imfilter': imfilter,
};

/** SciPy's and NumPy's mode, and SciPy's boundary. */
function signal(reading: Reading, rule: SameRuleName, usual: string): readonly string[] {
  const { call, params } = reading;
  const mode = wordOf(call.arguments.mode) ?? (call.arguments.mode ? undefined : usual);
  const boundary = wordOf(call.arguments.boundary) ?? 'fill';
  takeMode(reading, rule, mode, call.arguments.mode);
  const fill = fillNamed('scipy', boundary, numberOf(call.arguments.fillvalue) ?? 0);
  if (fill) params.fill = fill;
  const isFilled = fill !== undefined && isPlainOrAbsent(call.arguments.fillvalue);
  return ['input', 'kernel', 'method', 'mode', ...(isFilled ? ['boundary', 'fillvalue'] : [])];
}

function matlab(reading: Reading, rule: SameRuleName, usual: string): readonly string[] {
  const { shape } = reading.call.arguments;
  takeMode(reading, rule, wordOf(shape) ?? (shape ? undefined : usual), shape);
  reading.params.fill = { kind: 'zeros' };
  return ['input', 'kernel', 'shape'];
}

/**
 * MATLAB's imfilter takes its options in any order: a size, an operation, what is beyond the edge. Where the middle of a
 * turned kernel of an even size lies, its documentation does not say.
 */
function imfilter(reading: Reading): readonly string[] {
  const { params, call, left, kernelSizes } = reading;
  const edges: Readonly<Record<string, Fill>> = {
    symmetric: { kind: 'symmetric' },
    replicate: { kind: 'replicate' },
    circular: { kind: 'circular' },
  };
  params.fill = { kind: 'zeros' };
  params.flip = false;
  params.padding = { kind: samePaddingRules['matlab.imfilter'].kind };
  for (const { value, text } of call.others) {
    const word = value.kind === 'word' ? value.word : undefined;
    const number = value.kind === 'numbers' && value.numbers.length === 1 ? value.numbers[0] : undefined;
    if (number !== undefined) params.fill = constant(number);
    else if (word !== undefined && Object.hasOwn(edges, word)) params.fill = edges[word]!;
    else if (word === 'full') params.padding = { kind: 'full' };
    else if (word === 'conv' && isOdd(kernelSizes)) params.flip = true;
    else if (word !== 'same' && word !== 'corr') left.push(text);
  }
  return ['input', 'kernel'];
}

function takeMode(
  reading: Reading,
  rule: SameRuleName,
  mode: string | undefined,
  argument: CallArgument | undefined,
): void {
  const { kind, flip } = samePaddingRules[rule];
  reading.params.flip = flip;
  if (mode === 'same') reading.params.padding = { kind };
  else if (mode === 'full' || mode === 'valid') reading.params.padding = { kind: mode };
  else if (argument) reading.left.push(argument.text);
}

/** SciPy's ndimage keeps the size; `origin` moves the kernel, [rows, columns]. */
function ndimage({ call, params, kernelSizes }: Reading, flip: boolean): readonly string[] {
  const { mode, cval, origin } = call.arguments;
  const name = wordOf(mode) ?? (mode ? undefined : 'reflect');
  const fill = name === undefined ? undefined : fillNamed('ndimage', name, numberOf(cval) ?? 0);
  const moved = origin ? pairOf(origin) : ([0, 0] as const);
  params.flip = flip;
  if (fill) params.fill = fill;
  const anchors =
    moved &&
    kernelSizes.map((size, i) => (flip ? Math.floor((size - 1) / 2) - moved[i]! : Math.floor(size / 2) + moved[i]!));
  const isMoved = moved?.some((by) => by !== 0);
  const rule = samePaddingRules[flip ? 'scipy.ndimage.convolve' : 'scipy.ndimage.correlate'];
  if (isMoved && anchors) params.padding = anchoredPadding(kernelSizes, [anchors[0]!, anchors[1]!]);
  else params.padding = { kind: rule.kind };
  const isFilled = fill !== undefined && isPlainOrAbsent(cval);
  return ['input', 'kernel', 'output', ...(isFilled ? ['mode', 'cval'] : []), ...(moved ? ['origin'] : [])];
}

/** OpenCV keeps the size, its anchor is (column, row), and what it adds to the sum there is none of here. */
function filter2D(reading: Reading): readonly string[] {
  const { call, params, kernelSizes } = reading;
  const { ddepth, anchor, delta, borderType } = call.arguments;
  const border = wordOf(borderType) ?? (borderType ? undefined : 'BORDER_DEFAULT');
  // filter2D refuses BORDER_WRAP.
  const fill = border === undefined || border === 'BORDER_WRAP' ? undefined : fillNamed('opencv', border);
  const place = anchor ? pairOf(anchor) : ([-1, -1] as const);
  params.flip = false;
  if (fill) params.fill = fill;
  params.padding = { kind: samePaddingRules['opencv.filter2D'].kind };
  if (place && (place[0] >= 0 || place[1] >= 0)) {
    const row = place[1] < 0 ? Math.floor(kernelSizes[0] / 2) : place[1];
    const col = place[0] < 0 ? Math.floor(kernelSizes[1] / 2) : place[0];
    params.padding = anchoredPadding(kernelSizes, [row, col]);
  }
  const depth = wordOf(ddepth);
  reading.isCut = numberOf(ddepth) === -1 || (depth !== undefined && /^CV_(?:8|16)/.test(depth));
  const known = ['input', 'dst', 'ddepth', 'kernel', ...(fill ? ['borderType'] : []), ...(place ? ['anchor'] : [])];
  return numberOf(delta) === 0 ? [...known, 'delta'] : known;
}

function torch({ call, params }: Reading): readonly string[] {
  const { stride, padding, dilation, groups, bias, padding_mode: fillMode } = call.arguments;
  const known = ['input', 'kernel', 'in_channels', 'out_channels', 'kernel_size'];
  params.flip = false;
  params.strides = [1, 1];
  params.dilations = [1, 1];
  params.padding = { kind: 'valid' };
  params.fill = { kind: 'zeros' };
  const strides = stride && pairOf(stride);
  const dilations = dilation && pairOf(dilation);
  const fill = fillMode && fillNamed('torch', wordOf(fillMode) ?? '');
  if (strides) params.strides = strides;
  if (dilations) params.dilations = dilations;
  if (fill) params.fill = fill;
  const added = padding && torchPadding(padding.value);
  // PyTorch refuses its own same with a stride.
  const isRefused = added?.kind === 'same_upper' && params.strides.some((step) => step !== 1);
  if (added && !isRefused) params.padding = added;
  if (strides) known.push('stride');
  if (dilations) known.push('dilation');
  if (fill) known.push('padding_mode');
  if (added && !isRefused) known.push('padding');
  if (numberOf(groups) === 1) known.push('groups');
  if (wordOf(bias) === 'False') known.push('bias');
  return known;
}

function torchPadding(value: CallValue): Padding | undefined {
  if (value.kind !== 'word') return explicitPadding(value);
  return value.word === 'same' ? { kind: 'same_upper' } : value.word === 'valid' ? { kind: 'valid' } : undefined;
}

/** TensorFlow and Keras: strides of 1, 2 or 4 axes, padding by name or as pairs of all axes, channels last. */
function tensorflow({ call, params }: Reading, dilationName: string): readonly string[] {
  const { strides, padding, data_format: format } = call.arguments;
  const dilation = call.arguments[dilationName];
  const isLast = format === undefined || ['NHWC', 'channels_last'].includes(wordOf(format) ?? '');
  const steps = strides && spatial(strides.value, isLast);
  const spread = dilation && spatial(dilation.value, isLast);
  params.flip = false;
  params.fill = { kind: 'zeros' };
  params.strides = steps ?? [1, 1];
  params.dilations = spread ?? [1, 1];
  const added = padding ? tensorflowPadding(padding.value, isLast) : ({ kind: 'valid' } as const);
  if (added) params.padding = added;
  const known = ['input', 'kernel', 'filters', 'kernel_size', 'data_format', 'name'];
  if (steps) known.push('strides');
  if (spread) known.push(dilationName);
  if (added) known.push('padding');
  return numberOf(call.arguments.groups) === 1 ? [...known, 'groups'] : known;
}

function tensorflowPadding(value: CallValue, isLast: boolean): Padding | undefined {
  if (value.kind === 'word') {
    const name = value.word.toLowerCase();
    return name === 'same' ? { kind: 'same_upper' } : name === 'valid' ? { kind: 'valid' } : undefined;
  }
  if (value.kind !== 'numbers' || value.numbers.length !== 8) return undefined;
  const [top = 0, bottom = 0, left = 0, right = 0] = value.numbers.slice(isLast ? 2 : 4);
  return { kind: 'explicit', top, bottom, left, right };
}

function spatial(value: CallValue, isLast: boolean): PerAxis | undefined {
  if (value.kind !== 'numbers' || value.numbers.length !== 4) return perAxis(value);
  const [height, width] = value.numbers.slice(isLast ? 1 : 2);
  return perAxis({ kind: 'numbers', numbers: [height!, width!] });
}

function explicitPadding(value: CallValue): Padding | undefined {
  const pair = perAxis(value);
  if (!pair || pair.some((amount) => amount < 0)) return undefined;
  const [height, width] = pair;
  if (height === width) return height === 0 ? { kind: 'valid' } : { kind: 'all', amount: height };
  return { kind: 'explicit', top: height, bottom: height, left: width, right: width };
}

function isOdd(sizes: PerAxis): boolean {
  return sizes.every((size) => size % 2 === 1);
}

function constant(value: number): Fill {
  return Object.is(value, 0) ? { kind: 'zeros' } : { kind: 'constant', value };
}

/** One whole number for both axes, or one for each. */
function perAxis(value: CallValue): PerAxis | undefined {
  if (value.kind !== 'numbers' || value.numbers.length > 2 || !value.numbers.every(Number.isSafeInteger)) {
    return undefined;
  }
  const [height, width = height] = value.numbers;
  return height === undefined || width === undefined ? undefined : [height, width];
}

function pairOf({ value }: CallArgument): PerAxis | undefined {
  return perAxis(value);
}

function wordOf(argument: CallArgument | undefined): string | undefined {
  return argument?.value.kind === 'word' ? argument.value.word : undefined;
}

function numberOf(argument: CallArgument | undefined): number | undefined {
  const value = argument?.value;
  return value?.kind === 'numbers' && value.numbers.length === 1 ? value.numbers[0] : undefined;
}

function isPlainOrAbsent(argument: CallArgument | undefined): boolean {
  return argument === undefined || numberOf(argument) !== undefined;
}

/** `bias=None`, and MATLAB's `[]`. */
function saysNothing(value: CallValue): boolean {
  return value.kind === 'word' && value.word === 'None';
}
