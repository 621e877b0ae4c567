import { fillSource, fillValue } from '../padding/fill';
import type { ArrayRun, Numbers } from './arrayRun';
import { bytesOf, numbersOf } from './machine';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import type { PlacedMargins } from './placedMargins';
import { type PlaneLayout, planeLayout } from './planeLayout';

/** Bytes of a band's rows and of its output: both together stay in the second cache. */
const bandBytes = 1 << 17;
/** Bands are at least this many patches high, so that few rows are copied twice. */
const leastPatches = 3;
/** Shorter rows are quicker copied all together. */
const leastRowBytes = 1024;
/** What most systems give out memory in. */
const pageBytes = 4096;

/** What all bands share. */
interface Stream {
  readonly setting: PathSetting;
  readonly runner: PathRunner;
  readonly margins: PlacedMargins;
  readonly layout: PlaneLayout;
  /** The address of a band's output. */
  readonly output: number;
  readonly bandRows: number;
}

/**
 * Planes in bands of rows that stay in the cache between copying in, computing and copying out; takes no more of the
 * memory than one band. Undefined where a path needs whole pictures.
 */
export function streamedRun(setting: PathSetting, runner: PathRunner, margins: PlacedMargins): ArrayRun | undefined {
  const { machine, plan, precision } = setting;
  if (!runner.isPlanewise || plan.width.inputSize * bytesOf(precision) < leastRowBytes) return undefined;
  const bandRows = rowsOfBand(setting, runner);
  const frameRows = (bandRows - 1) * plan.height.stride + plan.height.span;
  const { before, behind } = margins.margins;
  const shape = [1, 1, frameRows, plan.width.inputSize] as const;
  const layout = planeLayout(machine, shape, precision, { above: 0, below: 0, before, behind });
  const output = machine.arena.allocate(bandRows * plan.width.outputSize * bytesOf(precision));
  const stream: Stream = { setting, runner, margins, layout, output, bandRows };
  return {
    run: (input, out) => {
      const target = out ?? freshOutput(setting);
      const planes = plan.batch * plan.outputChannels;
      for (let plane = 0; plane < planes; plane++) convolvePlane(stream, input, target, plane, out === undefined);
      return target;
    },
    release: () => {
      machine.arena.release(layout.block);
      machine.arena.release(output);
    },
  };
}

function freshOutput({ plan, precision }: PathSetting): Numbers {
  const length = plan.outputShape.reduce((cells, size) => cells * size, 1);
  return precision === 'float32' ? new Float32Array(length) : new Float64Array(length);
}

function rowsOfBand({ plan: { height, width }, precision }: PathSetting, { bandRows }: PathRunner): number {
  const bytes = bytesOf(precision);
  const fitting = bandBytes / bytes / Math.max(width.outputSize, width.paddedSize * height.stride);
  const wanted = Math.max(fitting, (leastPatches * height.span) / height.stride);
  return Math.min(height.outputSize, Math.max(1, Math.floor(wanted / bandRows)) * bandRows);
}

function convolvePlane(stream: Stream, input: Numbers, target: Numbers, plane: number, isFresh: boolean): void {
  const { setting, runner, layout, output, bandRows } = stream;
  const { machine, plan, precision } = setting;
  const { height, width } = plan;
  const bytes = bytesOf(precision);
  const rowBytes = layout.rowPitch * bytes;
  for (let from = 0; from < height.outputSize; from += bandRows) {
    const to = Math.min(height.outputSize, from + bandRows);
    const firstRow = from * height.stride;
    copyBand(stream, input, plane, firstRow, (to - 1) * height.stride + height.span);
    // As if the whole plane were there, so that the band's rows lie where they were copied to.
    const address = layout.first - stream.margins.margins.before * bytes - firstRow * rowBytes;
    const firstCell = (plane * height.outputSize + from) * width.outputSize;
    const placed = { precision, address, rowPitch: layout.rowPitch, planePitch: 0 };
    const rows = plane * height.outputSize;
    const {
      name,
      args,
      unfused = false,
    } = runner.call(placed, { precision, address: output - firstCell * bytes }, rows + from, rows + to, 0);
    machine.exports(unfused)[name]!(...args);
    const length = (to - from) * width.outputSize;
    if (isFresh) enterPages(target, firstCell, firstCell + length);
    target.set(numbersOf(machine.views(), precision).subarray(output / bytes, output / bytes + length), firstCell);
  }
}

/**
 * Writes one number into each page of memory: a system gives pages of a fresh array when they are first written, and one
 * write that waits for its page costs less than a long copy that has to begin again.
 */
function enterPages(numbers: Numbers, from: number, to: number): void {
  const step = pageBytes / numbers.BYTES_PER_ELEMENT;
  for (let at = from; at < to; at += step) numbers[at] = 0;
}

/** Copies padded rows [from, to) of an input plane to the start of the frame, with their added cells. */
function copyBand(stream: Stream, input: Numbers, plane: number, from: number, to: number): void {
  const { setting, layout, margins } = stream;
  const { machine, plan, precision } = setting;
  const { inputSize, before } = plan.height;
  const columns = plan.width.inputSize;
  const numbers = numbersOf(machine.views(), precision);
  let at = layout.first / bytesOf(precision);
  for (let row = from; row < to; row++, at += layout.rowPitch) {
    const source = fillSource(plan.fill, row - before, inputSize);
    if (source < 0) numbers.fill(fillValue(plan.fill)!, at, at + columns);
    else {
      const start = (plane * inputSize + source) * columns;
      numbers.set(input.subarray(start, start + columns), at);
    }
  }
  const sides = margins.margins;
  if (sides.before + sides.behind === 0) return;
  const sources = margins.sources && margins.sources + 4 * (sides.above + sides.below);
  const write = machine.helpers()[precision === 'float32' ? 'margins32' : 'margins64']!;
  const value = fillValue(plan.fill) ?? 0;
  write(layout.first, layout.rowPitch, 0, 1, to - from, columns, 0, 0, sides.before, sides.behind, sources, value);
}
