import type { Conv2dPlan } from '../convolution/conv2dPlan';
import { channelScratch } from './channelScratch';
import { packChannelWeights } from './channelWeights';
import type { ChosenPath } from './choosePath';
import { sumSize } from './errorClass';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { winogradAxis } from './winogradAxis';
import { winogradErrorClass } from './winogradErrorClass';
import { type WinogradAxes, type WinogradMatrix, winogradWeights } from './winogradWeights';

const settingBytes = 128;
/** A `ChannelSums` of `assembly/parts/channelSums.ts` and its zeros, before the offsets of the taps. */
const sumsBytes = 128;
/** Of one number of a transformed tile in one channel, there or back. */
const transformCycles = 1;
/** Vectors of the transforms, or the columns behind whole blocks: four vectors for each output channel. */
const roomBytes = 256;
const restBytes = 64;
/** Numbers added before going on to the next output channels, so that they stay in the first cache. */
const mostSlotsAtOnce = 256;
/** Transformed patches and their sums, to stay in the second cache. */
const tileBytes = 2 ** 19;

/** How a plan is cut up for the module. */
interface WinogradLayout {
  readonly slotsAtOnce: number;
  readonly tileRows: number;
  readonly tileColumns: number;
  readonly restOffset: number;
  readonly dealtOffset: number;
  readonly rowsOffset: number;
  readonly patchesOffset: number;
  readonly sumsOffset: number;
  readonly dealtPitch: number;
  readonly patchesStep: number;
  readonly sumsStep: number;
  readonly scratchBytes: number;
}

/**
 * True for kernels that `winogradAxis` takes along both axes, with so many channels that the transforms pay: by cycles on
 * vectors of four, half a multiply-add each, and what the transforms were measured to take.
 */
export function suitsWinograd(plan: Conv2dPlan): boolean {
  const axes = axesOf(plan);
  if (!axes) return false;
  const { height, width, kernelShape, outputChannels, groups } = plan;
  const inputs = kernelShape[1];
  const outputs = outputChannels / groups;
  const tiles = Math.ceil(height.outputSize / 2) * roundUp(Math.ceil(width.outputSize / 2), 4);
  const { pairs, places } = sizesOf(axes);
  const cycles = (multiplyAdds: number): number => multiplyAdds / 8;
  const terms = height.kernelSize * width.kernelSize * inputs * outputs;
  const direct = cycles(terms * height.outputSize * roundUp(width.outputSize, 8));
  return tiles * (cycles(pairs * inputs * outputs) + transformCycles * (pairs * inputs + places * outputs)) < direct;
}

function axesOf({ height, width }: Conv2dPlan): WinogradAxes | undefined {
  const rows = winogradAxis(height);
  const columns = winogradAxis(width);
  return rows && columns && { rows, columns };
}

/** Numbers of a transformed tile in an input channel, all phases together, and in an output channel. */
function sizesOf({ rows, columns }: WinogradAxes): { readonly pairs: number; readonly places: number } {
  return { pairs: rows.forms.length * columns.forms.length, places: rows.places * columns.places };
}

/**
 * A convolution in single precision by transformed patches, for tiles of 2 × 2 cells: 4 multiply-adds a cell where a 3 × 3
 * sum takes 9, and about 20 where a 7 × 7 sum of stride 2 takes 49. Undefined for kernels that `winogradAxis` does not take.
 */
export function winogradPath(setting: PathSetting): ChosenPath | undefined {
  const { machine, plan } = setting;
  const axes = axesOf(plan);
  if (!axes) return undefined;
  const transformed = winogradWeights(plan, axes, setting.weights);
  const size = { ...sumSize(setting), axes, inputs: plan.kernelShape[1], magnitude: transformed.magnitude };
  const layout = layoutOf(plan, axes);
  const constants = writeSetting(setting, axes, layout, transformed.matrices);
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

function layoutOf(
  { height, width, kernelShape, outputChannels, groups }: Conv2dPlan,
  axes: WinogradAxes,
): WinogradLayout {
  const inputs = kernelShape[1];
  const outputs = outputChannels / groups;
  const { pairs, places } = sizesOf(axes);
  const rows = Math.ceil(height.outputSize / 2);
  const columns = roundUp(Math.ceil(width.outputSize / 2), 4);
  const atOnce = Math.max(16, Math.floor(tileBytes / 4 / (pairs * inputs + places * outputs)));
  const tileColumns = Math.min(columns, atOnce - (atOnce % 4));
  const tileRows = Math.min(rows, Math.max(1, Math.floor(atOnce / tileColumns)));
  const tiles = tileRows * tileColumns;
  const slots = inputs * axes.rows.phases * axes.columns.phases;
  const slotsAtOnce = Math.min(slots, mostSlotsAtOnce);
  const restOffset = roundUp(sumsBytes + slotsAtOnce * 4, 64);
  const dealtOffset = restOffset + Math.max(roomBytes, outputs * restBytes);
  const dealtPitch = (tileColumns + 4) * 4;
  const rowsOffset = dealtOffset + 2 * width.stride * dealtPitch;
  const rowsSeen = height.stride * (2 * tileRows - 1) + height.kernelSize;
  const patchesOffset = roundUp(rowsOffset + rowsSeen * axes.columns.forms.length * tileColumns * 4, 64);
  const patchesStep = spread(slots * tiles * 4);
  const sumsStep = spread(outputs * tiles * 4);
  const sumsOffset = patchesOffset + places * patchesStep + restBytes;
  const scratchBytes = sumsOffset + places * sumsStep;
  const offsets = { restOffset, dealtOffset, rowsOffset, patchesOffset, sumsOffset };
  return { slotsAtOnce, tileRows, tileColumns, ...offsets, dealtPitch, patchesStep, sumsStep, scratchBytes };
}

/** Writes a `WinogradSetting` of `assembly/parts/winogradSetting.ts` with what it points to behind it. */
function writeSetting(
  { machine, plan, bias }: PathSetting,
  { rows, columns }: WinogradAxes,
  layout: WinogradLayout,
  matrices: readonly WinogradMatrix[],
): number {
  const { groups, outputChannels, height, width } = plan;
  const weightCount = matrices.reduce((count, { weights }) => count + weights.length, 0);
  const start = machine.arena.allocate(settingBytes + (weightCount + outputChannels) * 4);
  const weightStart = start + settingBytes;
  const biasStart = weightStart + weightCount * 4;
  const { int32, float32 } = machine.views();
  const fields = [
    ...[height.outputSize, width.outputSize, plan.kernelShape[1], outputChannels / groups, groups],
    ...[height.stride, width.stride, height.kernelSize, width.paddedSize],
    ...[rows.fours, columns.fours, rows.places, columns.places],
    ...[layout.slotsAtOnce, layout.tileRows, layout.tileColumns, weightStart, bias ? biasStart : 0],
    ...[layout.restOffset, layout.dealtOffset, layout.rowsOffset, layout.patchesOffset, layout.sumsOffset],
    ...[layout.dealtPitch, layout.patchesStep, layout.sumsStep],
  ];
  int32.set(fields, start / 4);
  let at = weightStart / 4;
  for (const { weights, outputs } of matrices) {
    const matrix = { kernelShape: [outputs, weights.length / outputs], groups: 1 };
    packChannelWeights(weights, matrix, machine.isRelaxed, float32.subarray(at));
    at += weights.length;
  }
  if (bias) float32.set(bias, biasStart / 4);
  return start;
}

/** A step of at least `bytes` for which places meet in no set of a cache. */
function spread(bytes: number): number {
  return roundUp(bytes, 4096) + 320;
}

function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}
