import type { Conv2dPlan } from '../convolution/conv2dPlan';

/** The transformed weights of a convolution, in single precision. */
export interface WinogradWeights {
  /** For each group, each of the 16 places of a patch, each output channel of the group and each input channel. */
  readonly weights: Float32Array;
  /** The largest Σ|u| over the places and input channels that one output cell draws from. */
  readonly magnitude: number;
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
  const transformed = new Float64Array(places);
  let magnitude = 0;
  for (let channel = 0; channel < plan.outputChannels; channel++) {
    const inGroup = channel % outputs;
    const matrix = ((channel - inGroup) * places + inGroup) * inputs;
    const sums = new Float64Array(places);
    for (let input = 0; input < inputs; input++) {
      transform(kernel, (channel * inputs + input) * 9, transformed);
      for (let place = 0; place < places; place++) {
        const at = matrix + place * outputs * inputs + input;
        weights[at] = transformed[place]!;
        sums[place]! += Math.abs(weights[at]!);
      }
    }
    magnitude = Math.max(magnitude, largestSum(sums));
  }
  return { weights, magnitude };
}

/** Rows first, into the first three places of each row; then columns. */
function transform(kernel: Float32Array | Float64Array, start: number, to: Float64Array): void {
  for (let column = 0; column < 3; column++) {
    const at = start + column;
    transformAxis(kernel[at]!, kernel[at + 3]!, kernel[at + 6]!, to, column, 4);
  }
  for (let row = 0; row < places; row += 4) transformAxis(to[row]!, to[row + 1]!, to[row + 2]!, to, row, 1);
}

function transformAxis(
  first: number,
  second: number,
  third: number,
  to: Float64Array,
  start: number,
  step: number,
): void {
  const outer = (first + third) / 2;
  to[start] = first;
  to[start + step] = outer + second / 2;
  to[start + 2 * step] = outer - second / 2;
  to[start + 3 * step] = third;
}

function largestSum(sums: Float64Array): number {
  const sumOf = (rows: readonly number[], columns: readonly number[]): number => {
    return rows.reduce((sum, row) => columns.reduce((part, column) => part + sums[4 * row + column]!, sum), 0);
  };
  return Math.max(...drawnFrom.flatMap((rows) => drawnFrom.map((columns) => sumOf(rows, columns))));
}
