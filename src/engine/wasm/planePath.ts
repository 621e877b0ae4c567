import { bytesOf, numbersOf } from './machine';
import type { PathRunner, WasmCall } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { planeRows } from './planeRows';

const settingBytes = 64;

/**
 * Every convolution plane by plane, each sum in the order of `explainCell`. `ordered` never fuses: in double precision
 * bit for bit what `conv2d` gives; `direct` fuses where the engine knows it.
 */
export function planePath(setting: PathSetting, path: 'ordered' | 'direct'): PathRunner {
  const { precision } = setting;
  const address = writeSetting(setting);
  const name = precision === 'float32' ? 'planes32' : 'planes64';
  const unfused = path === 'ordered';
  return {
    path,
    rows: planeRows(setting.plan),
    bandRows: 2 * setting.plan.height.dilation,
    isPlanewise: setting.plan.kernelShape[1] === 1 && setting.plan.outputChannels === setting.plan.groups,
    call: ({ address: input, rowPitch, planePitch }, output, from, to): WasmCall => {
      return { name, unfused, args: [address, input, rowPitch, planePitch, output.address, from, to] };
    },
    release: () => setting.machine.arena.release(address),
  };
}

/** Writes a `PlaneSetting` of `assembly/parts/planeSetting.ts` with bias and weights behind it. */
function writeSetting({ machine, plan, weights, bias, precision }: PathSetting): number {
  const bytes = bytesOf(precision);
  const channels = plan.outputChannels;
  const start = machine.arena.allocate(settingBytes + (channels + weights.length) * bytes);
  const biasStart = start + settingBytes;
  const { height, width } = plan;
  const fields = [
    ...[height.outputSize, width.outputSize, height.stride, width.stride, height.dilation, width.dilation],
    ...[height.kernelSize, width.kernelSize, plan.kernelShape[1], plan.inputChannels, channels],
    ...[channels / plan.groups, biasStart + channels * bytes, biasStart],
  ];
  const views = machine.views();
  views.int32.set(fields, start / 4);
  const numbers = numbersOf(views, precision);
  numbers.fill(0, biasStart / bytes, biasStart / bytes + channels);
  // Sums are never −0, so that +0 changes none; some loops rely on what is added last not being −0.
  if (bias) numbers.set(bias.map(positiveZero), biasStart / bytes);
  numbers.set(weights, biasStart / bytes + channels);
  return start;
}

function positiveZero(value: number): number {
  return value + 0;
}
