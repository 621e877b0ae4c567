import { conv2d } from '../../engine/convolution/conv2d';
import { defaultConv2dParams } from '../../engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { planConv2d } from '../../engine/convolution/planConv2d';
import { presetById } from '../../engine/kernels/presets';
import { stableRateSteps } from '../../engine/network/learning/largestStableRate';
import type { LearningTask } from '../../engine/network/learning/learningTask';
import { type LearningRun, learningSteps } from '../../engine/network/learning/learnKernel';
import type { NetworkRun } from '../../engine/network/runNetwork';
import { seededNumber } from '../../engine/network/seededNumber';
import { isPlanProblem } from '../../engine/planProblem';
import type { Matrix } from '../../engine/tensor';
import { readMatrices } from '../../literals/readMatrices';
import { type LearnStart, mostLearnedSide, type WantedMap } from './learnQuestion';
import type { QuestionOf } from './networkQuestion';

/** Why there is nothing to learn; the numbers say it. */
export interface LearnProblem {
  readonly problem:
    | 'unread'
    | 'kernel-larger-than-image'
    | 'kernel-too-large'
    | 'map-of-other-size'
    | 'image-blank'
    | 'image-too-large';
  readonly numbers: Readonly<Record<string, number>>;
}

/** A descent, and what it went by. */
export interface LearnedAnswer {
  readonly run: LearningRun;
  readonly largestStableRate: number;
  readonly kernelShape: readonly [number, number];
  /** The channel of the image, its wanted map, and the kernel that makes it, where it is known. */
  readonly input: Matrix;
  readonly target: Matrix;
  readonly hidden: Float64Array | undefined;
}

/** What is known of a kernel that was sought. */
export type LearnAnswer = LearnProblem | LearnedAnswer;

const mostSteps = 500;
const mostCells = 2 ** 18;
/** Multiply-adds of a whole descent: some seconds. */
const mostWork = 3e9;

/** Seeks a kernel by gradient descent on a channel of the image, without padding; undefined for a channel that is not there. */
export function* learnAnswer(
  { image }: NetworkRun,
  { channel, wanted, start, share }: QuestionOf<'learn'>,
): Generator<number, LearnAnswer | undefined> {
  const [channels = 0, rows = 0, cols = 0] = image.shape;
  if (channel >= channels) return undefined;
  if (rows * cols > mostCells) return { problem: 'image-too-large', numbers: { cells: rows * cols, most: mostCells } };
  const data = image.data.slice(channel * rows * cols, (channel + 1) * rows * cols);
  const input: Matrix = { shape: [rows, cols], data };
  const task = taskFor(input, wanted);
  if ('problem' in task) return task;
  const { plan } = task;
  const largestStableRate = yield* stableRateSteps(plan, task.input);
  if (!Number.isFinite(largestStableRate)) return { problem: 'image-blank', numbers: {} };
  const steps = Math.max(20, Math.min(mostSteps, Math.floor(mostWork / (2 * plan.multiplyAdds))));
  const kernelShape = [plan.height.kernelSize, plan.width.kernelSize] as const;
  const descent = { start: startOf(start, kernelShape), rate: share * largestStableRate, steps };
  const run = yield* learningSteps(task, descent);
  return {
    run,
    largestStableRate,
    kernelShape,
    input,
    target: { shape: [plan.height.outputSize, plan.width.outputSize], data: task.target.data as Float64Array },
    hidden: task.hidden,
  };
}

interface KnownTask extends LearningTask {
  readonly hidden: Float64Array | undefined;
}

function taskFor(input: Matrix, wanted: WantedMap): KnownTask | LearnProblem {
  const given = wanted.kind === 'preset' ? presetById(wanted.preset)?.matrix : writtenMatrix(wanted.text);
  if (!given) return { problem: 'unread', numbers: {} };
  const side = wanted.kind === 'map' ? wanted.side : 0;
  const kernelShape = wanted.kind === 'map' ? ([side, side] as const) : given.shape;
  const plan = planFor(input, kernelShape);
  if ('problem' in plan) return plan;
  const shaped = { shape: plan.inputShape, data: input.data };
  const [rows, cols] = given.shape;
  if (wanted.kind !== 'map') {
    const hidden = Float64Array.from(given.data);
    return { plan, input: shaped, target: conv2d(plan, shaped, { shape: plan.kernelShape, data: hidden }), hidden };
  }
  const { outputSize: height } = plan.height;
  const { outputSize: width } = plan.width;
  if (rows !== height || cols !== width)
    return { problem: 'map-of-other-size', numbers: { rows, cols, height, width, side } };
  const target = { shape: plan.outputShape, data: Float64Array.from(given.data) };
  return { plan, input: shaped, target, hidden: undefined };
}

function planFor({ shape }: Matrix, [rows, cols]: readonly [number, number]): Conv2dPlan | LearnProblem {
  const numbers = { rows, cols, height: shape[0], width: shape[1], most: mostLearnedSide };
  if (rows > mostLearnedSide || cols > mostLearnedSide) return { problem: 'kernel-too-large', numbers };
  const plan = planConv2d([1, 1, ...shape], [1, 1, rows, cols], defaultConv2dParams);
  return isPlanProblem(plan) ? { problem: 'kernel-larger-than-image', numbers } : plan;
}

/** Brackets and numbers, but not the digits of a name. */
const moreNumbers = /\[|(?:^|[^\w.])\d/;

/** The one matrix of a text; of a text with several, or with more numbers beside it, it would be a guess. */
function writtenMatrix(text: string): Matrix | undefined {
  const { literals } = readMatrices(text);
  const [literal] = literals;
  if (!literal || literals.length > 1 || !literal.data.every(Number.isFinite)) return undefined;
  const { start, end } = literal.range;
  if (moreNumbers.test(text.slice(0, start)) || moreNumbers.test(text.slice(end))) return undefined;
  const shape = literal.shape.length === 1 ? [1, literal.shape[0]!] : literal.shape;
  return shape.length === 2 ? { shape: [shape[0]!, shape[1]!], data: literal.data } : undefined;
}

function startOf(start: LearnStart, [rows, cols]: readonly [number, number]): Float64Array {
  const zeros = new Float64Array(rows * cols);
  return start.kind === 'zeros' ? zeros : zeros.map((_, i) => 2 * seededNumber(start.seed, i) - 1);
}
