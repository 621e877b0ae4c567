import type { SharedLanes } from '../engine/wasm/sharedLanes';
import { type ConvolveRequest, type ConvolveResult, convolveWork } from '../engine/worker/convolveWork';
import { type LearnRequest, type LearnResult, learnSteps } from '../engine/worker/learnWork';
import type { JobOutcome, JobSteps, JobWork } from '../engine/worker/serveJobs';
import { answerExport, type ExportAnswer, type ExportRequest } from '../export/answerExport';
import { type AboutLayersAnswers, type AboutLayersRequest, answerAboutLayers } from '../layers/answerAboutLayers';
import { answerLayers, type LayersAnswer, type LayersAnswering, type LayersRequest } from '../layers/answerLayers';
import { answerReading, type ReadAnswers, type ReadRequest } from '../literals/answerReading';
import type { MatrixLiteral } from '../literals/literal';
import { answerFile, type FileAnswer, type OpenFileRequest } from '../session/answerFile';
import { answerTextParams, type TextParamsRequest } from '../session/answerTextParams';
import { answerLesson, type LessonAnswers, type LessonRequest } from '../session/lessons/answerLesson';
import type { NetworkRequest, NetworkResult } from '../session/network/networkRequest';
import type { TextParams } from '../session/textParams';
import { networkWork } from './networkWork';

/** What the thread can be asked for. */
export type ThreadRequest =
  | ({ readonly kind: 'convolve' } & ConvolveRequest)
  | ReadRequest
  | LayersRequest
  | AboutLayersRequest
  | TextParamsRequest
  | NetworkRequest
  | OpenFileRequest
  | ExportRequest
  | LearnRequest
  | LessonRequest;

/** What it answers, by the kind of the request. */
export type ThreadResult =
  | ConvolveResult
  | ReadAnswers[ReadRequest['kind']]
  | LayersAnswer
  | AboutLayersAnswers[AboutLayersRequest['kind']]
  | TextParams
  | FileAnswer
  | ExportAnswer
  | LearnResult
  | LessonAnswers[LessonRequest['kind']]
  | NetworkResult;

/** Everything that runs beside the extension host's own thread; `startHelper` is called once, when it is worth it. */
export function threadWork(startHelper: () => SharedLanes | undefined): JobWork<ThreadRequest, ThreadResult> {
  const convolving = convolveWork(startHelper);
  const networks = networkWork();
  const layers = answerLayers();
  return {
    begin: (owner, request) => {
      if (request.kind === 'convolve') return convolving.begin(owner, request);
      if (request.kind === 'learn-kernel') return learnSteps(request);
      if (request.kind === 'layers') return layerSteps(layers(request));
      if (request.kind === 'network' || request.kind === 'network-question') return networks.begin(owner, request);
      if (request.kind === 'export') return exportSteps(request);
      if (request.kind === 'lesson' || request.kind === 'lesson-answer') return oneStep(() => answerLesson(request));
      if (request.kind === 'text-params') return oneStep(() => answerTextParams(request));
      if (request.kind === 'equivalent' || request.kind === 'shape-error' || request.kind === 'suspects')
        return oneStep(() => answerAboutLayers(request));
      return request.kind === 'file' ? fileSteps(request) : readingSteps(request);
    },
    release: (owner) => {
      convolving.release(owner);
      networks.release(owner);
    },
  };
}

function* fileSteps(request: OpenFileRequest): Generator<number, JobOutcome<ThreadResult>> {
  const result = yield* answerFile(request);
  const { reading } = result;
  return { result, moved: 'matrices' in reading ? reading.matrices.map(({ data }) => data.buffer) : [] };
}

function* layerSteps(answering: ReturnType<LayersAnswering>): Generator<number, JobOutcome<ThreadResult>> {
  return { result: yield* answering, moved: [] };
}

function* exportSteps(request: ExportRequest): Generator<number, JobOutcome<ThreadResult>> {
  return { result: yield* answerExport(request), moved: [] };
}

/** One step, as below. */
function oneStep(answer: () => ThreadResult): JobSteps<ThreadResult> {
  return { next: () => ({ done: true, value: { result: answer(), moved: [] } }) };
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
  if ('calls' in answer) return [];
  if ('name' in answer) return 'literal' in answer.found ? [answer.found.literal] : [];
  if ('placed' in answer) return answer.placed.map(({ literal }) => literal);
  return 'literals' in answer ? answer.literals : answer;
}
