import { conv2d } from '../../../src/engine/convolution/conv2d';
import type { Conv2dParams, Fill, Padding } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Matrix } from '../../../src/engine/tensor';
import type { WorkedExample } from '../../../src/export/program/workedExample';

const fills: readonly Fill[] = [
  { kind: 'zeros' },
  { kind: 'constant', value: 2.5 },
  { kind: 'replicate' },
  { kind: 'reflect' },
  { kind: 'symmetric' },
  { kind: 'circular' },
];
const paddings: readonly Padding[] = [
  { kind: 'valid' },
  { kind: 'all', amount: 1 },
  { kind: 'explicit', top: 0, bottom: 3, left: 2, right: 1 },
  { kind: 'same_upper' },
  { kind: 'full' },
  { kind: 'explicit', top: 9, bottom: 11, left: 14, right: 8 },
];
const sizes = [
  [1, 1, 1, 1],
  [5, 5, 3, 3],
  [6, 9, 2, 4],
  [1, 12, 1, 3],
  [13, 7, 5, 1],
  [24, 20, 12, 11],
] as const;

/** Worked examples of every fill, padding and size, with strides, dilations, flips, decimals and non-finite numbers among them. */
export function* workedExamples(): Generator<WorkedExample> {
  let turn = 0;
  for (const fill of fills) {
    for (const padding of paddings) {
      const [rows, cols, kernelRows, kernelCols] = sizes[turn % sizes.length]!;
      const strides = [1 + (turn % 3), 1 + ((turn >> 1) % 2)] as const;
      const dilations = [1 + ((turn >> 2) % 2), 1 + ((turn >> 3) % 3)] as const;
      const params: Conv2dParams = { strides, dilations, padding, fill, flip: turn % 4 === 3, groups: 1 };
      const example = exampleOf(filled(rows, cols, turn), filled(kernelRows, kernelCols, turn + 1), params);
      // Nine steps further the sizes do not meet the same paddings again.
      turn += 7;
      if (example) yield example;
    }
  }
}

function exampleOf(input: Matrix, kernel: Matrix, params: Conv2dParams): WorkedExample | undefined {
  const plan = planConv2d([1, 1, ...input.shape], [1, 1, ...kernel.shape], params);
  if (isPlanProblem(plan)) return undefined;
  const { data } = conv2d(
    plan,
    { shape: plan.inputShape, data: input.data },
    { shape: plan.kernelShape, data: kernel.data },
  );
  const output: Matrix = { shape: [plan.height.outputSize, plan.width.outputSize], data };
  return { input, kernel, inputName: 'X', kernelName: 'lambda', plan, output };
}

/** Whole numbers, decimals, or numbers with an infinity among them, in turns. */
function filled(rows: number, cols: number, turn: number): Matrix {
  let state = turn * 7919 + 12_345;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  const whole = () => Math.floor(next() * 19) - 9;
  const data = Float64Array.from({ length: rows * cols }, turn % 3 === 1 ? () => next() * 2 - 1 : whole);
  if (turn % 5 === 4) data[Math.floor(next() * data.length)] = Number.POSITIVE_INFINITY;
  return { shape: [rows, cols], data };
}
