import { noticeText } from '../../words/problemWords';
import { useLens } from '../state/lens';

/** What the person should know about the text behind the panel; the last result stays. */
export function NoticeBar() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  return (
    <>
      {snapshot?.progress !== undefined && <Progress share={snapshot.progress} />}
      {snapshot?.cancelled && (
        <p class="computing" role="status">
          {t('Cancelled.')}
          <button type="button" onClick={() => actions.post({ type: 'compute' })}>
            {t('Compute')}
          </button>
        </p>
      )}
      {snapshot?.notice && (
        <p class="notice" role="status">
          {noticeText(t, snapshot.notice)}
        </p>
      )}
    </>
  );
}

/** How far a long computation is, and the way out of it. */
function Progress({ share }: { readonly share: number }) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const percent = Math.round(share * 100);
  return (
    <>
      <div
        class="progress"
        role="progressbar"
        aria-label={t('Computing')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p class="computing">
        {t('Computing: {0} %', percent)}
        <button type="button" title={t('Cancel  Escape')} onClick={() => actions.post({ type: 'cancel' })}>
          {t('Cancel')}
        </button>
      </p>
    </>
  );
}
