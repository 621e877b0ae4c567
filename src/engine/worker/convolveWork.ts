import { convolveRows } from '../conv2d';
import type { Conv2dPlan } from '../conv2dPlan';
import type { ConvPath, ErrorClass } from '../convPath';
import type { JobOutcome, JobWork } from './serveJobs';

/** A convolution of one owner. */
export interface ConvolveRequest {
  readonly plan: Conv2dPlan;
  /** Left out where it is the one of the owner's job before: an input crosses once. */
  readonly input?: Float64Array;
  readonly kernel: Float64Array;
}

/** The output of the plan's shape, in a buffer of its own, and how it was computed. */
export interface ConvolveResult {
  readonly data: Float64Array<ArrayBuffer>;
  readonly path: ConvPath;
  readonly error: ErrorClass;
}

/** Convolutions as jobs; keeps the last input of every owner until it is released. */
export function convolveWork(now: () => number): JobWork<ConvolveRequest, ConvolveResult> {
  const inputs = new Map<number, Float64Array>();
  return {
    begin: (owner, { plan, input, kernel }) => {
      if (input) inputs.set(owner, input);
      const kept = inputs.get(owner);
      if (!kept) throw new Error(`There is no input of ${owner}.`);
      return convolveSteps(plan, kept, kernel, now);
    },
    release: (owner) => void inputs.delete(owner),
  };
}

/** How long a band of rows may take before the next is made smaller, or at least before it is made larger. */
const longestBand = 3;
const shortestBand = 1;

function* convolveSteps(
  plan: Conv2dPlan,
  input: Float64Array,
  kernel: Float64Array,
  now: () => number,
): Generator<number, JobOutcome<ConvolveResult>> {
  const [batch, channels, height, width] = plan.outputShape;
  const rows = batch * channels * height;
  const data = new Float64Array(rows * width);
  let band = 1;
  for (let row = 0; row < rows; ) {
    const startedAt = now();
    const end = Math.min(row + band, rows);
    convolveRows(plan, input, kernel, undefined, data, row, end);
    const took = now() - startedAt;
    if (took < shortestBand) band *= 2;
    if (took > longestBand) band = Math.max(1, band >> 1);
    row = end;
    yield row / rows;
  }
  return { result: { data, path: 'loops', error: { kind: 'exact' } }, moved: [data.buffer] };
}
