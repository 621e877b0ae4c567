import { valueName } from '../../../words/traceWords';
import { columnName } from '../layers/columnWords';
import { useNetwork } from '../state/network';
import { placeWithin } from '../state/networkFacts';

/** The values from which the person has come back to the one that is shown; each leads there again. */
export function Trail() {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const columns = facts.columns.value;
  const steps = model.trail.value.flatMap((value, place) => {
    const column = columns.find(({ of }) => of === value.of);
    return column?.shape ? [{ place, column, at: placeWithin(column.shape, value), shape: column.shape }] : [];
  });
  if (steps.length === 0) return null;
  return (
    <nav class="trail" aria-label={t('The way back to the pixels')}>
      {steps.map(({ place, column, at, shape }) => (
        <span key={place}>
          <button type="button" class="link" onClick={() => actions.returnTo(place)}>
            {columnName(t, column)} {valueName(t, shape, at)}
          </button>
          <span aria-hidden="true"> ← </span>
        </span>
      ))}
    </nav>
  );
}
