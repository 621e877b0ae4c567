import type { SharedLanes } from '../engine/wasm/sharedLanes';
import { type ConvolveRequest, type ConvolveResult, convolveWork } from '../engine/worker/convolveWork';
import type { JobOutcome, JobSteps, JobWork } from '../engine/worker/serveJobs';
import { answerReading, type ReadAnswers, type ReadRequest } from '../literals/answerReading';
import type { MatrixLiteral } from '../literals/literal';

/** What the thread can be asked for. */
export type ThreadRequest = ({ readonly kind: 'convolve' } & ConvolveRequest) | ReadRequest;

/** What it answers, by the kind of the request. */
export type ThreadResult = ConvolveResult | ReadAnswers[ReadRequest['kind']];

/** Everything that runs beside the extension host's own thread; `startHelper` is called once, when it is worth it. */
export function threadWork(startHelper: () => SharedLanes | undefined): JobWork<ThreadRequest, ThreadResult> {
  const convolving = convolveWork(startHelper);
  return {
    begin: (owner, request) => (request.kind === 'convolve' ? convolving.begin(owner, request) : readingSteps(request)),
    release: convolving.release,
  };
}

/** One step, since a reader cannot be stopped in between. */
function readingSteps(request: ReadRequest): JobSteps<ThreadResult> {
  return { next: () => ({ done: true, value: readingOutcome(request) }) };
}

function readingOutcome(request: ReadRequest): JobOutcome<ThreadResult> {
  const result = answerReading(request);
  const arrays = literalsOf(result).flatMap(({ data, starts, ends }) => [data, starts, ends]);
  // A buffer changes hands once, and takes all that lies in it along.
  const buffers = arrays.map(({ buffer }) => buffer as ArrayBuffer);
  return { result, moved: [...new Set(buffers)] };
}

function literalsOf(answer: ReadAnswers[ReadRequest['kind']]): readonly MatrixLiteral[] {
  if ('name' in answer) return 'literal' in answer.found ? [answer.found.literal] : [];
  return 'literals' in answer ? answer.literals : answer;
}
