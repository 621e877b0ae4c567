import type { PresetId } from '../../engine/kernels/presets';

/** The map that a kernel is sought for: that of a preset, of a kernel that somebody wrote, or one that somebody wrote, for a square kernel of that side. */
export type WantedMap =
  | { readonly kind: 'preset'; readonly preset: PresetId }
  | { readonly kind: 'kernel'; readonly text: string }
  | { readonly kind: 'map'; readonly text: string; readonly side: number };

/** Where the descent starts. */
export type LearnStart = { readonly kind: 'zeros' } | { readonly kind: 'seeded'; readonly seed: number };

/** Longer texts are no kernel or map that somebody pastes here. */
export const mostWantedText = 200_000;

/** Rows and columns of the largest kernel that is shown cell by cell. */
export const mostLearnedSide = 9;
