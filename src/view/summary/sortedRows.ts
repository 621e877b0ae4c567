import type { SummaryOrder } from '../../protocol/summary';
import type { SummaryCell, SummaryTableRow } from '../../words/modelSummaryWords';

/** The rows in an order; equal ones stay as they are in the model, and what is not known stands last. */
export function sortedRows(
  rows: readonly SummaryTableRow[],
  order: SummaryOrder | undefined,
): readonly SummaryTableRow[] {
  if (!order) return rows;
  const { column, isDown } = order;
  const sign = isDown ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [first, second] = [one.cells[column]?.order, other.cells[column]?.order];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return sign * compared(first, second) || one.place - other.place;
  });
}

function compared(one: NonNullable<SummaryCell['order']>, other: NonNullable<SummaryCell['order']>): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}
