import type { ConvPath } from '../engine/convPath';
import type { Translate } from './translate';

/** How a map was computed where it is not bit for bit the sums that are shown; `bound` says how far it may be off. */
export function pathText(t: Translate, path: ConvPath, bound: string): string {
  const ways: Readonly<Record<ConvPath, string>> = {
    loops: t('sum by sum'),
    ordered: t('sum by sum'),
    direct: t('with fused multiply-adds'),
    winograd: t('in tiles of a transformed domain'),
    separable: t('in two one-dimensional passes'),
    fft: t('in the frequency domain'),
  };
  return t('Computed {0}: each cell lies within {1} of the exact sum of its terms.', ways[path], bound);
}
