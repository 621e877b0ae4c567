import type { Translate } from './translate';

/** The accessible name of a grid, `Input image, 5 by 5`. */
export function gridName(
  t: Translate,
  kind: 'input' | 'kernel' | 'map',
  name: string | undefined,
  rows: number,
  cols: number,
): string {
  if (kind === 'map') return t('Feature map, {0} by {1}', rows, cols);
  if (kind === 'input') return name ? t('Input {0}, {1} by {2}', name, rows, cols) : t('Input, {0} by {1}', rows, cols);
  return name ? t('Kernel {0}, {1} by {2}', name, rows, cols) : t('Kernel, {0} by {1}', rows, cols);
}
