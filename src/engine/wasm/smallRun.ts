import { fillValue } from '../padding/fill';
import type { ArrayRun, Numbers } from './arrayRun';
import { bytesOf, numbersOf } from './machine';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import type { PlacedMargins } from './placedMargins';
import { planeLayout } from './planeLayout';

/** Bytes of input and output up to which both are in the nearest caches all the time. */
const mostBytes = 1 << 16;
/** Numbers up to which a loop is quicker than `set`. */
const fewNumbers = 64;

/** Where a small plane lies, and how it is computed. */
interface SmallPlane {
  /** Bytes of input and output without gaps. */
  readonly staged: number;
  readonly output: number;
  /** The input with its added cells around it, which are written already. */
  readonly block: number;
  readonly convolve: () => void;
}

/**
 * One small plane in one call, with as little around it as can be: both views are made once. Undefined for other plans,
 * and where padding copies cells.
 */
export function smallRun(setting: PathSetting, runner: PathRunner, margins: PlacedMargins): ArrayRun | undefined {
  const { machine, plan, precision } = setting;
  const bytes = bytesOf(precision);
  const inputLength = plan.height.inputSize * plan.width.inputSize;
  const outputLength = plan.height.outputSize * plan.width.outputSize;
  const isConstant = fillValue(plan.fill) !== undefined;
  if (!runner.isPlanewise || !isConstant || plan.batch * plan.inputChannels !== 1) return undefined;
  if ((inputLength + outputLength) * bytes > mostBytes) return undefined;
  const { staged, output, block, convolve } = placeSmall(setting, runner, margins);
  const view = (start: number, length: number) =>
    numbersOf(machine.views(), precision).subarray(start / bytes, start / bytes + length);
  let target = view(staged, inputLength);
  let source = view(output, outputLength);
  return {
    run: (input, out) => {
      // Views lose their length when the memory grows.
      if (target.length === 0 || source.length === 0) {
        target = view(staged, inputLength);
        source = view(output, outputLength);
      }
      copy(input, target);
      convolve();
      if (!out) return source.slice();
      copy(source, out);
      return out;
    },
    release: () => {
      for (const piece of [staged, output, block]) machine.arena.release(piece);
    },
  };
}

function copy(from: Numbers, to: Numbers): void {
  if (from.length > fewNumbers) to.set(from);
  else for (let i = 0; i < from.length; i++) to[i] = from[i]!;
}

function placeSmall(setting: PathSetting, runner: PathRunner, { margins, fill }: PlacedMargins): SmallPlane {
  const { machine, plan, precision } = setting;
  const [, , rows, columns] = plan.inputShape;
  const outputRows = plan.height.outputSize;
  const bytes = bytesOf(precision);
  const suffix = precision === 'float32' ? 32 : 64;
  const staged = machine.arena.allocate(rows * columns * bytes);
  const output = machine.arena.allocate(outputRows * plan.width.outputSize * bytes);
  const { block, first, rowPitch } = planeLayout(machine, plan.inputShape, precision, margins);
  const { above, below, before, behind } = margins;
  const sides = [above, below, before, behind];
  machine.helpers()[`margins${suffix}`]!(first, rowPitch, 0, 1, rows, columns, ...sides, 0, fillValue(fill)!);
  const address = first - (above * rowPitch + before) * bytes;
  const input = { precision, address, rowPitch, planePitch: 0 };
  const { args, unfused = false } = runner.call(input, { precision, address: output }, 0, outputRows, 0);
  const call = machine.exports(unfused)[`smallPlane${suffix}`]!;
  const constants = args[0]!;
  const convolve = () => void call(staged, first, rowPitch, rows, columns, constants, address, output, outputRows);
  return { staged, output, block, convolve };
}
