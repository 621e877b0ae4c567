import { useLens } from '../state/lens';

/** What only the playground offers. */
export function DraftBar() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  if (model.surface !== 'playground') return null;
  return (
    <div class="draft-bar">
      <button type="button" class="link" onClick={() => actions.post({ type: 'open-in-panel' })}>
        {t('Open in panel')}
      </button>
      <button type="button" class="link" onClick={() => actions.act({ kind: 'start-over' })}>
        {t('Start over')}
      </button>
    </div>
  );
}
