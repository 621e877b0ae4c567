import type { Translate } from './translate';

/** Indices as words: `5`, `5 and 6`, `2, 3 and 7`, and `5 to 9` for a run of three or more. */
export function indexList(t: Translate, indices: readonly number[]): string {
  const first = indices[0] ?? 0;
  const last = indices.at(-1) ?? 0;
  if (indices.length > 2 && last - first === indices.length - 1) return t('{0} to {1}', first, last);
  if (indices.length <= 1) return String(first);
  if (indices.length > 6) return t('{0} … {1} ({2} in all)', indices.slice(0, 3).join(', '), last, indices.length);
  return t('{0} and {1}', indices.slice(0, -1).join(', '), last);
}

/** `column 4` or `columns 5 and 6`. */
export function columnsText(t: Translate, indices: readonly number[]): string {
  return indices.length === 1 ? t('column {0}', indexList(t, indices)) : t('columns {0}', indexList(t, indices));
}

/** `row 4` or `rows 5 and 6`. */
export function rowsText(t: Translate, indices: readonly number[]): string {
  return indices.length === 1 ? t('row {0}', indexList(t, indices)) : t('rows {0}', indexList(t, indices));
}
