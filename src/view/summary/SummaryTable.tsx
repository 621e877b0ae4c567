import type { SummaryOrder, SummarySnapshot } from '../../protocol/summary';
import type { SummaryTableRow } from '../../words/modelSummaryWords';

interface Props {
  readonly snapshot: SummarySnapshot;
  readonly rows: readonly SummaryTableRow[];
  readonly order: SummaryOrder | undefined;
  readonly onOrder: (order: SummaryOrder | undefined) => void;
  readonly onGo: (place: number) => void;
}

/** The layers as a table: a column's button sorts by it, up, down and back; the name of a layer goes to its line. */
export function SummaryTable({ snapshot, rows, order, onOrder, onGo }: Props) {
  const { columns, totals, words } = snapshot;
  return (
    <div class="scroll">
      <table>
        <caption>{words.table}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }, column) => (
              <th
                key={title}
                scope="col"
                class={isNumber ? 'number' : undefined}
                aria-sort={order?.column === column ? (order.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => onOrder(nextOrder(order, column))}>
                  {title}
                  <span class="arrow" aria-hidden="true">
                    {order?.column === column ? (order.isDown ? '↓' : '↑') : ''}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, cells, isRefused }) => (
            <tr key={place} class={isRefused ? 'refused' : undefined}>
              {cells.map(({ text }, column) => (
                <td key={columns[column]?.title} class={columns[column]?.isNumber ? 'number' : undefined}>
                  {column === 0 ? (
                    <button type="button" class="go" onClick={() => onGo(place)}>
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {totals.map(({ text }, column) =>
              column === 0 ? (
                <th key={columns[column]?.title} scope="row">
                  {words.total}: {text}
                </th>
              ) : (
                <td key={columns[column]?.title} class={columns[column]?.isNumber ? 'number' : undefined}>
                  {text}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Upwards, downwards, and the order of the model again; numbers begin with the largest. */
function nextOrder(order: SummaryOrder | undefined, column: number): SummaryOrder | undefined {
  if (order?.column !== column) return { column, isDown: column > 3 };
  return order.isDown === column > 3 ? { column, isDown: !order.isDown } : undefined;
}
