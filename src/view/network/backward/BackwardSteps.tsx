import type { BackwardAnswer } from '../../../session/network/backwardAnswer';
import type { QuestionOf } from '../../../session/network/networkQuestion';
import { shortNumber } from '../../../words/numberText';
import { valueName } from '../../../words/traceWords';
import { useNetwork } from '../state/network';
import type { BackwardAsked } from './backwardAsked';
import { GradientSteps } from './GradientSteps';

interface BackwardStepsProps {
  readonly asked: BackwardAsked;
  /** The one that was answered: a newer weight or cell may be on its way. */
  readonly question: QuestionOf<'backward'>;
  readonly value: BackwardAnswer;
}

/** The terms of the chosen weight's gradient, and of the chosen input value's. */
export function BackwardSteps({ asked, question: { weight, cell }, value }: BackwardStepsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const [made, fed] = [asked.stage.shape!, asked.before.shape!];
  const isDense = value.weightShape?.length === 2;
  const place = isDense ? [weight.filter, weight.col] : [weight.filter, weight.channel, weight.row, weight.col];
  return (
    <div class="both-steps">
      {value.weightSum && (
        <GradientSteps
          name={`dL/dW[${place.join(', ')}]`}
          how={t(
            'the weight {0} meets each of these inputs; what comes back to its outputs is multiplied by them',
            shortNumber(value.weight ?? 0, 6),
          )}
          sum={value.weightSum}
          of="x"
          factorShape={fed}
          outputShape={made}
        />
      )}
      {value.inputSum ? (
        <GradientSteps
          name={`dL/dX, ${valueName(t, fed, cell)}`}
          how={t('the value acts on each of these outputs; what comes back to them is multiplied by how much')}
          sum={value.inputSum}
          of="w"
          factorShape={[1, 1, 1]}
          outputShape={made}
        />
      ) : (
        <p class="say">
          {t('The padding copies cells of the input, so that a cell acts in several places; its terms are not listed.')}
        </p>
      )}
    </div>
  );
}
