import type { NetworkRun } from '../../engine/network/runNetwork';
import { traceValue } from '../../engine/network/traceValue';
import { indexOf } from '../../engine/network/valuePlace';
import type { NetworkAnswer, NetworkQuestion } from './networkQuestion';

/** The terms of a dense layer that are told one by one. */
const mostTerms = 16;

/** Answers in steps of a few milliseconds, each the share done; undefined for what that network has not. */
export function* answerQuestion(
  run: NetworkRun,
  question: NetworkQuestion,
): Generator<number, NetworkAnswer | undefined> {
  // A newer question may be waiting already.
  yield 0;
  switch (question.kind) {
    case 'trace':
      return traced(run, question);
  }
}

function traced(
  run: NetworkRun,
  { stage, place }: Extract<NetworkQuestion, { readonly kind: 'trace' }>,
): NetworkAnswer | undefined {
  const planned = run.stages[stage];
  const index = planned && indexOf(planned.outputShape, place);
  const isThere = index !== undefined && index >= 0 && index < (run.activations[stage]?.data.length ?? 0);
  return isThere ? { kind: 'trace', value: traceValue(run, stage, index, mostTerms) } : undefined;
}
