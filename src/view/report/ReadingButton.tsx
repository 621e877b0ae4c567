import type { Side } from '../../session/act';
import { Icon } from '../parts/Icon';
import { useLens } from '../state/lens';

interface ReadingButtonProps {
  readonly side: Side;
  /** Where there is no room for words. */
  readonly isShort: boolean;
}

/** How a matrix was read, in a few words; opens the whole report. What is in doubt bears a sign of its own. */
export function ReadingButton({ side, isShort }: ReadingButtonProps) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const reading = model.snapshot.value?.[side].reading;
  if (reading === undefined) return null;
  const doubts = reading.lines.filter(({ kind }) => kind === 'doubtful').length;
  const told = doubts === 0 ? reading.headline : t('{0}, {1} in doubt', reading.headline, doubts);
  const label = side === 'input' ? t('How the input was read: {0}', told) : t('How the kernel was read: {0}', told);
  return (
    <button
      type="button"
      class="quiet reading"
      aria-haspopup="dialog"
      aria-expanded={model.popover.value === `read-${side}`}
      aria-label={label}
      title={label}
      onClick={() => actions.open(`read-${side}`)}
    >
      {doubts > 0 ? <span class="doubt-mark">?</span> : isShort && <Icon name="report" />}
      {!isShort && <span class="headline">{reading.headline}</span>}
    </button>
  );
}
