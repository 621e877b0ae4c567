import type { PageLook } from './pageLook';

/** The ink of a weight or product: one for what is above zero, one for what is below. */
export function signInk(value: number, { positive, negative, quiet }: PageLook): string {
  if (value > 0) return positive;
  return value < 0 ? negative : quiet;
}
