import { finished } from '../finished';
import { kernelState, type LearningTask } from './learningTask';

/** How the descent is going: see `learnKernel`. */
export type LearningVerdict = 'learning' | 'found' | 'growing' | 'overflowed';

/** A descent, step by step: number i of each list belongs to the kernel after i steps, number 0 to the start. */
export interface LearningRun {
  /** How many steps were taken. */
  readonly steps: number;
  readonly rate: number;
  /** The kernels one after another, each as long as the start. */
  readonly kernels: Float64Array<ArrayBuffer>;
  /** Their gradients, the same way. */
  readonly gradients: Float64Array<ArrayBuffer>;
  readonly losses: Float64Array<ArrayBuffer>;
  /** Of the last kernel. */
  readonly verdict: LearningVerdict;
  /** The first step after which the loss was larger than before it; undefined where it never was. */
  readonly grewAt: number | undefined;
}

/** What a descent starts from. */
export interface Descent {
  /** OIHW, as the plan's kernel. */
  readonly start: Float64Array;
  readonly rate: number;
  /** How many steps are taken at most. */
  readonly steps: number;
}

/** A loss of this share of the target's mean square is none: the map is right to about seven digits. */
const foundShare = 1e-14;
/** Roundings alone let a loss grow by less than this share of it. */
const grownShare = 1e-9;

/**
 * Gradient descent: each step takes rate · dL/dW off the kernel. It ends early once the kernel is `found`, or has
 * `overflowed`: its loss is no number any more, and the last step that had one is the last. `growing`: the loss became
 * larger in some step; as the loss is quadratic in the kernel, no rate up to `largestStableRate` does that, and with
 * this one the loss may grow without end.
 */
export function learnKernel(task: LearningTask, descent: Descent): LearningRun {
  return finished(learningSteps(task, descent));
}

/** The same in steps, each the share done. */
export function* learningSteps(
  task: LearningTask,
  { start, rate, steps: most }: Descent,
): Generator<number, LearningRun> {
  const history = emptyHistory(start.length, most + 1);
  const { losses } = history;
  const found = foundShare * meanSquare(task.target.data);
  let kernel = start;
  let steps = 0;
  let grewAt: number | undefined;
  let verdict: LearningVerdict = 'learning';
  for (let step = 0; step <= most; step++) {
    const { loss, gradient } = kernelState(task, kernel);
    const isNumber = Number.isFinite(loss) && gradient.data.every(Number.isFinite);
    if (!isNumber) verdict = 'overflowed';
    if (!isNumber && step > 0) break;
    steps = step;
    history.kernels.set(kernel, step * start.length);
    history.gradients.set(gradient.data, step * start.length);
    losses[step] = loss;
    if (step > 0 && grewAt === undefined && loss > losses[step - 1]! * (1 + grownShare) && loss > found) grewAt = step;
    if (loss <= found) verdict = 'found';
    if (verdict !== 'learning') break;
    kernel = kernel.map((weight, i) => weight - rate * gradient.data[i]!);
    yield step / Math.max(1, most);
  }
  if (verdict === 'learning' && grewAt !== undefined) verdict = 'growing';
  return { steps, rate, ...firstOf(history, steps + 1), verdict, grewAt };
}

type History = Pick<LearningRun, 'kernels' | 'gradients' | 'losses'>;

function emptyHistory(cells: number, count: number): History {
  const numbers = () => new Float64Array(count * cells);
  return { kernels: numbers(), gradients: numbers(), losses: new Float64Array(count) };
}

function firstOf({ kernels, gradients, losses }: History, count: number): History {
  const end = (kernels.length / losses.length) * count;
  return { kernels: kernels.slice(0, end), gradients: gradients.slice(0, end), losses: losses.slice(0, count) };
}

/** The kernel after a step of a run, and its gradient; from 0, the start, to `steps`. */
export function learnedKernel({ kernels, gradients, losses }: LearningRun, step: number) {
  const cells = kernels.length / losses.length;
  const from = step * cells;
  return { kernel: kernels.slice(from, from + cells), gradient: gradients.slice(from, from + cells) };
}

function meanSquare(numbers: Float64Array): number {
  return numbers.reduce((sum, one) => sum + one * one, 0) / numbers.length;
}
