import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { ConvPath, ErrorClass } from '../convPath';
import type { Picture } from '../picture/picture';
import { pictureSlices } from '../picture/pictureOf';
import { type ConvEngine, convEngine } from '../wasm/convEngine';
import type { PlacedPicture } from '../wasm/placedPicture';
import type { PreparedRun } from '../wasm/preparedRun';
import type { SharedLanes } from '../wasm/sharedLanes';
import { accuracyFor } from './accuracyFor';
import type { JobOutcome, JobWork } from './serveJobs';

/** A convolution of one owner. */
export interface ConvolveRequest {
  readonly plan: Conv2dPlan;
  /** Left out where it is the one of the owner's job before: an input crosses once. */
  readonly input?: Float64Array;
  readonly kernel: Float64Array;
  /** The longer side of a picture of the output, where one is wanted. */
  readonly pictureSide?: number;
}

/** The output of the plan's shape, in a buffer of its own, and how it was computed. */
export interface ConvolveResult {
  readonly data: Float64Array<ArrayBuffer>;
  readonly path: ConvPath;
  readonly error: ErrorClass;
  /** Of the output's rows one below the other, where it was asked for. */
  readonly picture?: Picture;
  /** How long it took once the thread and the input were there. */
  readonly milliseconds: number;
}

/** An owner's input: as it came, or in WASM memory once it was needed there. */
type KeptInput = { readonly data: Float64Array } | { readonly picture: PlacedPicture };

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

  function* steps(owner: number, { plan, kernel, pictureSide }: ConvolveRequest) {
    made ??= makeEngine(startHelper());
    const input = place(owner, made, plan);
    const start = performance.now();
    const accuracy = accuracyFor(plan);
    const map = yield* runSteps(made.prepare(plan, kernel, { precision: 'float64', accuracy }), input);
    const picture = pictureSide === undefined ? {} : { picture: yield* pictureSteps(plan, map.data, pictureSide) };
    return outcomeOf({ ...map, ...picture, milliseconds: performance.now() - start });
  }

  return {
    begin: (owner, request) => {
      if (request.input) {
        release(owner);
        inputs.set(owner, { data: request.input });
      }
      return steps(owner, request);
    },
    release,
  };
}

function makeEngine(shared: SharedLanes | undefined): ConvEngine {
  return convEngine(shared ? { shared } : {});
}

type ComputedMap = Pick<ConvolveResult, 'data' | 'path' | 'error'>;

function* runSteps(run: PreparedRun, input: PlacedPicture): Generator<number, ComputedMap> {
  const result = run.makeResult();
  try {
    const bands = run.bands(input, result);
    for (let band = bands.next(); !band.done; band = bands.next()) yield band.value.rows / band.value.of;
    const data = result.read() as Float64Array<ArrayBuffer>;
    const { path = run.path } = result;
    return { data, path, error: result.error()! };
  } finally {
    result.release();
    run.release();
  }
}

function* pictureSteps({ outputShape }: Conv2dPlan, data: Float64Array, side: number): Generator<number, Picture> {
  const [batch, channels, rows, cols] = outputShape;
  const slices = pictureSlices({ shape: [batch * channels * rows, cols], data }, side);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    // Of the job, the sums are nearly all.
    yield 1;
  }
}

function outcomeOf(result: ConvolveResult): JobOutcome<ConvolveResult> {
  const { data, picture } = result;
  const ofPicture = picture ? [picture.levels, picture.counts, picture.peaks] : [];
  return { result, moved: [data, ...ofPicture].map(({ buffer }) => buffer as ArrayBuffer) };
}
