import type { PaddingUnsolved } from '../engine/solvePadding';
import type { Translate } from './translate';

/** What is said of a total of added cells, `6 in all, the same on both sides, nothing floored`. */
export function solvedText(t: Translate, total: number, floored: number): string {
  const split = total % 2 === 0 ? t('the same on both sides') : t('one more after than before');
  const rest =
    floored <= 0
      ? t('nothing floored')
      : floored === 1
        ? t('the last cell is floored away')
        : t('the last {0} cells are floored away', floored);
  return t('{0} in all, {1}, {2}', total, split, rest);
}

/** Why no padding gives the wanted size. */
export function unsolvedText(t: Translate, { unsolved, numbers }: PaddingUnsolved): string {
  switch (unsolved) {
    case 'smaller-than-unpadded':
      return t(
        'Even without padding the map has {0} cells: a smaller one needs a larger stride or kernel.',
        numbers.unpadded ?? 0,
      );
    case 'not-an-integer':
    case 'not-positive':
      return t('The size must be a whole number from 1 on.');
    case 'too-large':
      return t('That is too large.');
  }
}
