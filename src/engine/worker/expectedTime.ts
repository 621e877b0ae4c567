import type { Conv2dPlan } from '../convolution/conv2dPlan';
import { workOf } from '../convolution/planWithinCeiling';
import { separateKernel } from '../kernels/separateKernel';
import { fftPays, fftTile } from '../wasm/fftTile';
import { accuracyFor } from './accuracyFor';

/** Multiply-adds in a nanosecond, in double precision, one thread; measured on 1080 × 1920 where `fftTile` was. */
const perNanosecond = { ordered: 8.5, direct: 13, strided: 2.2, separable: 8.5 } as const;

/** Nanoseconds for a cell of the output besides its sum: it is copied, and its picture made. */
const cellNanoseconds = 10;

/**
 * About how many milliseconds `convolveWork` takes for one plane, by the path that it takes there, on the machine where
 * the model was measured: others are slower or quicker by a factor.
 */
export function expectedTime(plan: Conv2dPlan, kernel: Float64Array): number {
  const { outputCells } = workOf(plan);
  return (pathNanoseconds(plan, kernel, outputCells) + outputCells * cellNanoseconds) / 1e6;
}

function pathNanoseconds(plan: Conv2dPlan, kernel: Float64Array, outputCells: number): number {
  const accuracy = accuracyFor(plan);
  // Cells that do not lie side by side are loaded one by one.
  const speed = plan.width.stride > 1 ? 'strided' : accuracy === 'fast' ? 'direct' : 'ordered';
  const ways = [plan.multiplyAdds / perNanosecond[speed]];
  if (accuracy === 'ordered') return ways[0]!;
  const { kernelSize: rows } = plan.height;
  const { kernelSize: cols } = plan.width;
  const tile = fftPays(plan, 'float64') ? fftTile(plan, 'float64') : undefined;
  if (tile) ways.push(tile.cost);
  // Rows are passed over once, and each takes part in as many sums as its stride lets it.
  const sums = outputCells * (rows + cols * Math.max(1, plan.height.stride));
  if (separateKernel({ shape: [rows, cols], data: kernel })) ways.push(sums / perNanosecond.separable);
  return Math.min(...ways);
}
