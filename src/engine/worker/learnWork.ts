import { stableRateSteps } from '../network/learning/largestStableRate';
import type { LearningTask } from '../network/learning/learningTask';
import { type Descent, type LearningRun, learningSteps } from '../network/learning/learnKernel';
import type { JobOutcome } from './serveJobs';

/** A kernel to be found by gradient descent. */
export interface LearnRequest {
  readonly kind: 'learn-kernel';
  readonly task: LearningTask;
  readonly descent: Descent;
}

/** The descent, step by step, and the rate above which any descent on this input diverges. */
export interface LearnResult {
  readonly run: LearningRun;
  readonly largestStableRate: number;
}

/** A descent as a job; its arrays change hands. */
export function* learnSteps({ task, descent }: LearnRequest): Generator<number, JobOutcome<LearnResult>> {
  const run = yield* learningSteps(task, descent);
  const result = { run, largestStableRate: yield* stableRateSteps(task.plan, task.input) };
  return { result, moved: [run.kernels, run.gradients, run.losses].map(({ buffer }) => buffer) };
}
