import type { Side } from '../../session/act';
import { useLens } from '../state/lens';

/** The other matrices of the file or notebook. */
export function CandidateList({ side }: { readonly side: Side }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const candidates = model.snapshot.value?.candidates ?? [];
  if (candidates.length === 0) return null;
  return (
    <section class="candidates" aria-label={t('From the text')}>
      <h3>{t('From the text')}</h3>
      {candidates.map(({ name, rows, cols, place }, index) => (
        <button
          key={`${place} ${name} ${index}`}
          type="button"
          class="candidate"
          onClick={() => {
            actions.act({ kind: 'use-candidate', side, index });
            actions.open(undefined);
          }}
        >
          <b>{name ?? t('matrix')}</b>
          <span class="size">
            {rows} × {cols}
          </span>
          <small>{place}</small>
        </button>
      ))}
    </section>
  );
}
