import type { AxisPlan } from '../convolution/conv2dPlan';
import { channelScratch } from './channelScratch';
import { packChannelWeights } from './channelWeights';
import { bytesOf, numbersOf } from './machine';
import type { PathRunner, Precision } from './pathRunner';
import type { PathSetting } from './pathSetting';

const settingBytes = 80;
/** A `ChannelSums` of `assembly/parts/channelSums.ts` and its zeros, before the offsets of the taps. */
const sumsBytes = 128;
/** Four vectors for each output channel and row. */
const restBytes = 64;
/** Taps added before going on to the next output channels: their weights and cells stay in the first cache. */
const tapsAtOnce = 160;
/** Columns of all rows that are computed together, so that a weight that was fetched serves many of them. */
const columnsAtOnce = 512;
/** From this many output channels on, the input is packed even where it could be read as it lies. */
const packedFrom = 16;

/** How a plan is cut up for the module. */
interface ChannelLayout {
  readonly rowsAtOnce: number;
  readonly inputsAtOnce: number;
  readonly phases: readonly Phase[];
  /** For each kernel column its bytes from the first cell that a patch sees in a row. */
  readonly columnOffsets: readonly number[];
  readonly phasePitch: number;
  readonly restOffset: number;
  readonly packedOffset: number;
  readonly scratchBytes: number;
}

/** The columns `first`, `first` + stride, … of a row. */
interface Phase {
  readonly first: number;
  readonly length: number;
}

/**
 * Every convolution, in blocks of up to six output channels, so that a cell that was fetched serves all of them. Sums
 * have the order of `explainCell`. Double precision never fuses and gives bit for bit what `conv2d` gives; `direct` in
 * single precision fuses where the engine knows it.
 */
export function channelPath(setting: PathSetting, path: 'ordered' | 'direct'): PathRunner {
  const { machine, plan, precision } = setting;
  const unfused = path === 'ordered' || precision === 'float64';
  const layout = layoutOf(setting);
  const constants = writeSetting(setting, layout, machine.isRelaxed && !unfused);
  const scratch = channelScratch(machine.arena, layout.scratchBytes);
  const name = precision === 'float32' ? 'channels32' : 'channels64';
  const rows = plan.height.outputSize;
  return {
    path,
    rows: plan.batch * plan.groups * rows,
    bandRows: Math.min(layout.rowsAtOnce, Math.ceil(rows / 2)),
    call: ({ address, rowPitch, planePitch }, output, from, to, lane) => ({
      name,
      unfused,
      args: [constants, address, rowPitch, planePitch, output.address, from, to, scratch.address(lane)],
    }),
    release: () => {
      machine.arena.release(constants);
      scratch.release();
    },
  };
}

function layoutOf({ plan, precision }: PathSetting): ChannelLayout {
  const { height, width } = plan;
  const outputs = plan.outputChannels / plan.groups;
  const inputs = plan.kernelShape[1];
  const cells = height.kernelSize * width.kernelSize;
  const inputsAtOnce = Math.min(inputs, Math.max(1, Math.round(tapsAtOnce / cells)));
  const rowsAtOnce = Math.min(height.outputSize, Math.max(1, Math.round(columnsAtOnce / width.outputSize)));
  const phases = width.stride > 1 || outputs >= packedFrom ? phasesOf(width) : [];
  const phasePitch = roundUp(Math.max(0, ...phases.map(({ length }) => length)), 4);
  const restOffset = roundUp(sumsBytes + inputsAtOnce * cells * 4, 16);
  const packedOffset = restOffset + outputs * rowsAtOnce * restBytes;
  const rowsSeen = (rowsAtOnce - 1) * height.stride + height.span;
  const packed = rowsSeen * inputsAtOnce * phases.length * phasePitch * bytesOf(precision);
  return {
    rowsAtOnce,
    inputsAtOnce,
    phases,
    columnOffsets: columnOffsets(width, phases, phasePitch, precision),
    phasePitch,
    restOffset,
    packedOffset,
    scratchBytes: packedOffset + packed + restBytes,
  };
}

/** The phases that some tap sees, each as long as its last tap needs. */
function phasesOf({ kernelSize, dilation, stride, outputSize }: AxisPlan): readonly Phase[] {
  const lengths = new Map<number, number>();
  for (let tap = 0; tap < kernelSize; tap++) {
    lengths.set((tap * dilation) % stride, Math.floor((tap * dilation) / stride) + outputSize);
  }
  return Array.from(lengths, ([first, length]) => ({ first, length }));
}

function columnOffsets(
  { kernelSize, dilation, stride }: AxisPlan,
  phases: readonly Phase[],
  phasePitch: number,
  precision: Precision,
): readonly number[] {
  return Array.from({ length: kernelSize }, (_, tap) => {
    const column = tap * dilation;
    const phase = phases.findIndex(({ first }) => first === column % stride);
    const cell = phase < 0 ? column : phase * phasePitch + Math.floor(column / stride);
    return cell * bytesOf(precision);
  });
}

/** Writes a `ChannelSetting` of `assembly/parts/channelSetting.ts` with what it points to behind it. */
function writeSetting(
  { machine, plan, weights, bias, precision }: PathSetting,
  layout: ChannelLayout,
  isFused: boolean,
): number {
  const bytes = bytesOf(precision);
  const { height, width, groups } = plan;
  const { phases, rowsAtOnce, inputsAtOnce, phasePitch, restOffset, packedOffset } = layout;
  const phaseBytes = phases.length * 8;
  const numbersOffset = roundUp(settingBytes + phaseBytes + width.kernelSize * 4, 16);
  const start = machine.arena.allocate(numbersOffset + (weights.length + plan.outputChannels) * bytes);
  const phaseStart = start + settingBytes;
  const offsetStart = phaseStart + phaseBytes;
  const weightStart = start + numbersOffset;
  const biasStart = weightStart + weights.length * bytes;
  const views = machine.views();
  const fields = [
    ...[height.outputSize, width.outputSize, height.stride, width.stride, height.dilation],
    ...[height.kernelSize, width.kernelSize, plan.kernelShape[1], plan.outputChannels / groups, groups],
    ...[rowsAtOnce, inputsAtOnce, offsetStart, phases.length, phaseStart, phasePitch],
    ...[weightStart, bias ? biasStart : 0, restOffset, packedOffset],
    ...phases.flatMap(({ first, length }) => [first, length]),
    ...layout.columnOffsets,
  ];
  views.int32.set(fields, start / 4);
  const numbers = numbersOf(views, precision);
  packChannelWeights(weights, plan, isFused, numbers.subarray(weightStart / bytes));
  if (bias) numbers.set(bias, biasStart / bytes);
  return start;
}

function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}
