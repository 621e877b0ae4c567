import type { Translate } from './translate';

/** The name of a colour map; those of matplotlib keep theirs. */
export function colourMapName(t: Translate, map: 'signed' | 'viridis' | 'cividis' | 'magma' | 'grey'): string {
  if (map === 'signed') return t('two colours around zero');
  return map === 'grey' ? t('grey') : map;
}
