import type { Conv2dPlan } from '../conv2dPlan';

/** The transformed weights of a convolution, in single precision. */
export interface WinogradWeights {
  /** For each group, each of the 16 places of a patch, each output channel of the group and each input channel. */
  readonly weights: Float32Array;
  /** The largest Σ|u| over the places and channels that one output cell draws from. */
  readonly magnitude: number;
  /** The same for |G||g||Gᵀ|, from which the rounding of the transform itself follows. */
  readonly absolute: number;
}

const places = 16;
/** The places, along one axis, that an even and an odd output cell draw from. */
const drawnFrom = [
  [0, 1, 2],
  [1, 2, 3],
] as const;

/** GgGᵀ of every 3 × 3 kernel g, with G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1]; multiples of ¼ where the weights are whole. */
export function winogradWeights(plan: Conv2dPlan, kernel: Float32Array | Float64Array): WinogradWeights {
  const inputs = plan.kernelShape[1];
  const outputs = plan.outputChannels / plan.groups;
  const weights = new Float32Array(plan.outputChannels * inputs * places);
  let magnitude = 0;
  let absolute = 0;
  for (let channel = 0; channel < plan.outputChannels; channel++) {
    const group = Math.floor(channel / outputs);
    const sums = new Float64Array(places);
    const absolutes = new Float64Array(places);
    for (let input = 0; input < inputs; input++) {
      const start = (channel * inputs + input) * 9;
      const cells = Array.from(kernel.subarray(start, start + 9));
      const transformed = transform(cells, 0.5);
      const bound = transform(cells.map(Math.abs), -0.5);
      for (let place = 0; place < places; place++) {
        const at = ((group * places + place) * outputs + (channel % outputs)) * inputs + input;
        weights[at] = transformed[place]!;
        sums[place]! += Math.abs(weights[at]!);
        absolutes[place]! += bound[place]!;
      }
    }
    magnitude = Math.max(magnitude, largestSum(sums));
    absolute = Math.max(absolute, largestSum(absolutes));
  }
  return { weights, magnitude, absolute };
}

/** `half`: ½ gives GgGᵀ; −½ takes the third row's middle weight as positive too, hence gives |G|g|Gᵀ|. */
function transform(cells: readonly number[], half: number): number[] {
  const rows = [0, 1, 2].map((column) => transformAxis([cells[column]!, cells[column + 3]!, cells[column + 6]!], half));
  return [0, 1, 2, 3].flatMap((row) => transformAxis([rows[0]![row]!, rows[1]![row]!, rows[2]![row]!], half));
}

function transformAxis([first, second, third]: readonly [number, number, number], half: number): number[] {
  const outer = (first + third) / 2;
  return [first, outer + second / 2, outer - second * half, third];
}

function largestSum(sums: Float64Array): number {
  const cells = drawnFrom.flatMap((rows) =>
    drawnFrom.map((columns) => rows.flatMap((r) => columns.map((c) => 4 * r + c))),
  );
  return Math.max(...cells.map((cell) => cell.reduce((sum, place) => sum + sums[place]!, 0)));
}
