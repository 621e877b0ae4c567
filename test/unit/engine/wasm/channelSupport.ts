import assert from 'node:assert/strict';
import type { Conv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../../src/engine/convolution/conv2dPlan';
import { pad2d } from '../../../../src/engine/padding/pad2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import type { Tensor } from '../../../../src/engine/tensor';
import { bytesOf, type Machine, numbersOf } from '../../../../src/engine/wasm/machine';
import type { PathRunner, PlacedInput, PlacedOutput, Precision } from '../../../../src/engine/wasm/pathRunner';
import { planned } from '../support';

/** A convolution of several channels, with data. */
export interface ChannelCase {
  readonly plan: Conv2dPlan;
  readonly input: Tensor;
  readonly kernel: Tensor;
  readonly bias: Float64Array | undefined;
}

/** Draws whole numbers below a bound. */
export type Draw = (below: number) => number;

/** The same numbers for the same seed (Numerical Recipes' generator). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A convolution of the given shapes over numbers that `value` draws. */
export function channelCase(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  params: Partial<Conv2dParams>,
  value: () => number,
  hasBias = true,
): ChannelCase {
  const tensor = (shape: readonly number[]): Tensor => {
    return { shape, data: new Float64Array(shape.reduce((cells, side) => cells * side, 1)).map(value) };
  };
  return {
    plan: planned(inputShape, kernelShape, params),
    input: tensor(inputShape),
    kernel: tensor(kernelShape),
    bias: hasBias ? tensor([kernelShape[0]!]).data : undefined,
  };
}

/** The padded input in the machine's memory, with rows and planes further apart than they need to be. */
export function placeInput(
  machine: Machine,
  { plan, input }: ChannelCase,
  precision: Precision,
  gap = 16,
): PlacedInput {
  const { height, width } = plan;
  const sides = { top: height.before, bottom: height.after, left: width.before, right: width.after };
  const padded = pad2d(input, sides, plan.fill);
  if (isPlanProblem(padded)) assert.fail(padded.problem);
  const rowPitch = width.paddedSize + gap;
  const planePitch = rowPitch * height.paddedSize + 3;
  const planes = plan.batch * plan.inputChannels;
  const bytes = bytesOf(precision);
  const address = machine.arena.allocate((planes * planePitch + 16) * bytes);
  const numbers = numbersOf(machine.views(), precision).subarray(address / bytes);
  numbers.fill(Number.NaN, 0, planes * planePitch + 16);
  for (let row = 0; row < planes * height.paddedSize; row++) {
    const plane = Math.floor(row / height.paddedSize);
    const cells = padded.data.subarray(row * width.paddedSize, (row + 1) * width.paddedSize);
    numbers.set(cells, plane * planePitch + (row % height.paddedSize) * rowPitch);
  }
  return { precision, address, rowPitch, planePitch };
}

/** Rows [from, to) and the lane that computes them. */
export type Band = readonly [from: number, to: number, lane: number];

/** All rows, cut up anywhere, in some order and on three lanes. */
export function anyBands(draw: Draw, rows: number): Band[] {
  const cuts = new Set([0, rows, draw(rows), draw(rows), draw(rows)]);
  const ends = [...cuts].sort((a, b) => a - b);
  return ends
    .slice(1)
    .map((to, i): Band => [ends[i]!, to, i % 3])
    .sort(() => draw(3) - 1);
}

/** What a runner makes of the case in the given bands, or in one; fails where it writes outside its rows. */
export function runInBands(
  machine: Machine,
  setting: ChannelCase,
  precision: Precision,
  runner: PathRunner,
  bands?: readonly Band[],
): Float64Array {
  const input = placeInput(machine, setting, precision);
  const [batch, channels, rows, columns] = setting.plan.outputShape;
  const bytes = bytesOf(precision);
  const cells = batch * channels * rows * columns;
  const margin = 32;
  const output: PlacedOutput = {
    precision,
    address: machine.arena.allocate((cells + 2 * margin) * bytes) + margin * bytes,
  };
  const whole = (): Float32Array | Float64Array => {
    const start = output.address / bytes - margin;
    return numbersOf(machine.views(), precision).subarray(start, start + cells + 2 * margin);
  };
  const untouched = 12345;
  whole().fill(untouched);
  const planesAtOnce = (batch * channels * rows) / runner.rows;
  for (const [from, to, lane] of bands ?? [[0, runner.rows, 0]]) {
    const { name, args, unfused = false } = runner.call(input, output, from, to, lane);
    const before = whole().slice();
    machine.exports(unfused)[name]!(...args);
    for (let row = from; row < to; row++) {
      for (let plane = 0; plane < planesAtOnce; plane++) {
        const start = margin + rowOfPlane(row, rows, plane, planesAtOnce) * columns;
        before.set(whole().subarray(start, start + columns), start);
      }
    }
    assert.deepEqual(whole().slice(), before, `rows outside ${from} to ${to} stay as they are`);
  }
  const result = Float64Array.from(whole().subarray(margin, margin + cells));
  machine.arena.release(input.address);
  machine.arena.release(output.address - margin * bytes);
  return result;
}

/** Among the rows of all planes, the one that a runner's row is in one of the planes that it computes together. */
function rowOfPlane(row: number, rows: number, plane: number, planesAtOnce: number): number {
  const group = Math.floor(row / rows);
  return (group * planesAtOnce + plane) * rows + (row % rows);
}
