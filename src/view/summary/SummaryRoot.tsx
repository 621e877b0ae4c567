import { useEffect, useState } from 'preact/hooks';
import type {
  FromSummaryView,
  SummaryOrder,
  SummarySnapshot,
  SummaryViewState,
  ToSummaryView,
} from '../../protocol/summary';
import type { HostApi } from '../channel/hostApi';
import { SummaryTable } from './SummaryTable';
import { sortedRows } from './sortedRows';

interface Props {
  readonly snapshot: SummarySnapshot;
  readonly first: SummaryOrder | undefined;
  readonly host: HostApi<FromSummaryView, ToSummaryView, SummaryViewState>;
}

/** A model in a table: which one, what its input is, its layers, and what can be done with them. */
export function SummaryRoot({ snapshot, first, host }: Props) {
  const [order, setOrder] = useState(first);
  useEffect(() => host.setState({ version: 1, order }), [order]);
  const { models, chosen, note, words } = snapshot;
  const rows = sortedRows(snapshot.rows, order);
  const hasModel = chosen >= 0;
  return (
    <div class="summary">
      <header>
        {models.length > 1 && (
          <label class="model">
            {words.model}
            <select
              value={String(chosen)}
              onChange={({ currentTarget }) => host.post({ type: 'choose', model: Number(currentTarget.value) })}
            >
              {models.map((name, index) => (
                <option key={index} value={String(index)}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {models.length === 1 && <h1>{models[0]}</h1>}
        {hasModel && (
          <div class="acts">
            <button type="button" onClick={() => host.post({ type: 'copy', places: rows.map(({ place }) => place) })}>
              {words.copy}
            </button>
            <button type="button" onClick={() => host.post({ type: 'network' })}>
              {words.network}
            </button>
          </div>
        )}
      </header>
      <p class="note">{note}</p>
      {hasModel && (
        <SummaryTable
          snapshot={snapshot}
          rows={rows}
          order={order}
          onOrder={setOrder}
          onGo={(place) => host.post({ type: 'go', place })}
        />
      )}
    </div>
  );
}
