import { Icon } from '../parts/Icon';
import { useLens } from '../state/lens';

/** Undo and redo. One that has nothing to do keeps the focus that it may have. */
export function HistoryButtons() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  const button = (kind: 'undo' | 'redo', name: string, keys: string, isOff: boolean) => (
    <button
      type="button"
      class="quiet"
      aria-disabled={isOff}
      aria-label={name}
      title={`${name}  ${keys}`}
      onClick={() => !isOff && actions.act({ kind })}
    >
      <Icon name={kind} />
    </button>
  );
  return (
    <div class="field history">
      {button('undo', t('Undo'), 'Ctrl+Z', !snapshot?.canUndo)}
      {button('redo', t('Redo'), 'Ctrl+Shift+Z', !snapshot?.canRedo)}
    </div>
  );
}
