import type { SummaryOrder } from '../../protocol/summary';

/** The order that the view has kept; undefined for anything else. */
export function readSummaryOrder(saved: unknown): SummaryOrder | undefined {
  if (typeof saved !== 'object' || saved === null || !('order' in saved)) return undefined;
  const { order } = saved;
  if (typeof order !== 'object' || order === null || !('column' in order) || !('isDown' in order)) return undefined;
  const { column, isDown } = order;
  return Number.isInteger(column) && typeof isDown === 'boolean' ? { column: column as number, isDown } : undefined;
}
