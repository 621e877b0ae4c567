import { engineConvolve } from '../engine/network/engineConvolve';
import { planNetwork } from '../engine/network/planNetwork';
import { type NetworkRun, networkSteps } from '../engine/network/runNetwork';
import type { JobOutcome, JobWork } from '../engine/worker/serveJobs';
import { answerQuestion } from '../session/network/answerQuestion';
import { type GeneratedImage, isSameGenerated } from '../session/network/generatedImage';
import { generatedTensor } from '../session/network/generatedTensor';
import type { ImageTensor } from '../session/network/imageOf';
import type { NetworkRequest, NetworkResult, SentActivation } from '../session/network/networkRequest';
import { sentActivation } from '../session/network/sentActivation';

/** Networks as jobs; keeps the last network of every owner until it is released, for questions about it. */
export function networkWork(): JobWork<NetworkRequest, NetworkResult> {
  const imageOf = drawingOnce();
  const runs = new Map<number, NetworkRun>();
  const convolve = engineConvolve();
  function* compute(owner: number, request: Extract<NetworkRequest, { readonly kind: 'network' }>) {
    const start = performance.now();
    runs.delete(owner);
    const image = imageOf(request.image);
    const run = yield* networkSteps(planNetwork(image.shape, request.layers), image, convolve);
    const activations: SentActivation[] = [];
    for (const tensor of [run.image, ...run.activations]) activations.push(yield* sentActivation(tensor));
    runs.set(owner, run);
    const result = { kind: 'network', activations, milliseconds: performance.now() - start } as const;
    return { result, moved: activations.flatMap(buffersOf) };
  }
  function* answer({ of, question }: Extract<NetworkRequest, { readonly kind: 'network-question' }>) {
    const run = runs.get(of);
    const said = run && (yield* answerQuestion(run, question, convolve));
    return { result: { kind: 'network-question', answer: said }, moved: [] } satisfies JobOutcome<NetworkResult>;
  }
  return {
    begin: (owner, request) => (request.kind === 'network' ? compute(owner, request) : answer(request)),
    release: (owner) => runs.delete(owner),
  };
}

/** A picture is drawn once as long as it is asked for again and again. */
function drawingOnce(): (image: ImageTensor | GeneratedImage) => ImageTensor {
  let last: { readonly image: GeneratedImage; readonly tensor: ImageTensor } | undefined;
  return (image) => {
    if ('shape' in image) return image;
    if (!last || !isSameGenerated(last.image, image)) last = { image, tensor: generatedTensor(image) };
    return last.tensor;
  };
}

function buffersOf(activation: SentActivation): readonly ArrayBuffer[] {
  const arrays =
    activation.kind === 'whole'
      ? [activation.data]
      : [activation.picture.levels, activation.picture.counts, activation.picture.peaks];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
