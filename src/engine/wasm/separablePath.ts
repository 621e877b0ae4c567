import type { AxisPlan } from '../convolution/conv2dPlan';
import { separateKernel } from '../kernels/separateKernel';
import type { ChosenPath } from './choosePath';
import { bytesOf, numbersOf } from './machine';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { planeRows } from './planeRows';
import { type Factors, separableErrorClass, separableErrorSize } from './separableErrorClass';

const settingBytes = 128;
/** Bytes of row results that are kept at a time: half of a second cache. Narrower strips lose more than they gain. */
const ringBytes = 2 ** 19;
/** Strips are whole numbers of the eight vectors that one loop adds to, and at least this many. */
const stripUnit = 128;
const leastStrip = 16 * stripUnit;
/** How far a product of factors may be from a weight, in roundings of the largest weight. */
const residualRoundings = 4;

/** Taps of both passes up to which they are quicker than transforms, measured on 1080 × 1920. */
export const separableTapsUpTo = 80;

/** How a plane is cut. */
interface Strips {
  readonly columns: number;
  readonly rowUnit: number;
  readonly ringRows: number;
  /** Cells that a row is dealt into for each remainder of the stride; 0 where there is no stride. */
  readonly dealtEach: number;
}

/**
 * Two one-dimensional passes for kernels of rank 1: each padded row once along its columns, then the rows' results, kept
 * in a ring that stays in the cache, down the rows. Undefined where a group has several channels or a plane of the
 * kernel is no product of two factors.
 */
export function separablePath(setting: PathSetting): ChosenPath | undefined {
  const factors = factorsOf(setting);
  if (!factors) return undefined;
  const { machine } = setting;
  const strips = stripsOf(setting);
  const address = place(setting, factors, strips);
  const scratch: number[] = [];
  const scratchOf = (lane: number) => {
    scratch[lane] ??= machine.arena.allocate(scratchBytes(setting, strips));
    return scratch[lane];
  };
  const size = separableErrorSize(setting, factors);
  return {
    runner: runnerOf(setting, strips, address, scratchOf, () => {
      for (const piece of [address, ...scratch]) machine.arena.release(piece);
    }),
    spreads: false,
    errorClass: (largest, isWhole) => separableErrorClass(size, setting.precision, largest, isWhole),
  };
}

/** The factors of each output channel in the setting's precision; undefined unless all have them. */
function factorsOf({ plan, weights, precision }: PathSetting): readonly Factors[] | undefined {
  if (plan.kernelShape[1] !== 1) return undefined;
  const shape = [plan.height.kernelSize, plan.width.kernelSize] as const;
  const cells = shape[0] * shape[1];
  const tolerance = residualRoundings * (precision === 'float32' ? 2 ** -24 : 2 ** -53);
  const found: Factors[] = [];
  for (let start = 0; start < weights.length; start += cells) {
    const data = Float64Array.from(weights.subarray(start, start + cells));
    const factors = separateKernel({ shape, data }, tolerance);
    if (!factors) return undefined;
    found.push(precision === 'float32' ? rounded(factors) : factors);
  }
  return found;
}

function rounded({ column, row }: Factors): Factors {
  return { column: column.map(Math.fround), row: row.map(Math.fround) };
}

function stripsOf({ plan, precision }: PathSetting): Strips {
  const { height, width } = plan;
  const bytes = bytesOf(precision);
  const rowUnit = greatestCommonDivisor(height.stride, height.dilation);
  const ringRows = ((height.kernelSize - 1) * height.dilation) / rowUnit + 1;
  const strip = Math.max(leastStrip, Math.floor(ringBytes / ringRows / stripUnit) * stripUnit);
  const whole = Math.ceil((width.outputSize * bytes) / stripUnit) * stripUnit;
  const columns = Math.min(strip, whole) / bytes;
  const dealtEach = width.stride === 1 ? 0 : columns + Math.ceil(width.span / width.stride);
  return { columns, rowUnit, ringRows, dealtEach };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function runnerOf(
  { plan }: PathSetting,
  strips: Strips,
  address: number,
  scratchOf: (lane: number) => number,
  release: () => void,
): PathRunner {
  const rows = plan.height.outputSize;
  // Each band begins with the row results of a whole patch.
  const bandRows = Math.min(8 * strips.ringRows, Math.ceil(rows / 4));
  return {
    path: 'separable',
    rows: planeRows(plan),
    bandRows: plan.batch * plan.outputChannels === 1 ? bandRows : rows,
    call: ({ address: input, rowPitch, planePitch }, output, from, to, lane) => {
      return {
        name: 'separable',
        args: [address, input, rowPitch, planePitch, output.address, from, to, scratchOf(lane)],
      };
    },
    release,
  };
}

function scratchBytes({ plan, precision }: PathSetting, { columns, ringRows, dealtEach }: Strips): number {
  const bytes = bytesOf(precision);
  const addresses = 4 * Math.max(plan.height.kernelSize, plan.width.kernelSize);
  const spare = 16;
  return addresses + spare + dealtEach * plan.width.stride * bytes + ringRows * (columns * bytes + spare);
}

/** Writes a `SeparableSetting` of assembly/parts/separableSetting.ts, and what it points to behind it. */
function place(setting: PathSetting, factors: readonly Factors[], strips: Strips): number {
  const { machine, plan, precision, bias } = setting;
  const { height, width, outputChannels } = plan;
  const bytes = bytesOf(precision);
  const taps = height.kernelSize + width.kernelSize;
  const offsetBytes = 8 * Math.ceil(width.kernelSize / 2);
  const start = machine.arena.allocate(settingBytes + offsetBytes + outputChannels * (taps + 1) * bytes);
  const offsets = start + settingBytes;
  const factorsStart = offsets + offsetBytes;
  const biasStart = factorsStart + outputChannels * taps * bytes;
  const fields = [
    ...[height.outputSize, width.outputSize, strips.rowUnit, height.stride / strips.rowUnit],
    ...[height.dilation / strips.rowUnit, width.stride, height.kernelSize, width.kernelSize],
    ...[plan.inputChannels, outputChannels, outputChannels / plan.groups],
    ...[strips.columns, strips.ringRows, width.span, strips.dealtEach * width.stride, Math.log2(bytes)],
    ...[offsets, factorsStart, biasStart],
  ];
  const views = machine.views();
  views.int32.set(fields, start / 4);
  views.int32.set(tapOffsets(width, strips.dealtEach, bytes), offsets / 4);
  const numbers = numbersOf(views, precision);
  for (const [channel, { row, column }] of factors.entries()) {
    numbers.set(row, factorsStart / bytes + channel * taps);
    numbers.set(column, factorsStart / bytes + channel * taps + width.kernelSize);
  }
  numbers.set(bias ?? new Float64Array(outputChannels), biasStart / bytes);
  return start;
}

/** Of each tap: where its first cell lies in a row, or among the cells that the row is dealt into, in bytes. */
function tapOffsets({ kernelSize, dilation, stride }: AxisPlan, dealtEach: number, bytes: number): number[] {
  return Array.from({ length: kernelSize }, (_, tap) => {
    const place = tap * dilation;
    const remainder = place % stride;
    return (remainder * dealtEach + (place - remainder) / stride) * bytes;
  });
}
