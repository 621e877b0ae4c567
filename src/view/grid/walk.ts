import type { CellAt } from '../state/lensModel';

/** What `walk` reads of a keyboard event. */
export interface WalkKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads from a cell of a grid of that size; undefined for keys that do not walk. */
export function walk(
  { key, ctrlKey, metaKey }: WalkKey,
  { row, col }: CellAt,
  { rows, cols }: { readonly rows: number; readonly cols: number },
): CellAt | undefined {
  const whole = ctrlKey || metaKey;
  const to = (nextRow: number, nextCol: number): CellAt => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    col: Math.max(0, Math.min(cols - 1, nextCol)),
  });
  switch (key) {
    case 'ArrowRight':
      return to(row, col + 1);
    case 'ArrowLeft':
      return to(row, col - 1);
    case 'ArrowDown':
      return to(row + 1, col);
    case 'ArrowUp':
      return to(row - 1, col);
    case 'Home':
      return whole ? to(0, 0) : to(row, 0);
    case 'End':
      return whole ? to(rows - 1, cols - 1) : to(row, cols - 1);
    case 'PageDown':
      return to(row + 5, col);
    case 'PageUp':
      return to(row - 5, col);
    default:
      return undefined;
  }
}
