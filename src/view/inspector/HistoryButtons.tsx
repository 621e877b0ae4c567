import { Icon } from '../parts/Icon';
import { useLens } from '../state/lens';

/** Undo and redo. */
export function HistoryButtons() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  return (
    <div class="field history">
      <button
        type="button"
        class="quiet"
        disabled={!snapshot?.canUndo}
        aria-label={t('Undo')}
        title={t('Undo  Ctrl+Z')}
        onClick={() => actions.act({ kind: 'undo' })}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="quiet"
        disabled={!snapshot?.canRedo}
        aria-label={t('Redo')}
        title={t('Redo  Ctrl+Shift+Z')}
        onClick={() => actions.act({ kind: 'redo' })}
      >
        <Icon name="redo" />
      </button>
    </div>
  );
}
