import { fillValue } from '../fill';
import type { ArrayRun, Numbers } from './arrayRun';
import { bytesOf, numbersOf } from './machine';
import type { PathRunner } from './pathRunner';
import type { PathSetting } from './pathSetting';
import type { PlacedMargins } from './placedMargins';
import { planeLayout } from './planeLayout';

/** Bytes of input and output up to which both are in the nearest caches all the time. */
const mostBytes = 1 << 16;

/**
 * One small plane in one call, with as little around it as can be: both views are made once. Undefined for other plans,
 * and where padding copies cells.
 */
export function smallRun(
  setting: PathSetting,
  runner: PathRunner,
  { margins, fill }: PlacedMargins,
): ArrayRun | undefined {
  const { machine, plan, precision } = setting;
  const [batch, channels, rows, columns] = plan.inputShape;
  const bytes = bytesOf(precision);
  const inputLength = rows * columns;
  const outputLength = plan.height.outputSize * plan.width.outputSize;
  const constant = fillValue(fill);
  if (!runner.isPlanewise || constant === undefined || batch * channels !== 1) return undefined;
  if ((inputLength + outputLength) * bytes > mostBytes) return undefined;
  const suffix = precision === 'float32' ? 32 : 64;
  const staged = machine.arena.allocate(inputLength * bytes);
  const output = machine.arena.allocate(outputLength * bytes);
  const { block, first, rowPitch } = planeLayout(machine, plan.inputShape, precision, margins);
  const { above, below, before, behind } = margins;
  machine.helpers()[`margins${suffix}`]!(
    first,
    rowPitch,
    0,
    1,
    rows,
    columns,
    above,
    below,
    before,
    behind,
    0,
    constant,
  );
  const input = first - (above * rowPitch + before) * bytes;
  const { args, unfused = false } = runner.call(
    { precision, address: input, rowPitch, planePitch: 0 },
    { precision, address: output },
    0,
    0,
    0,
  );
  const convolve = machine.exports(unfused)[`smallPlane${suffix}`]!;
  const [address] = args as [number];
  const outputRows = plan.height.outputSize;
  let target: Numbers | undefined;
  let source: Numbers | undefined;
  const view = (start: number, length: number) =>
    numbersOf(machine.views(), precision).subarray(start / bytes, start / bytes + length);
  return {
    run: (numbers, out) => {
      // Views lose their length when the memory grows.
      if (!target?.length || !source?.length) {
        target = view(staged, inputLength);
        source = view(output, outputLength);
      }
      target.set(numbers);
      convolve(staged, first, rowPitch, rows, columns, address, input, output, outputRows);
      if (!out) return source.slice();
      out.set(source);
      return out;
    },
    release: () => {
      for (const piece of [staged, output, block]) machine.arena.release(piece);
    },
  };
}
