import { canBeAgreed } from '../../engine/convolution/planWithinCeiling';
import type { PlanProblem } from '../../engine/planProblem';
import { durationText } from '../../words/durationText';
import { planProblemText } from '../../words/problemWords';
import type { StageLayout } from '../layout/stageLayout';
import { useLens } from '../state/lens';

/** Why there is no map, with the numbers that disagree and what would mend it. */
export function ProblemCard({ layout, problem }: { readonly layout: StageLayout; readonly problem: PlanProblem }) {
  const { facts, actions, model } = useLens();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  const fits =
    snapshot !== undefined &&
    snapshot.kernel.rows >= snapshot.input.rows &&
    snapshot.kernel.cols >= snapshot.input.cols;
  const isLarger = problem.problem === 'kernel-larger-than-input';
  const isAsked = problem.problem === 'too-large' && canBeAgreed(problem.numbers);
  const lacking = (problem.numbers.span ?? 0) - (problem.numbers.inputSize ?? 0);
  const amount = Math.ceil(lacking / 2);
  return (
    <div
      class="problem"
      role="alert"
      style={{ left: `${layout.words.x}px`, top: `${layout.words.y}px`, width: `${layout.words.width}px` }}
    >
      <p>{planProblemText(t, problem)}</p>
      {isAsked && snapshot?.seconds !== undefined && (
        <p>{t('On this machine: {0}.', durationText(t, snapshot.seconds))}</p>
      )}
      <div class="remedies">
        {isAsked && (
          <button type="button" class="primary" onClick={() => actions.act({ kind: 'compute-anyway' })}>
            {t('Compute anyway')}
          </button>
        )}
        {isLarger && fits && (
          <button type="button" class="primary" onClick={() => actions.act({ kind: 'swap' })}>
            {t('Swap input and kernel')}
          </button>
        )}
        {isLarger && (
          <button type="button" onClick={() => actions.setParams({ padding: { kind: 'all', amount } })}>
            {t('Pad by {0}', amount)}
          </button>
        )}
        <button
          type="button"
          onClick={() => actions.setParams({ padding: { kind: 'valid' }, strides: [1, 1], dilations: [1, 1] })}
        >
          {t('Reset the parameters')}
        </button>
      </div>
    </div>
  );
}
