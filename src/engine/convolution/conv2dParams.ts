/** How many cells are added on each side. The two *same* rules differ in where the odd cell goes: see `resolvePadding`. */
export type Padding =
  | { readonly kind: 'valid' }
  | { readonly kind: 'full' }
  | { readonly kind: 'same_upper' }
  | { readonly kind: 'same_lower' }
  | { readonly kind: 'all'; readonly amount: number }
  | {
      readonly kind: 'explicit';
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };

/** What the added cells hold. `reflect` leaves the edge cell out, `symmetric` repeats it, as in numpy.pad. */
export type Fill =
  | { readonly kind: 'zeros' }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'replicate' }
  | { readonly kind: 'reflect' }
  | { readonly kind: 'symmetric' }
  | { readonly kind: 'circular' };

/** One value for the height and one for the width, in this order. */
export type PerAxis = readonly [height: number, width: number];

/** Everything that a convolution depends on besides its tensors. */
export interface Conv2dParams {
  readonly strides: PerAxis;
  readonly dilations: PerAxis;
  readonly padding: Padding;
  readonly fill: Fill;
  /** False is cross-correlation, as in deep-learning libraries; true turns the kernel by 180 degrees first. */
  readonly flip: boolean;
  readonly groups: number;
}

/** Stride 1, no padding, no dilation, no flip, one group. */
export const defaultConv2dParams: Conv2dParams = {
  strides: [1, 1],
  dilations: [1, 1],
  padding: { kind: 'valid' },
  fill: { kind: 'zeros' },
  flip: false,
  groups: 1,
};
