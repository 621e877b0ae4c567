import type { ErrorClass } from '../convPath';
import type { ChosenPath } from './choosePath';
import { fftErrorClass, fftErrorSize } from './fftErrorClass';
import { fftTwiddles, lanesOf } from './fftTables';
import { type FftTile, fftTile } from './fftTile';
import { bytesOf, numbersOf } from './machine';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { planeRows } from './planeRows';

const settingBytes = 128;
/** As in assembly/parts/fftTile.ts. */
const complexBytes = 32;
const panelGap = 128;
/** Spectra beyond this are not kept. */
const mostSpectraBytes = 2 ** 26;

/** Where the constants of a path lie. */
interface Placed {
  readonly setting: number;
  readonly spectra: number;
}

/**
 * Overlap-save in tiles: two neighbouring tiles as one complex one, transformed, multiplied by the kernel's spectrum and
 * transformed back. Strides take every s-th cell of it. A NaN or an infinity spreads over its tile and the neighbour.
 * Undefined where a kernel's span is beyond the largest tile, or its spectra are beyond 64 MiB.
 */
export function fftPath(
  setting: PathSetting,
  tile: FftTile | undefined = fftTile(setting.plan, setting.precision),
): ChosenPath | undefined {
  const { machine, plan, precision, weights } = setting;
  if (!tile) return undefined;
  const planes = plan.outputChannels * plan.kernelShape[1];
  if (planes * spectrumBytes(setting, tile) > mostSpectraBytes) return undefined;
  const placed = place(setting, tile);
  const scratch: number[] = [];
  const scratchOf = (lane: number) => (scratch[lane] ??= machine.arena.allocate(scratchBytes(setting, tile)));
  writeSpectra(setting, tile, placed, scratchOf(0));
  const size = fftErrorSize(plan, weights, setting.bias, tile);
  return {
    runner: runnerOf(setting, tile, placed, scratchOf, () => {
      for (const address of [placed.setting, placed.spectra, ...scratch]) machine.arena.release(address);
    }),
    spreads: true,
    errorClass: (largest): ErrorClass => fftErrorClass(size, precision, largest),
  };
}

function runnerOf(
  { plan }: PathSetting,
  tile: FftTile,
  placed: Placed,
  scratchOf: (lane: number) => number,
  release: () => void,
): PathRunner {
  const rows = plan.height.outputSize;
  return {
    path: 'fft',
    rows: planeRows(plan),
    // A band that cuts a row of tiles computes it once more than needed.
    bandRows: plan.batch * plan.outputChannels === 1 ? tile.rows.output : rows,
    call: ({ address, rowPitch, planePitch }, output, from, to, lane) => {
      return {
        name: 'fft',
        args: [placed.setting, address, rowPitch, planePitch, output.address, from, to, scratchOf(lane)],
      };
    },
    release,
  };
}

function spectrumBytes({ precision }: PathSetting, { rows, columns }: FftTile): number {
  return 2 * rows.input * columns.input * bytesOf(precision);
}

/** A tile in panels, and the sum of spectra where there are several channels. */
function scratchBytes(setting: PathSetting, tile: FftTile): number {
  const panels = tile.columns.input / lanesOf(setting.precision);
  const sum = setting.plan.kernelShape[1] > 1 ? spectrumBytes(setting, tile) : 0;
  return sum + panels * (tile.rows.input * complexBytes + panelGap);
}

/** Writes an `FftSetting` of assembly/parts/fftSetting.ts with the tables and the bias behind it. */
function place(setting: PathSetting, tile: FftTile): Placed {
  const { machine, plan, precision, bias } = setting;
  const bytes = bytesOf(precision);
  const lanes = lanesOf(precision);
  const { height, width, outputChannels } = plan;
  const down = fftTwiddles(tile.rows.input, lanes, 'column');
  const across = fftTwiddles(tile.columns.input / lanes, lanes, 'row');
  const start = machine.arena.allocate(settingBytes + (down.length + across.length + outputChannels) * bytes);
  const spectra = machine.arena.allocate(outputChannels * plan.kernelShape[1] * spectrumBytes(setting, tile));
  const downStart = start + settingBytes;
  const acrossStart = downStart + down.length * bytes;
  const biasStart = acrossStart + across.length * bytes;
  const fields = [
    ...[height.outputSize, width.outputSize, height.stride, width.stride, height.paddedSize, width.paddedSize],
    ...[
      tile.rows.input,
      tile.columns.input,
      tile.columns.input / lanes,
      Math.log2(bytes),
      tile.rows.output,
      tile.columns.output,
    ],
    ...[plan.kernelShape[1], plan.inputChannels, outputChannels, outputChannels / plan.groups],
    ...[downStart, acrossStart, acrossStart, biasStart, spectra, biasStart],
  ];
  const views = machine.views();
  views.int32.set(fields, start / 4);
  const numbers = numbersOf(views, precision);
  numbers.set(down, downStart / bytes);
  numbers.set(across, acrossStart / bytes);
  numbers.set(bias ?? new Float64Array(outputChannels), biasStart / bytes);
  return { setting: start, spectra };
}

/** Transforms each plane of the kernel, with the gaps of its dilation. */
function writeSpectra(setting: PathSetting, tile: FftTile, placed: Placed, scratch: number): void {
  const { machine, plan, precision, weights } = setting;
  const { height, width } = plan;
  const bytes = bytesOf(precision);
  const transform = machine.exports(false).fftSpectrum!;
  const dilated = machine.arena.allocate((height.span * width.span + 16) * bytes);
  const first = dilated / bytes;
  const numbers = numbersOf(machine.views(), precision);
  numbers.fill(0, first, first + height.span * width.span);
  const cells = height.kernelSize * width.kernelSize;
  for (let start = 0; start < weights.length; start += cells) {
    for (let cell = 0; cell < cells; cell++) {
      const column = cell % width.kernelSize;
      const row = (cell - column) / width.kernelSize;
      numbers[first + row * height.dilation * width.span + column * width.dilation] = weights[start + cell]!;
    }
    const spectrum = placed.spectra + (start / cells) * spectrumBytes(setting, tile);
    transform(placed.setting, dilated, height.span, width.span, spectrum, scratch);
  }
  machine.arena.release(dilated);
}
