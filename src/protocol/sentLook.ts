import type { LookColours } from '../export/page/lookColours';

/** The colours of a page as a view sends them. */
export type SentLook = LookColours;

/** How many steps each ramp of colours has. */
export const lookSteps = { tones: 33, fills: 65 } as const;
