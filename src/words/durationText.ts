import type { Translate } from './translate';

/** About how long something takes, as a person would say it. */
export function durationText(t: Translate, seconds: number): string {
  if (seconds < 1) return t('less than a second');
  if (seconds < 90) return t('about {0} s', Math.round(seconds));
  if (seconds < 5400) return t('about {0} min', Math.round(seconds / 60));
  return t('about {0} h', Math.round(seconds / 3600));
}
