import { engineConvolve } from '../engine/network/engineConvolve';
import { planNetwork } from '../engine/network/planNetwork';
import { type NetworkRun, networkSteps } from '../engine/network/runNetwork';
import { pictureSlices } from '../engine/picture/pictureOf';
import { valueRange } from '../engine/picture/valueRange';
import type { Tensor } from '../engine/tensor';
import type { JobOutcome, JobWork } from '../engine/worker/serveJobs';
import { answerQuestion } from '../session/network/answerQuestion';
import type { NetworkRequest, NetworkResult, SentActivation } from '../session/network/networkRequest';

/** The most values that cross one by one: half a megabyte. */
const mostWholeValues = 65_536;

/** Maps of large activations are shown small. */
const mapSide = 128;
const longestRow = 2048;

/** Networks as jobs; keeps the last network of every owner until it is released, for questions about it. */
export function networkWork(): JobWork<NetworkRequest, NetworkResult> {
  const runs = new Map<number, NetworkRun>();
  const convolve = engineConvolve();
  function* compute(owner: number, request: Extract<NetworkRequest, { readonly kind: 'network' }>) {
    const start = performance.now();
    runs.delete(owner);
    const stages = planNetwork(request.image.shape, request.layers);
    const run = yield* networkSteps(stages, request.image, convolve);
    const activations: SentActivation[] = [];
    for (const tensor of [run.image, ...run.activations]) activations.push(yield* sent(tensor));
    runs.set(owner, run);
    const result = { kind: 'network', activations, milliseconds: performance.now() - start } as const;
    return { result, moved: activations.flatMap(buffersOf) };
  }
  function* answer({ of, question }: Extract<NetworkRequest, { readonly kind: 'network-question' }>) {
    const run = runs.get(of);
    const said = run && (yield* answerQuestion(run, question));
    return { result: { kind: 'network-question', answer: said }, moved: [] } satisfies JobOutcome<NetworkResult>;
  }
  return {
    begin: (owner, request) => (request.kind === 'network' ? compute(owner, request) : answer(request)),
    release: (owner) => runs.delete(owner),
  };
}

/** A copy, since the numbers stay here for questions. */
function* sent({ shape, data }: Tensor): Generator<number, SentActivation> {
  if (data.length <= mostWholeValues) return { kind: 'whole', data: data.slice(), range: valueRange(data) };
  const [channels, rows, cols] =
    shape.length === 1 ? [1, 1, data.length] : (shape as readonly [number, number, number]);
  const mapRows = Math.max(1, Math.min(rows, Math.round((rows * mapSide) / Math.max(rows, cols))));
  // The longer side of the picture, of planes that each have whole rows of pixels.
  const side = shape.length === 1 ? longestRow : channels * rows >= cols ? channels * mapRows : mapSide;
  const slices = pictureSlices({ shape: [channels * rows, cols], data }, side);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return { kind: 'picture', picture: slice.value };
    yield 1;
  }
}

function buffersOf(activation: SentActivation): readonly ArrayBuffer[] {
  const arrays =
    activation.kind === 'whole'
      ? [activation.data]
      : [activation.picture.levels, activation.picture.counts, activation.picture.peaks];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
