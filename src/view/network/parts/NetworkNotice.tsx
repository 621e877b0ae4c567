import { askedWorkText } from '../../../words/networkWords';
import { useNetwork } from '../state/network';

/** How far a long computation is, that it was given up, or that it is asked about first. */
export function NetworkNotice() {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  if (snapshot === undefined) return null;
  const { progress, cancelled, asked } = snapshot;
  if (progress !== undefined) return <Progress share={progress} />;
  if (cancelled)
    return (
      <p class="computing" role="status">
        {t('Cancelled.')}
        <button type="button" onClick={() => actions.post({ type: 'compute' })}>
          {t('Compute')}
        </button>
      </p>
    );
  if (asked === undefined) return null;
  return (
    <p class="computing" role="status">
      {askedWorkText(t, asked)}
      {!asked.isTooMuch && (
        <button type="button" onClick={() => actions.act({ kind: 'compute-anyway' })}>
          {t('Compute anyway')}
        </button>
      )}
    </p>
  );
}

function Progress({ share }: { readonly share: number }) {
  const { facts, actions } = useNetwork();
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
