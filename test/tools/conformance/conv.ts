import { conv2d } from '../../../src/engine/conv2d';
import type { Conv2dParams, Fill, Padding, PerAxis } from '../../../src/engine/conv2dParams';
import { pad2d } from '../../../src/engine/pad2d';
import { planConv2d } from '../../../src/engine/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Tensor } from '../../../src/engine/tensor';

/** A tensor as the conformance cases write it: flat data in the named axis order, non-finite numbers as strings. */
export interface CaseTensor {
  readonly shape: readonly number[];
  readonly layout?: string;
  readonly data: readonly (number | string)[];
}

/** The part of a case of schema conv-conformance/1 that a computation needs. */
export interface ConvCase {
  readonly op: string;
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
  const result = convCase.op === 'pad2d' ? padded(convCase, input) : convolved(convCase, input);
  const { shape, data } = permute(result, 'nchw', layout);
  return { shape, data: Array.from(data) };
}

function convolved({ op, filter, bias, options }: ConvCase, input: Tensor): Tensor {
  if (op !== 'conv2d' || !filter) throw refusal('unsupported');
  const kernel = readTensor(filter, filter.layout ?? 'oihw', 'oihw');
  const biasData = bias ? numbersOf('data' in bias ? bias.data : bias) : undefined;
  const params: Conv2dParams = {
    strides: options.strides ?? [1, 1],
    dilations: options.dilations ?? [1, 1],
    padding: options.padding ?? { kind: 'valid' },
    fill: fillOf(options),
    flip: options.flip ?? false,
    groups: options.groups ?? 1,
  };
  const plan = planConv2d(input.shape, kernel.shape, params, biasData?.length);
  if (isPlanProblem(plan)) throw refusal(plan.problem);
  return conv2d(plan, input, kernel, biasData);
}

function padded({ options }: ConvCase, input: Tensor): Tensor {
  if (options.padding?.kind !== 'explicit') throw refusal('unsupported');
  const result = pad2d(input, options.padding, fillOf(options));
  if (isPlanProblem(result)) throw refusal(result.problem);
  return result;
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

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}
