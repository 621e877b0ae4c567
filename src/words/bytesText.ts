import type { Translate } from './translate';

/** An amount of memory in a unit that keeps it short: `128 MB`, `1.1 GB`. */
export function bytesText(t: Translate, bytes: number): string {
  return bytes < 1e9 ? t('{0} MB', rounded(bytes / 1e6)) : t('{0} GB', rounded(bytes / 1e9));
}

function rounded(amount: number): number {
  return amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
}
