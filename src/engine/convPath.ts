/**
 * How a convolution was computed. `loops`: the plain loops of `conv2d`. `ordered`: vectors, each sum in the order of
 * `explainCell` and without fused multiply-adds, bit for bit what the loops give. `direct`: vectors, fused where the
 * engine knows it. `winograd`: tiles of 2×2 in a transformed domain. `separable`: two one-dimensional passes. `fft`: tiles
 * in the frequency domain.
 */
export type ConvPath = 'loops' | 'ordered' | 'direct' | 'winograd' | 'separable' | 'fft';

/**
 * How far a result may lie from the exact sum of its terms, in each cell: not at all, or at most `bound`, an absolute
 * number that holds for the data at hand.
 */
export type ErrorClass = { readonly kind: 'exact' } | { readonly kind: 'bounded'; readonly bound: number };
