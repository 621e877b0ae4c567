import type { TextRange } from '../literal';

/** What an argument is written as: a number or a list of numbers, a word or quoted text, or something else. */
export type CallValue =
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'other' };

/** One argument of a call, with its characters. */
export interface CallArgument {
  readonly value: CallValue;
  readonly range: TextRange;
  /** As it is written, with its keyword, cut to what a sentence can hold. */
  readonly text: string;
}

/** The functions that convolve and whose arguments are known, by library. */
export type ConvolutionFunction =
  | 'scipy.signal.convolve2d'
  | 'scipy.signal.correlate2d'
  | 'scipy.ndimage.convolve'
  | 'scipy.ndimage.correlate'
  | 'numpy.convolve'
  | 'numpy.correlate'
  | 'opencv.filter2D'
  | 'torch.conv2d'
  | 'tensorflow.conv2d'
  | 'keras.Conv2D'
  | 'matlab.conv2'
  | 'matlab.filter2'
  | 'matlab.imfilter';

/** A call of such a function. */
export interface ConvolutionCall {
  readonly function: ConvolutionFunction;
  /** What is called, as it is written: `signal.convolve2d`. */
  readonly callee: string;
  readonly range: TextRange;
  /** The arguments by the names of the function's own documentation, input and kernel by these. */
  readonly arguments: Readonly<Record<string, CallArgument>>;
  /** Arguments that have no name: options of MATLAB's, or more than the function takes. */
  readonly others: readonly CallArgument[];
}

/** A parameter that a text names: `Stride: 1`, `padding = 2`. */
export interface ParameterLabel {
  readonly parameter: 'stride' | 'padding' | 'zero-padding' | 'dilation' | 'groups';
  readonly value: CallValue;
  readonly text: string;
}

/** What a text says of a convolution besides its matrices. */
export interface TextParameters {
  readonly calls: readonly ConvolutionCall[];
  /** Calls that convolve in some way that is not known here, as they are written. */
  readonly strangers: readonly string[];
  readonly labels: readonly ParameterLabel[];
}
