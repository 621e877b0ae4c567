import type { AxisPlan } from '../convolution/conv2dPlan';

/** How one axis of a kernel is cut up: taps by their remainder on the stride, each such phase a dense kernel. */
export interface WinogradAxis {
  readonly phases: number;
  /** How many phases have four taps; they come first, the others have three. */
  readonly fours: number;
  /** Places of a transformed patch along the axis: 4, or 5 where a phase has four taps. */
  readonly places: number;
  readonly forms: readonly WinogradForm[];
}

/** One number of a transformed phase: Σ factors[i] · tap i. */
export interface WinogradForm {
  readonly phase: number;
  readonly place: number;
  readonly factors: readonly number[];
  /** Transforming a patch of cells up to X gives, on the way to this number, at most this times X. */
  readonly growth: number;
}

/** The weight with which each place goes into an even and into an odd output cell, without signs. */
export const drawnFrom = [
  [1, 1, 1, 0, 1],
  [0, 1, 1, 1, 2],
] as const;

/** F(2, 3) in the points 0, 1, −1 and ∞; `assembly/parts/winogradTransforms.ts` has the other two matrices. */
const threeTaps = [
  { factors: [1, 0, 0], growth: 2 },
  { factors: [1 / 2, 1 / 2, 1 / 2], growth: 2 },
  { factors: [1 / 2, -1 / 2, 1 / 2], growth: 2 },
  { factors: [0, 0, 1], growth: 2 },
];

/** F(2, 4) in the same points and 2. */
const fourTaps = [
  { factors: [-1 / 2, 0, 0, 0], growth: 6 },
  { factors: [-1 / 2, -1 / 2, -1 / 2, -1 / 2], growth: 6 },
  { factors: [-1 / 6, 1 / 6, -1 / 6, 1 / 6], growth: 6 },
  { factors: [0, 0, 0, 1], growth: 6 },
  { factors: [1 / 6, 1 / 3, 2 / 3, 4 / 3], growth: 2 },
];

/** An axis as the transforms take it; undefined unless it is dense, of stride 1 or 2, with three or four taps a phase. */
export function winogradAxis({ kernelSize, stride, dilation }: AxisPlan): WinogradAxis | undefined {
  if (dilation > 1 || stride > 2 || kernelSize < 3 * stride || kernelSize > 4 * stride) return undefined;
  const fours = kernelSize - 3 * stride;
  const forms = Array.from({ length: stride }, (_, phase) => {
    return (phase < fours ? fourTaps : threeTaps).map((form, place) => ({ ...form, phase, place }));
  });
  return { phases: stride, fours, places: fours > 0 ? 5 : 4, forms: forms.flat() };
}
