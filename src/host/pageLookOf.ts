import type { PageLook } from '../export/page/pageLook';
import type { SentLook } from '../protocol/sentLook';

/** The look of a page from the colours that a view has sent. */
export function pageLookOf({ tones, fills, digits, ...colours }: SentLook): PageLook {
  const stop = <T>(ramp: readonly T[], share: number) => ramp[Math.round(share * (ramp.length - 1))]!;
  return {
    ...colours,
    tone: (share) => stop(tones, share),
    signed: (share) => ({ fill: stop(fills, (share + 1) / 2), digits: stop(digits, (share + 1) / 2) }),
  };
}
