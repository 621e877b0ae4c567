import type { PresetId } from '../kernels/presets';

/**
 * Where the weights of a layer come from. `preset`: filter f has the kernel `presets[f mod n]`, divided by the channels
 * that it reads, so that it answers to their mean; all biases are 0. `seeded`: see `seededNumber`. `typed`: the numbers
 * themselves.
 */
export type WeightSource =
  | { readonly kind: 'preset'; readonly presets: readonly [PresetId, ...PresetId[]] }
  | DenseWeightSource;

/** The same where there is no plane that a kernel could lie on. */
export type DenseWeightSource =
  | { readonly kind: 'seeded'; readonly seed: number; readonly spread: WeightSpread }
  | {
      readonly kind: 'typed';
      /** Convolutions OIHW, transposed ones IOHW, dense layers [outputs, inputs]; row-major. */
      readonly weights: readonly number[];
      /** One for each output channel or unit; none stands for zeros. */
      readonly biases: readonly number[];
    };

/**
 * How far seeded numbers, uniform around 0, spread over a layer that reads n values for each output; for a transposed
 * convolution n counts, as in PyTorch, the outputs of a group times the cells of the kernel. The weights come first in
 * the seed's sequence, the biases follow. `torch`: weights and biases within ±1/√n, PyTorch's default for Conv2d and
 * Linear. `he`: weights within ±√(6/n), biases 0 (He et al., Delving Deep into Rectifiers, 2015; PyTorch's
 * kaiming_uniform_).
 */
export type WeightSpread = 'torch' | 'he';
