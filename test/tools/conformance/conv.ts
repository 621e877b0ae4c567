import { conv2d } from '../../../src/engine/convolution/conv2d';
import type { Conv2dParams, Fill, Padding, PerAxis } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { pad2d } from '../../../src/engine/padding/pad2d';
import { isPlanProblem, type PlanProblem } from '../../../src/engine/planProblem';
import { averagePool2d } from '../../../src/engine/pooling/averagePool2d';
import { maxPool2d } from '../../../src/engine/pooling/maxPool2d';
import { planPool2d } from '../../../src/engine/pooling/planPool2d';
import type { AverageDivisor, PoolRounding } from '../../../src/engine/pooling/pool2dParams';
import type { Tensor } from '../../../src/engine/tensor';
import { torchConvProblem, torchPadProblem, torchPoolProblem } from '../../../src/engine/torchLimits';
import { convTranspose2d } from '../../../src/engine/transposed/convTranspose2d';
import { planConvTranspose2d } from '../../../src/engine/transposed/planConvTranspose2d';

/** A tensor as the conformance cases write it: flat data in the named axis order, non-finite numbers as strings. */
export interface CaseTensor {
  readonly shape: readonly number[];
  readonly layout?: string;
  readonly data: readonly (number | string)[];
}

/** The part of a case of schema conv-conformance/1 that a computation needs. */
export interface ConvCase {
  readonly op: string;
  /** The library whose refusal an error input is; a case that computes has none. */
  readonly reference?: string;
  readonly input: CaseTensor;
  readonly filter?: CaseTensor | null;
  readonly bias?: CaseTensor | CaseTensor['data'] | 0 | null;
  readonly options: {
    readonly groups?: number;
    readonly flip?: boolean;
    readonly strides?: PerAxis;
    readonly dilations?: PerAxis;
    readonly padding?: Padding;
    readonly pad_mode?: string;
    readonly pad_value?: number | string;
    readonly output_padding?: PerAxis;
    readonly output_sizes?: PerAxis;
    readonly window?: PerAxis;
    readonly ceil_mode?: boolean;
    readonly ceil_rule?: string;
    readonly count_include_pad?: boolean;
    readonly divisor_override?: number | null;
  };
}

/** What the graders read. */
export interface CaseResult {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** Computes a case with the engine, in the input's layout; throws an error whose `code` names the refusal. */
export function conv(convCase: ConvCase): CaseResult {
  const layout = convCase.input.layout ?? 'nchw';
  const input = readTensor(convCase.input, layout, 'nchw');
  const { shape, data } = permute(computed(convCase, input), 'nchw', layout);
  return { shape, data: Array.from(data) };
}

function computed(convCase: ConvCase, input: Tensor): Tensor {
  switch (convCase.op) {
    case 'conv2d':
      return convolved(convCase, input);
    case 'conv_transpose2d':
      return transposed(convCase, input);
    case 'pad2d':
      return padded(convCase, input);
    case 'avg_pool2d':
    case 'max_pool2d':
      return pooled(convCase, input);
    default:
      throw refusal('unsupported');
  }
}

function convolved(convCase: ConvCase, input: Tensor): Tensor {
  const { options } = convCase;
  const kernel = kernelOf(convCase, 'oihw');
  const bias = biasOf(convCase);
  const params: Conv2dParams = {
    strides: options.strides ?? [1, 1],
    dilations: options.dilations ?? [1, 1],
    padding: options.padding ?? { kind: 'valid' },
    fill: fillOf(options),
    flip: options.flip ?? false,
    groups: options.groups ?? 1,
  };
  const plan = orRefuse(planConv2d(input.shape, kernel.shape, params, bias?.length));
  refuseLike(convCase, () => torchConvProblem(plan, params));
  return conv2d(plan, input, kernel, bias);
}

function transposed(convCase: ConvCase, input: Tensor): Tensor {
  const { options } = convCase;
  const kernel = kernelOf(convCase, 'iohw');
  const bias = biasOf(convCase);
  const params = {
    strides: options.strides ?? ([1, 1] as const),
    dilations: options.dilations ?? ([1, 1] as const),
    padding: options.padding ?? ({ kind: 'valid' } as const),
    outputPadding: options.output_padding ?? ([0, 0] as const),
    outputSizes: options.output_sizes,
    flip: options.flip ?? false,
    groups: options.groups ?? 1,
  };
  return convTranspose2d(
    orRefuse(planConvTranspose2d(input.shape, kernel.shape, params, bias?.length)),
    input,
    kernel,
    bias,
  );
}

function padded(convCase: ConvCase, input: Tensor): Tensor {
  const { padding } = convCase.options;
  if (padding?.kind !== 'explicit') throw refusal('unsupported');
  const fill = fillOf(convCase.options);
  const [inputHeight, inputWidth] = input.shape.slice(-2) as [number, number];
  const height = { inputSize: inputHeight, before: padding.top, after: padding.bottom };
  const width = { inputSize: inputWidth, before: padding.left, after: padding.right };
  refuseLike(convCase, () => torchPadProblem(height, width, fill));
  return orRefuse(pad2d(input, padding, fill));
}

function pooled(convCase: ConvCase, input: Tensor): Tensor {
  const { op, options } = convCase;
  const { window, output_sizes: sizes } = options;
  if (!window) throw refusal('unsupported');
  const plan = orRefuse(
    planPool2d(input.shape, {
      window,
      strides: options.strides ?? window,
      dilations: options.dilations ?? [1, 1],
      padding: options.padding ?? { kind: 'valid' },
      rounding: roundingOf(options),
      divisor: divisorOf(options),
    }),
  );
  refuseLike(convCase, () => torchPoolProblem(plan));
  const isAsked = sizes === undefined || (sizes[0] === plan.outputShape[2] && sizes[1] === plan.outputShape[3]);
  if (!isAsked) throw refusal('unsupported');
  return op === 'max_pool2d' ? maxPool2d(plan, input) : averagePool2d(plan, input);
}

function roundingOf({ ceil_mode: isCeil, ceil_rule: rule }: ConvCase['options']): PoolRounding {
  if (!isCeil) return 'floor';
  return rule === 'window-may-start-in-padding' ? 'ceil_anywhere' : 'ceil_inside';
}

function divisorOf(options: ConvCase['options']): AverageDivisor {
  const { divisor_override: value, count_include_pad: countsPadding } = options;
  if (value !== undefined && value !== null) return { kind: 'override', value };
  return { kind: (countsPadding ?? true) ? 'padded' : 'inside' };
}

function kernelOf({ filter }: ConvCase, wanted: string): Tensor {
  if (!filter) throw refusal('unsupported');
  return readTensor(filter, filter.layout ?? wanted, wanted);
}

function biasOf({ bias }: ConvCase): Float64Array | undefined {
  return bias ? numbersOf('data' in bias ? bias.data : bias) : undefined;
}

function fillOf({ pad_mode: mode, pad_value: value }: ConvCase['options']): Fill {
  switch (mode) {
    case undefined:
    case 'zeros':
      return { kind: 'zeros' };
    case 'constant':
      return { kind: 'constant', value: Number(value ?? 0) };
    case 'replicate':
    case 'reflect':
    case 'symmetric':
    case 'circular':
      return { kind: mode };
    default:
      throw refusal('unsupported');
  }
}

function readTensor(tensor: CaseTensor, layout: string, wanted: string): Tensor {
  return permute({ shape: tensor.shape, data: numbersOf(tensor.data) }, layout, wanted);
}

function numbersOf(data: CaseTensor['data']): Float64Array {
  return Float64Array.from(data, Number);
}

/** Reorders the axes, each named by a letter. */
function permute({ shape, data }: Tensor, from: string, to: string): Tensor {
  const axes = Array.from(to, (axis) => from.indexOf(axis));
  if (shape.length !== 4 || axes.includes(-1)) throw refusal('unsupported');
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((cells, size) => cells * size, 1));
  const newShape = axes.map((axis) => shape[axis]!);
  const newData = data.map((_, cell) => {
    let rest = cell;
    let at = 0;
    for (let axis = 3; axis >= 0; axis--) {
      at += (rest % newShape[axis]!) * steps[axes[axis]!]!;
      rest = Math.floor(rest / newShape[axis]!);
    }
    return data[at]!;
  });
  return { shape: newShape, data: newData };
}

/** What PyTorch alone refuses is refused where its refusal is asked for. */
function refuseLike({ reference }: ConvCase, problemOf: () => PlanProblem | undefined): void {
  const problem = reference?.startsWith('torch') ? problemOf() : undefined;
  if (problem) throw refusal(problem.problem);
}

function orRefuse<T extends object>(result: T | PlanProblem): T {
  if (isPlanProblem(result)) throw refusal(result.problem);
  return result;
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}
