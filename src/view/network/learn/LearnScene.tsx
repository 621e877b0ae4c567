import { useMemo } from 'preact/hooks';
import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import type { WantedMap } from '../../../session/network/learnQuestion';
import { learnProblemText, verdictText } from '../../../words/sceneWords';
import { useNetwork } from '../state/network';
import { useAnswer } from '../state/useAnswer';
import { useKept } from '../state/useKept';
import { GradientShown } from './GradientShown';
import { hiddenKernels } from './hiddenKernels';
import { LearnFields } from './LearnFields';
import { LearnPlayer } from './LearnPlayer';
import { LossCurve } from './LossCurve';
import { learnedStep } from './learnedStep';
import { type LearnKept, readLearnKept } from './learnKept';
import { StepMaps } from './StepMaps';
import { usePlayer } from './usePlayer';

/** A kernel is found from an image and the map that is wanted of it, step by step downhill. */
export function LearnScene() {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const [kept, keep] = useKept('learn', readLearnKept);
  const shape = facts.columns.value[0]?.shape;
  const channels = shape?.length === 3 ? shape[0] : 1;
  const channel = Math.min(kept.channel, channels - 1);
  const { value, share } = useAnswer('learn', {
    kind: 'learn',
    channel,
    wanted: wantedOf(kept),
    start: kept.start,
    share: kept.percent / 100,
  });
  const learned = value && 'run' in value ? value : undefined;
  return (
    <div class="scene-page learn-scene">
      <LearnFields kept={kept} keep={keep} channels={channels} learned={learned} />
      {value && 'problem' in value && (
        <p class="verdict" role="alert">
          {learnProblemText(t, value)}
        </p>
      )}
      {share !== undefined && <p class="say">{t('Learning: {0} %', Math.round(share * 100))}</p>}
      {learned && <Learned learned={learned} kept={kept} />}
    </div>
  );
}

function wantedOf({ wanted, hidden, kernelText, mapText, side }: LearnKept): WantedMap {
  if (wanted === 'kernel') return { kind: 'kernel', text: kernelText };
  if (wanted === 'map') return { kind: 'map', text: mapText, side };
  return { kind: 'preset', preset: hiddenKernels[hidden % hiddenKernels.length]!.id };
}

function Learned({ learned, kept }: { readonly learned: LearnedAnswer; readonly kept: LearnKept }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const player = usePlayer(learned);
  const { step } = player;
  const shown = useMemo(() => learnedStep(learned, step), [learned, step]);
  return (
    <>
      <LearnPlayer learned={learned} player={player} loss={shown.loss} />
      <p
        class={`verdict${learned.run.verdict === 'growing' || learned.run.verdict === 'overflowed' ? ' diverged' : ''}`}
        role="status"
      >
        {verdictText(t, learned)}
      </p>
      <StepMaps learned={learned} shown={shown} kept={kept} />
      <LossCurve learned={learned} step={step} onStep={player.go} />
      <GradientShown learned={learned} shown={shown} isPlaying={player.isPlaying} />
    </>
  );
}
