import type { Convolve } from '../../engine/network/convolve';
import type { NetworkRun } from '../../engine/network/runNetwork';
import { traceValue, type ValueTrace } from '../../engine/network/traceValue';
import { indexOf } from '../../engine/network/valuePlace';
import { backwardAnswer } from './backwardAnswer';
import { learnAnswer } from './learnAnswer';
import type { NetworkAnswer, NetworkAnswers, NetworkQuestion, QuestionKind, QuestionOf } from './networkQuestion';
import { shiftAnswer } from './shiftAnswer';
import { shuffleAnswer } from './shuffleAnswer';

/** The terms of a dense layer that are told one by one. */
const mostTerms = 16;

/**
 * Answers in steps of a few milliseconds, each the share done; undefined for what that network has not. `convolve` is
 * that of the run.
 */
export function* answerQuestion(
  run: NetworkRun,
  question: NetworkQuestion,
  convolve: Convolve,
): Generator<number, NetworkAnswer | undefined> {
  // A newer question may be waiting already.
  yield 0;
  switch (question.kind) {
    case 'trace':
      return answer('trace', traced(run, question));
    case 'shift':
      return answer('shift', yield* shiftAnswer(run, question, convolve));
    case 'shuffle':
      return answer('shuffle', yield* shuffleAnswer(run, question));
    case 'learn':
      return answer('learn', yield* learnAnswer(run, question));
    case 'backward':
      return answer('backward', yield* backwardAnswer(run, question));
  }
}

function answer<Kind extends QuestionKind>(
  kind: Kind,
  value: NetworkAnswers[Kind] | undefined,
): NetworkAnswer | undefined {
  return value && ({ kind, value } as NetworkAnswer);
}

function traced(run: NetworkRun, { stage, place }: QuestionOf<'trace'>): ValueTrace | undefined {
  const planned = run.stages[stage];
  const index = planned && indexOf(planned.outputShape, place);
  const isThere = index !== undefined && index >= 0 && index < (run.activations[stage]?.data.length ?? 0);
  return isThere ? traceValue(run, stage, index, mostTerms) : undefined;
}
