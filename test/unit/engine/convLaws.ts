import assert from 'node:assert/strict';
import type { Conv2dParams } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { fillValue } from '../../../src/engine/padding/fill';
import { pad2d } from '../../../src/engine/padding/pad2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { cellCount } from '../../../src/engine/shape4';
import type { Tensor } from '../../../src/engine/tensor';
import type { ConvSetting } from './arbitraryConv';
import { planned } from './support';

/** A way to compute a convolution. */
export type Convolve = (plan: Conv2dPlan, input: Tensor, kernel: Tensor, bias?: Float64Array) => Tensor;

/** What a law compares with: it fails where two results are not the same, in the sense that the way of computing allows. */
export type AssertAlike = (actual: Float64Array, expected: Float64Array) => void;

/** Something that holds for every convolution; settings that it says nothing about pass. */
export type ConvLaw = (setting: ConvSetting, convolve: Convolve, assertAlike: AssertAlike) => void;

/** Laws that hold to the last bit for any numbers, if sums are added in one order. */
export const orderedLaws: Readonly<Record<string, ConvLaw>> = {
  'flip is the kernel turned by 180 degrees': ({ plan, params, input, kernel, bias }, convolve, assertAlike) => {
    const turned = { shape: kernel.shape, data: byPlane(kernel, (plane) => plane.reverse()) };
    const other = planned(input.shape, kernel.shape, { ...params, flip: !params.flip });
    assertAlike(convolve(other, input, turned, bias).data, convolve(plan, input, kernel, bias).data);
  },

  'padding is a valid convolution of the padded input': (setting, convolve, assertAlike) => {
    const { plan, params, kernel, bias } = setting;
    const padded = paddedInput(setting);
    const valid = planned(padded.shape, kernel.shape, { ...params, padding: { kind: 'valid' } });
    assertAlike(convolve(plan, setting.input, kernel, bias).data, convolve(valid, padded, kernel, bias).data);
  },

  'a stride takes every S-th cell of stride 1': (setting, convolve, assertAlike) => {
    const { plan, params, input, kernel, bias } = setting;
    const dense = planned(input.shape, kernel.shape, { ...params, strides: [1, 1], padding: sidesOf(plan) });
    const [sy, sx] = params.strides;
    const all = convolve(dense, input, kernel, bias);
    assertAlike(
      convolve(plan, input, kernel, bias).data,
      pick(all, (row, col) => row % sy === 0 && col % sx === 0),
    );
  },

  'a group is a convolution of its channels alone': (setting, convolve, assertAlike) => {
    const { plan, params, input, kernel, bias } = setting;
    const whole = convolve(plan, input, kernel, bias);
    const outputs = plan.outputChannels / plan.groups;
    for (let group = 0; group < plan.groups; group++) {
      const part = channelsOf(input, group * plan.kernelShape[1], plan.kernelShape[1]);
      const weights = {
        shape: [outputs, ...kernel.shape.slice(1)],
        data: blocks(kernel.data, plan.groups)[group]!,
      };
      const alone = planned(part.shape, weights.shape, { ...params, groups: 1 });
      const partBias = bias && blocks(bias, plan.groups)[group];
      assertAlike(channelsOf(whole, group * outputs, outputs).data, convolve(alone, part, weights, partBias).data);
    }
  },

  'the size is the number of starts that a patch can take': ({ plan, input, kernel, bias }, convolve) => {
    const starts = ({ paddedSize, span, stride }: Conv2dPlan['height']) => {
      let count = 0;
      for (let start = 0; start + span <= paddedSize; start += stride) count++;
      return count;
    };
    const shape = [plan.batch, plan.outputChannels, starts(plan.height), starts(plan.width)];
    const result = convolve(plan, input, kernel, bias);
    assert.deepEqual(result.shape, shape);
    assert.equal(result.data.length, cellCount(shape));
  },
};

/** Laws of exact arithmetic: they hold for whole numbers, or within the bound of the way of computing. */
export const exactLaws: Readonly<Record<string, ConvLaw>> = {
  'linear in the input': ({ plan, input, kernel }, convolve, assertAlike) => {
    const constant = fillValue(plan.fill);
    if (constant !== undefined && constant !== 0) return;
    const other = { shape: input.shape, data: input.data.slice().reverse() };
    const sum = { shape: input.shape, data: combine(input.data, other.data) };
    const parts = combine(convolve(plan, input, kernel).data, convolve(plan, other, kernel).data);
    assertAlike(convolve(plan, sum, kernel).data, parts);
  },

  'linear in the kernel': ({ plan, input, kernel }, convolve, assertAlike) => {
    const other = { shape: kernel.shape, data: kernel.data.slice().reverse() };
    const sum = { shape: kernel.shape, data: combine(kernel.data, other.data) };
    const parts = combine(convolve(plan, input, kernel).data, convolve(plan, input, other).data);
    assertAlike(convolve(plan, input, sum).data, parts);
  },

  'the map moves with the input': ({ params, input, kernel, bias }, convolve, assertAlike) => {
    const plan = planConv2d(input.shape, kernel.shape, { ...params, padding: { kind: 'valid' } });
    const [sy, sx] = params.strides;
    if (isPlanProblem(plan)) return;
    const moved = { shape: input.shape, data: byPlane(input, (plane, cols) => rolled(plane, cols, sy, sx)) };
    const before = convolve(plan, input, kernel, bias);
    const [, , rows, cols] = plan.outputShape;
    assertAlike(
      pick(convolve(plan, moved, kernel, bias), (row, col) => row > 0 && col > 0),
      pick(before, (row, col) => row < rows - 1 && col < cols - 1),
    );
  },

  'a kernel of a single 1 copies the padded input': (setting, convolve, assertAlike) => {
    const { plan, params, input, kernel } = setting;
    const { height, width } = plan;
    const data = new Float64Array(kernel.data.length);
    // The first place of the patch in the first channel of each group.
    const planeCells = height.kernelSize * width.kernelSize;
    for (let o = 0; o < plan.outputChannels; o++) {
      data[o * plan.kernelShape[1] * planeCells + (params.flip ? planeCells - 1 : 0)] = 1;
    }
    const padded = paddedInput(setting);
    const map = convolve(plan, input, { shape: kernel.shape, data });
    const outputs = plan.outputChannels / plan.groups;
    for (let o = 0; o < plan.outputChannels; o++) {
      const source = channelsOf(padded, Math.floor(o / outputs) * plan.kernelShape[1], 1);
      const reached = (at: number, { stride, outputSize }: Conv2dPlan['height']) =>
        at % stride === 0 && at < outputSize * stride;
      assertAlike(
        channelsOf(map, o, 1).data,
        pick(source, (row, col) => reached(row, height) && reached(col, width)),
      );
    }
  },

  'a full map adds up to the product of the sums': ({ params, input, kernel }, convolve, assertAlike) => {
    const plan = planned(input.shape, kernel.shape, {
      ...params,
      strides: [1, 1],
      padding: { kind: 'full' },
      fill: { kind: 'zeros' },
    });
    const inputs = plan.kernelShape[1];
    const outputs = plan.outputChannels / plan.groups;
    const map = convolve(plan, input, kernel);
    for (let o = 0; o < plan.outputChannels; o++) {
      const first = Math.floor(o / outputs) * inputs;
      for (let image = 0; image < plan.batch; image++) {
        let expected = 0;
        for (let c = 0; c < inputs; c++) {
          const plane = planesOf(input)[image * plan.inputChannels + first + c]!;
          expected += sum(plane) * sum(planesOf(kernel)[o * inputs + c]!);
        }
        assertAlike(Float64Array.of(sum(planesOf(map)[image * plan.outputChannels + o]!)), Float64Array.of(expected));
      }
    }
  },
};

function combine(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => 3 * value - 2 * b[i]!);
}

function sum(data: Float64Array): number {
  return data.reduce((total, value) => total + value, 0);
}

function sidesOf({ height, width }: Conv2dPlan): Extract<Conv2dParams['padding'], { kind: 'explicit' }> {
  return { kind: 'explicit', top: height.before, bottom: height.after, left: width.before, right: width.after };
}

function paddedInput({ plan, input }: ConvSetting): Tensor {
  const padded = pad2d(input, sidesOf(plan), plan.fill);
  if (isPlanProblem(padded)) assert.fail(padded.problem);
  return padded;
}

function planesOf({ shape, data }: Tensor): readonly Float64Array[] {
  return blocks(data, cellCount(shape.slice(0, -2)));
}

/** The data in `count` pieces of one length. */
function blocks(data: Float64Array, count: number): readonly Float64Array[] {
  const length = data.length / count;
  return Array.from({ length: count }, (_, block) => data.subarray(block * length, (block + 1) * length));
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(parts.flatMap((part) => Array.from(part)));
}

function byPlane(tensor: Tensor, change: (plane: Float64Array, cols: number) => Float64Array): Float64Array {
  return concatenated(planesOf(tensor).map((plane) => change(plane.slice(), tensor.shape.at(-1)!)));
}

/** Channels [first, first + count) of every image. */
function channelsOf({ shape, data }: Tensor, first: number, count: number): Tensor {
  const [batch, channels, rows, cols] = shape as [number, number, number, number];
  const images = blocks(data, batch).map((image) => image.subarray(first * rows * cols, (first + count) * rows * cols));
  assert.ok(first + count <= channels);
  return { shape: [batch, count, rows, cols], data: concatenated(images) };
}

/** The cells of every plane that are wanted, in order. */
function pick(tensor: Tensor, isWanted: (row: number, col: number) => boolean): Float64Array {
  return byPlane(tensor, (plane, cols) => plane.filter((_, cell) => isWanted(Math.floor(cell / cols), cell % cols)));
}

/** The plane moved down and right; what leaves it comes in on the other side. */
function rolled(plane: Float64Array, cols: number, down: number, right: number): Float64Array {
  const rows = plane.length / cols;
  return plane.map((_, cell) => {
    const row = (((Math.floor(cell / cols) - down) % rows) + rows) % rows;
    const col = ((((cell % cols) - right) % cols) + cols) % cols;
    return plane[row * cols + col]!;
  });
}
