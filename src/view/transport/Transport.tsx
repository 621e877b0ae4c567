import { countText } from '../../words/numberText';
import { Icon } from '../parts/Icon';
import { useLens } from '../state/lens';
import type { Move } from '../state/lensActions';
import { Bars } from './Bars';
import { PlayingMode } from './PlayingMode';

/** The player: one step back and on, first and last, play with its speed, and a bar for each step. */
export function Transport() {
  const { facts } = useLens();
  const t = facts.t.value;
  return (
    <section class="transport" aria-label={t('Player')}>
      <PlayerButtons />
      <StepCount />
      <Bars />
      <PlayingMode />
      <PresentButton />
    </section>
  );
}

/** Shows stage and player alone, larger. */
function PresentButton() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const { presenting } = model;
  return (
    <button
      type="button"
      class="quiet present"
      aria-label={t('Presentation mode')}
      aria-pressed={presenting.value}
      title={presenting.value ? t('Leave the presentation  Escape') : t('Presentation mode  p')}
      onClick={() => {
        presenting.value = !presenting.value;
      }}
    >
      <Icon name={presenting.value ? 'close' : 'present'} />
    </button>
  );
}

function StepCount() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const shown = facts.shown.value;
  if (facts.steps.value === 0) return null;
  return (
    <div class="step-count">
      <span>
        <b>{countText((shown?.step ?? model.step.value) + 1)}</b> {t('of {0}', countText(facts.steps.value))}
      </span>
      {shown && <span class="step-place">{t('row {0}, col {1}', shown.row, shown.col)}</span>}
    </div>
  );
}

function PlayerButtons() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const steps = facts.steps.value;
  const step = model.step.value;
  const isPlaying = model.playing.value;
  const button = (move: Move, label: string, keys: string, isOff: boolean) => (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={`${label}  ${keys}`}
      aria-disabled={isOff}
      onClick={() => stop(() => actions.move(move))}
    >
      <Icon name={move} />
    </button>
  );
  const stop = (then: () => void) => {
    model.playing.value = false;
    then();
  };
  return (
    <div class="player">
      {button('first', t('First step'), t('Home'), step === 0)}
      {button('previous', t('Step back'), '←', step === 0)}
      <button
        type="button"
        class="play"
        aria-label={isPlaying ? t('Pause') : t('Play')}
        title={`${isPlaying ? t('Pause') : t('Play')}  ${t('Space')}`}
        disabled={steps < 2}
        onClick={actions.togglePlay}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      {button('next', t('Step on'), '→', step >= steps - 1)}
      {button('last', t('Last step'), t('End'), step >= steps - 1)}
    </div>
  );
}
