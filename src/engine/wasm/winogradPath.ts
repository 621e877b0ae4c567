import type { Conv2dPlan } from '../convolution/conv2dPlan';
import { channelScratch } from './channelScratch';
import { packChannelWeights } from './channelWeights';
import type { ChosenPath } from './choosePath';
import { sumSize } from './errorClass';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { winogradErrorClass } from './winogradErrorClass';
import { winogradWeights } from './winogradWeights';

const settingBytes = 64;
/** A `ChannelSums` of `assembly/parts/channelSums.ts` and its zeros, before the offsets of the taps. */
const sumsBytes = 128;
const places = 16;
/** Of one tile in one channel, there or back. */
const transformCycles = 16;
/** Vectors of the transforms, or the columns behind whole blocks: four vectors for each output channel. */
const roomBytes = 256;
const restBytes = 64;
/** Input channels added before going on to the next output channels, so that their patches stay in the first cache. */
const mostInputsAtOnce = 256;
/** Transformed patches and their sums, to stay in the second cache. */
const tileBytes = 2 ** 19;

/** How a plan is cut up for the module. */
interface WinogradLayout {
  readonly inputsAtOnce: number;
  readonly tileRows: number;
  readonly tileColumns: number;
  readonly restOffset: number;
  readonly patchesOffset: number;
  readonly sumsOffset: number;
  readonly patchesStep: number;
  readonly sumsStep: number;
  readonly scratchBytes: number;
}

/**
 * True for kernels of 3 × 3, stride 1, dilation 1 with so many channels that the transforms pay: by cycles on vectors of
 * four, half a multiply-add each, and what a channel's transforms were measured to take.
 */
export function suitsWinograd({ height, width, kernelShape, outputChannels, groups }: Conv2dPlan): boolean {
  const isSmall = [height, width].every((axis) => axis.kernelSize === 3 && axis.stride === 1 && axis.dilation === 1);
  const inputs = kernelShape[1];
  const outputs = outputChannels / groups;
  const tiles = Math.ceil(height.outputSize / 2) * roundUp(Math.ceil(width.outputSize / 2), 4);
  const cycles = (multiplyAdds: number): number => multiplyAdds / 8;
  const direct = cycles(9 * inputs * outputs * height.outputSize * roundUp(width.outputSize, 8));
  return isSmall && tiles * (cycles(places * inputs * outputs) + transformCycles * (inputs + outputs)) < direct;
}

/**
 * A convolution of 3 × 3, stride 1, dilation 1 in single precision, in 4 × 4 transformed patches: 16 multiply-adds for
 * four cells where the sum itself takes 36. F(2 × 2, 3 × 3) of A. Lavin and S. Gray, 2015.
 */
export function winogradPath(setting: PathSetting): ChosenPath {
  const { machine, plan } = setting;
  const sums = sumSize(setting);
  const transformed = winogradWeights(plan, setting.weights);
  const size = { ...sums, inputs: plan.kernelShape[1], magnitude: transformed.magnitude };
  const layout = layoutOf(plan);
  const constants = writeSetting(setting, layout, transformed.weights);
  const scratch = channelScratch(machine.arena, layout.scratchBytes);
  const runner: PathRunner = {
    path: 'winograd',
    rows: plan.batch * plan.groups * plan.height.outputSize,
    bandRows: 2 * Math.min(layout.tileRows, Math.ceil(plan.height.outputSize / 4)),
    call: ({ address, rowPitch, planePitch }, output, from, to, lane) => ({
      name: 'winograd32',
      args: [constants, address, rowPitch, planePitch, output.address, from, to, scratch.address(lane)],
    }),
    release: () => {
      machine.arena.release(constants);
      scratch.release();
    },
  };
  const errorClass = (largest: number, isWhole: () => boolean) => winogradErrorClass(size, largest, isWhole);
  return { runner, spreads: true, errorClass };
}

function layoutOf(plan: Conv2dPlan): WinogradLayout {
  const inputs = plan.kernelShape[1];
  const outputs = plan.outputChannels / plan.groups;
  const rows = Math.ceil(plan.height.outputSize / 2);
  const columns = roundUp(Math.ceil(plan.width.outputSize / 2), 4);
  const atOnce = Math.max(16, Math.floor(tileBytes / (places * 4 * (inputs + outputs))));
  const tileColumns = Math.min(columns, atOnce - (atOnce % 4));
  const tileRows = Math.min(rows, Math.max(1, Math.floor(atOnce / tileColumns)));
  const tiles = tileRows * tileColumns;
  const inputsAtOnce = Math.min(inputs, mostInputsAtOnce);
  const restOffset = roundUp(sumsBytes + inputsAtOnce * 4, 64);
  const patchesOffset = restOffset + Math.max(roomBytes, outputs * restBytes);
  const patchesStep = spread(inputs * tiles * 4);
  const sumsStep = spread(outputs * tiles * 4);
  const sumsOffset = patchesOffset + places * patchesStep + restBytes;
  const scratchBytes = sumsOffset + places * sumsStep;
  const offsets = { restOffset, patchesOffset, sumsOffset };
  return { inputsAtOnce, tileRows, tileColumns, ...offsets, patchesStep, sumsStep, scratchBytes };
}

/** Writes a `WinogradSetting` of `assembly/parts/winogradSetting.ts` with what it points to behind it. */
function writeSetting({ machine, plan, bias }: PathSetting, layout: WinogradLayout, weights: Float32Array): number {
  const { groups, outputChannels } = plan;
  const inputs = plan.kernelShape[1];
  const start = machine.arena.allocate(settingBytes + (weights.length + outputChannels) * 4);
  const weightStart = start + settingBytes;
  const biasStart = weightStart + weights.length * 4;
  const { int32, float32 } = machine.views();
  const fields = [
    ...[plan.height.outputSize, plan.width.outputSize, inputs, outputChannels / groups, groups],
    ...[layout.inputsAtOnce, layout.tileRows, layout.tileColumns, weightStart, bias ? biasStart : 0],
    ...[layout.restOffset, layout.patchesOffset, layout.sumsOffset, layout.patchesStep, layout.sumsStep],
  ];
  int32.set(fields, start / 4);
  const matrices = { kernelShape: [outputChannels * places, inputs], groups: groups * places };
  packChannelWeights(weights, matrices, machine.isRelaxed, float32.subarray(weightStart / 4));
  if (bias) float32.set(bias, biasStart / 4);
  return start;
}

/** A step of at least `bytes` for which 16 pieces meet in no set of a cache. */
function spread(bytes: number): number {
  return roundUp(bytes, 4096) + 320;
}

function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}
