import { useNetwork } from '../state/network';
import { useAnswer } from '../state/useAnswer';
import { useKept } from '../state/useKept';
import { BackwardFields } from './BackwardFields';
import { BackwardSteps } from './BackwardSteps';
import { backwardAsked } from './backwardAsked';
import { readBackwardKept } from './backwardKept';
import { GradientPictures } from './GradientPictures';

/** How a value or the loss changes with a layer's weights and with its input, and the terms of each number of that. */
export function BackwardScene() {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const [kept, keep] = useKept('backward', readBackwardKept);
  const asked = backwardAsked(facts.columns.value, kept);
  const { value, question, share } = useAnswer('backward', asked?.question);
  if (!asked) return <p class="scene-page">{t('There is no layer yet to go back through.')}</p>;
  const isThere = value !== undefined && question?.stage === asked.question.stage;
  const isNone = !isThere && model.asked.value.get('backward')?.isAnswered === true;
  return (
    <div class="scene-page backward-scene">
      <BackwardFields kept={kept} keep={keep} asked={asked} value={value?.value} />
      {share !== undefined && <p class="say">{t('Going back: {0} %', Math.round(share * 100))}</p>}
      {isNone && (
        <p class="say">{t('This share is 0 in the computer’s numbers: its loss is endless and has no gradient.')}</p>
      )}
      {isThere && (
        <>
          <GradientPictures kept={kept} keep={keep} asked={asked} value={value} />
          <BackwardSteps asked={asked} question={question} value={value} />
        </>
      )}
    </div>
  );
}
