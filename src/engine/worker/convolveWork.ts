import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { ConvPath, ErrorClass } from '../convPath';
import { type ConvEngine, convEngine } from '../wasm/convEngine';
import type { PlacedPicture } from '../wasm/placedPicture';
import type { PreparedRun } from '../wasm/preparedRun';
import type { SharedLanes } from '../wasm/sharedLanes';
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

/** An owner's input: as it came, or in WASM memory once it was needed there. */
type KeptInput = { readonly data: Float64Array } | { readonly picture: PlacedPicture };

/** Multiply-adds up to which sums keep the order of `explainCell`, so that the explanation is the computation. */
const mostOrderedWork = 5e8;

/**
 * Convolutions in double precision as jobs; keeps the last input of every owner until it is released. With the first
 * job it asks for a thread to help.
 */
export function convolveWork(
  startHelper: () => SharedLanes | undefined = () => undefined,
): JobWork<ConvolveRequest, ConvolveResult> {
  let made: ConvEngine | undefined;
  const inputs = new Map<number, KeptInput>();

  const release = (owner: number) => {
    const kept = inputs.get(owner);
    if (kept && 'picture' in kept) kept.picture.release();
    inputs.delete(owner);
  };

  const place = (owner: number, engine: ConvEngine, plan: Conv2dPlan) => {
    const kept = inputs.get(owner);
    if (!kept) throw new Error(`There is no input of ${owner}.`);
    if ('picture' in kept) return kept.picture;
    const picture = engine.placeInput(plan.inputShape, kept.data, 'float64');
    inputs.set(owner, { picture });
    return picture;
  };

  function* steps(owner: number, plan: Conv2dPlan, kernel: Float64Array) {
    made ??= makeEngine(startHelper());
    const picture = place(owner, made, plan);
    const accuracy = plan.multiplyAdds > mostOrderedWork ? 'fast' : 'ordered';
    return yield* runSteps(made.prepare(plan, kernel, { precision: 'float64', accuracy }), picture);
  }

  return {
    begin: (owner, { plan, input, kernel }) => {
      if (input) {
        release(owner);
        inputs.set(owner, { data: input });
      }
      return steps(owner, plan, kernel);
    },
    release,
  };
}

function makeEngine(shared: SharedLanes | undefined): ConvEngine {
  return convEngine(shared ? { shared } : {});
}

function* runSteps(run: PreparedRun, picture: PlacedPicture): Generator<number, JobOutcome<ConvolveResult>> {
  const result = run.makeResult();
  try {
    const bands = run.bands(picture, result);
    for (let band = bands.next(); !band.done; band = bands.next()) yield band.value.rows / band.value.of;
    const data = result.read() as Float64Array<ArrayBuffer>;
    const { path = run.path } = result;
    return { result: { data, path, error: result.error()! }, moved: [data.buffer] };
  } finally {
    result.release();
    run.release();
  }
}
