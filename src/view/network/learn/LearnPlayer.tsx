import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { countText, shortNumber } from '../../../words/numberText';
import { Icon } from '../../parts/Icon';
import { useNetwork } from '../state/network';
import type { Player } from './usePlayer';

interface LearnPlayerProps {
  readonly learned: LearnedAnswer;
  readonly player: Player;
  readonly loss: number;
}

/** To the start, back, play, on, to the end, and the whole history as a slider. */
export function LearnPlayer({ learned: { run }, player, loss }: LearnPlayerProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { step, isPlaying, go, toggle } = player;
  const button = (label: string, name: 'first' | 'previous' | 'next' | 'last', to: number, isOff: boolean) => (
    <button type="button" class="quiet" aria-label={label} title={label} aria-disabled={isOff} onClick={() => go(to)}>
      <Icon name={name} />
    </button>
  );
  return (
    <div class="learn-player" role="group" aria-label={t('Steps')}>
      {button(t('Reset to the start'), 'first', 0, step === 0)}
      {button(t('Step back'), 'previous', step - 1, step === 0)}
      <button
        type="button"
        class="primary"
        aria-label={isPlaying ? t('Pause') : t('Play')}
        title={isPlaying ? t('Pause  Space') : t('Play  Space')}
        onClick={toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      {button(t('Step'), 'next', step + 1, step === run.steps)}
      {button(t('To the end'), 'last', run.steps, step === run.steps)}
      <input
        type="range"
        min={0}
        max={run.steps}
        step={1}
        value={step}
        aria-label={t('Step of the descent')}
        aria-valuetext={t('step {0} of {1}, loss {2}', step, run.steps, shortNumber(loss, 6))}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <span class="at">
        {t('step {0} of {1}', countText(step), countText(run.steps))} · {t('loss')} <b>{shortNumber(loss, 8)}</b>
      </span>
    </div>
  );
}
